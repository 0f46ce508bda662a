#include "engine/outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/error.hpp"
#include "engine/units.hpp"

namespace avow {
namespace {

/// What is known of one row once its names are resolved.
struct ResolvedRow {
  Series series;
  Observation observation;
};

/// Resolves rows; what cannot be resolved becomes a problem that names line and column.
class RowResolver {
 public:
  RowResolver(const Lexicon& lexicon, std::string_view file, PlaceKind place, std::vector<OutcomeProblem>& problems)
      : lexicon_(lexicon), file_(file), place_(place), problems_(problems) {}

  std::optional<ResolvedRow> resolve(const OutcomeRow& row) {
    const Indicator* named = lexicon_.indicator(row.indicator);
    if (!named)
      return refuse(row, row.column,
                    fmt::format("unknown indicator '{}': `avow indicators` lists them, `avow indicators import` "
                                "adds yours",
                                row.indicator));
    const std::string entity = entity_code(row.entity);
    if (entity.empty())
      return refuse(row, row.entity_column,
                    fmt::format("unknown country or entity '{}': correct the name, add it with `avow entities "
                                "import`, or pass over such rows with --skip-bad",
                                row.entity));
    return with_unit(row, *named, entity);
  }

 private:
  std::nullopt_t refuse(const OutcomeRow& row, std::size_t column, const std::string& why) {
    problems_.push_back({row.line, column, fmt::format("{}: {}", outcome_place(file_, place_, row.line, column), why)});
    return std::nullopt;
  }

  const std::string& entity_code(const std::string& name) {
    const auto [at, is_new] = entity_codes_.try_emplace(name);
    if (is_new) at->second = lookup(name);
    return at->second;
  }

  std::string lookup(const std::string& name) const {
    if (lexicon_.entity(name)) return name;
    std::string upper = name;
    std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
    if (upper.size() == 3 && lexicon_.entity(upper)) return upper;
    for (const Entity& entity : lexicon_.entities()) {
      const bool alias = std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end();
      if (entity.name == name || alias) return entity.code;
    }
    return {};
  }

  /// The unit decides which indicator of the measure and publisher is meant; nothing is converted but powers of ten.
  std::optional<ResolvedRow> with_unit(const OutcomeRow& row, const Indicator& named, const std::string& entity) {
    const CanonicalUnit unit = row.unit.empty() ? CanonicalUnit{named.unit, 0} : canonical_unit(row.unit);
    const Indicator* indicator = of_unit(named, unit.unit);
    if (!indicator)
      return refuse(row, row.column,
                    fmt::format("unit '{}' does not fit indicator {} (unit '{}'), and its publisher has no other "
                                "indicator of that measure in this unit",
                                row.unit, named.code, named.unit));
    const auto value = shift_decimal(row.value, unit.exponent);
    if (!value)
      return refuse(row, row.column,
                    fmt::format("'{}' cannot be scaled exactly: write it without an exponent", row.value));
    std::string note = row.note;
    if (unit.exponent != 0)
      note = fmt::format("{}published as {} {}", note.empty() ? "" : note + "; ", row.value, row.unit);
    ResolvedRow resolved{{indicator->code, row.source, row.url, row.licence},
                         {{}, entity, row.period, *value, indicator->unit, row.status, row.published, note}};
    resolved.observation.series = id_of(resolved.series);
    return resolved;
  }

  const Indicator* of_unit(const Indicator& named, const std::string& unit) const {
    if (named.unit == unit) return &named;
    for (const Indicator* other : lexicon_.indicators_of(named.measure))
      if (other->unit == unit && other->publisher == named.publisher) return other;
    return nullptr;
  }

  const Lexicon& lexicon_;
  std::string_view file_;
  PlaceKind place_;
  std::vector<OutcomeProblem>& problems_;
  std::map<std::string, std::string> entity_codes_;
};

/// Whether a figure, however it is spelled, and what it is worth are the same.
bool says_the_same(const Observation& a, const Observation& b) {
  if (a.status != b.status) return false;
  const auto first = parse_decimal(a.value), second = parse_decimal(b.value);
  return first && second ? first->value == second->value : a.value == b.value;
}

std::string figure_text(const Observation& observation) {
  return fmt::format("{} ({})", observation.value.empty() ? "missing" : observation.value,
                     statuses.name(observation.status));
}

/// What an earlier row, of this file or of the store, says about the same thing.
enum class Before { nothing, the_same, otherwise };

/// Refuses a row that says something else than an earlier one about the same thing.
class Agreement {
 public:
  Agreement(Store& store, std::string_view file, PlaceKind place, std::vector<OutcomeProblem>& problems)
      : store_(store), file_(file), place_(place), problems_(problems) {}

  Before compare(const OutcomeRow& row, const ResolvedRow& resolved) {
    const std::string& indicator = resolved.series.indicator;
    if (loaded_.insert(indicator).second) load(indicator);
    const Observation& observation = resolved.observation;
    const Key key{observation.series, observation.entity, observation.period.text(), observation.published};
    const auto [at, is_new] = known_.try_emplace(key, observation);
    if (is_new) return Before::nothing;
    if (says_the_same(at->second, observation)) return Before::the_same;
    problems_.push_back({row.line, row.column,
                         fmt::format("{}: {} {} is {} here and {} elsewhere in the same vintage: correct the row, "
                                     "or give the newer figure its own --published",
                                     outcome_place(file_, place_, row.line, row.column), row.entity, row.period.text(),
                                     figure_text(observation), figure_text(at->second))});
    return Before::otherwise;
  }

 private:
  using Key = std::tuple<Id, std::string, std::string, Day>;

  void load(const std::string& indicator) {
    ObservationFilter filter;
    filter.indicator = indicator;
    filter.newest_only = false;
    store_.observations(filter, [&](const ObservationRow& row) {
      const Observation& known = row.observation;
      known_.try_emplace(Key{known.series, known.entity, known.period.text(), known.published}, known);
      return true;
    });
  }

  Store& store_;
  std::string_view file_;
  PlaceKind place_;
  std::vector<OutcomeProblem>& problems_;
  std::set<std::string> loaded_;
  std::map<Key, Observation> known_;
};

void add_all(Store& store, const std::vector<ResolvedRow>& rows, const JournalNote& note, OutcomeImport& result) {
  const auto writer = store.begin();
  writer->begin_entry(note);
  for (const ResolvedRow& row : rows) {
    writer->add(row.series);
    ++(writer->add(row.observation) ? result.added : result.known);
  }
  writer->commit();
}

/// What the journal keeps of a file: "tables.xlsx, sheet TABLE3; retrieved 2024-06-18; sha256 3f2a...".
std::string import_reason(std::string_view name, std::string_view bytes, const OutcomeOptions& options) {
  std::string reason(name);
  if (!options.part.empty()) reason += ", " + options.part;
  if (options.retrieved) reason += "; retrieved " + to_string(*options.retrieved);
  return reason + "; sha256 " + sha256(bytes).hex();
}

/// Who says so is never left open: without a name, the file itself is the source.
OutcomeOptions with_source(OutcomeOptions options, std::string_view name) {
  if (options.source.empty()) options.source = "file:" + std::filesystem::path(name).filename().string();
  return options;
}

}  // namespace

OutcomeImport import_outcomes(Store& store, const Lexicon& lexicon, std::string_view name, std::string_view bytes,
                              const OutcomeOptions& options, const std::string& actor) {
  OutcomeFile file = read_outcomes(name, bytes, with_source(options, name));
  OutcomeImport result;
  result.problems = std::move(file.problems);
  result.notes = std::move(file.notes);
  RowResolver resolver(lexicon, name, file.place, result.problems);
  Agreement agreement(store, name, file.place, result.problems);
  std::vector<ResolvedRow> rows;
  std::size_t known = 0;
  for (const OutcomeRow& row : file.rows) {
    auto resolved = resolver.resolve(row);
    if (!resolved) continue;
    const Before before = agreement.compare(row, *resolved);
    if (before == Before::nothing) rows.push_back(std::move(*resolved));
    if (before == Before::the_same) ++known;
  }
  if (!result.problems.empty() && !options.skip_bad) return result;
  result.skipped = result.problems.size();
  result.known = known;
  add_all(store, rows, {"outcomes import", actor, import_reason(name, bytes, options)}, result);
  return result;
}

}  // namespace avow
