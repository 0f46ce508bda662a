#include "engine/outcomes_verdicts.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "engine/judge.hpp"
#include "engine/standing_row.hpp"

namespace avow {
namespace {

/// Whether a value is what the target asks for; nullopt for targets that are no amount.
std::optional<bool> meets(const Target& target, double value) {
  if (!target.value) return std::nullopt;
  const double amount = target.value->value;
  switch (target.relation) {
    case Relation::at_least:
    case Relation::rise_to:
      return value >= amount;
    case Relation::at_most:
    case Relation::fall_to:
      return value <= amount;
    case Relation::equal:
      return std::abs(value - amount) <= target.value->step / 2;
    case Relation::between:
      return target.upper && value >= amount && value <= target.upper->value;
    default:
      return std::nullopt;
  }
}

/// Of each entity the figure of the latest period that a verdict rests on: the one it was judged by.
std::map<std::string, Observation> judged_by(Store& store, const Assessment& assessment) {
  std::map<std::string, Observation> figures;
  for (const Evidence& evidence : assessment.evidence) {
    const auto id = evidence.kind == EvidenceKind::observation ? Id::parse(evidence.reference) : std::nullopt;
    const auto figure = id ? store.observation(*id) : std::nullopt;
    if (!figure) continue;
    const auto [at, fresh] = figures.try_emplace(figure->entity, *figure);
    if (!fresh && at->second.period.latest() < figure->period.latest()) at->second = *figure;
  }
  return figures;
}

std::optional<bool> meets(const Target& target, const Observation& figure) {
  const auto value = parse_decimal(figure.value);
  return value ? meets(target, value->value) : std::nullopt;
}

class Comparer {
 public:
  Comparer(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
           const VerdictComparison& comparison)
      : store_(store),
        lexicon_(lexicon),
        plugins_(plugins),
        today_(comparison.filter.clocks.today.value()),
        first_(store, lexicon, comparison.filter.clocks),
        second_(store, lexicon, comparison.filter.clocks) {
    first_.admit(comparison.before);
    second_.admit(comparison.after);
  }

  /// nullopt for what no checker judges, and for what both judge alike.
  std::optional<VerdictChange> compare(const ClaimRow& row) {
    const CheckRequest request = check_request(row, lexicon_, today_);
    Plugin* checker = checker_of(request);
    if (!checker) return std::nullopt;
    const Policy& policy = Policy::shipped();
    VerdictChange change{row, judge(*checker, request, first_, policy), judge(*checker, request, second_, policy), {}};
    ++totals.judged;
    change.changed_sides = sides(request.target, change);
    const bool same = change.before.verdict == change.after.verdict &&
                      change.before.provisional == change.after.provisional && change.changed_sides.empty();
    return same ? std::nullopt : std::optional(std::move(change));
  }

  VerdictComparisonTotals totals;

 private:
  Plugin* checker_of(const CheckRequest& request) {
    for (Plugin* plugin : plugins_)
      if (plugin->is_checker() && plugin->can_judge(request)) return plugin;
    return nullptr;
  }

  std::vector<ChangedSide> sides(const Target& target, const VerdictChange& change) {
    std::vector<ChangedSide> changed;
    const auto after = judged_by(store_, change.after);
    for (const auto& [entity, figure] : judged_by(store_, change.before)) {
      const auto later = after.find(entity);
      if (later == after.end() || entity == target.subject) continue;
      const auto met = meets(target, figure), meets_now = meets(target, later->second);
      if (met && meets_now && *met != *meets_now) changed.push_back({entity, figure, later->second, *meets_now});
    }
    return changed;
  }

  Store& store_;
  const Lexicon& lexicon_;
  const std::vector<Plugin*>& plugins_;
  Day today_;
  StoreCheckHost first_, second_;
};

bool is_testable(const ClaimRow& row) {
  return row.reading && row.reading->kind != Kind::stance &&
         missing_parts(row.reading->target, is_statement(row.reading->kind)).empty();
}

/// Only their ids are held, and not their texts.
std::vector<Id> testable_claims(Store& store, const ClaimFilter& filter) {
  std::vector<Id> ids;
  store.claims(filter, [&](const ClaimRow& row) {
    if (is_testable(row)) ids.push_back(row.id);
    return true;
  });
  return ids;
}

}  // namespace

VerdictComparisonTotals compare_verdicts(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                                         const VerdictComparison& comparison,
                                         const std::function<void(const VerdictChange&)>& report) {
  Comparer comparer(store, lexicon, plugins, comparison);
  for (const Id& claim : testable_claims(store, comparison.filter)) {
    const auto row = row_of(store, claim, comparison.filter.clocks);
    if (!row) continue;
    try {
      if (const auto change = comparer.compare(*row)) {
        ++comparer.totals.changed;
        report(*change);
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::plugin) throw;
      ++comparer.totals.failed;
    }
  }
  return comparer.totals;
}

}  // namespace avow
