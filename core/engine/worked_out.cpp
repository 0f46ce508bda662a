#include "engine/worked_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "engine/group_members.hpp"
#include "engine/units.hpp"

namespace avow {
namespace {

/// Groups of more are none that anybody promises for.
constexpr std::size_t max_members = 400;

using Days = std::pair<Day, Day>;
/// Figures of one indicator, by period and entity.
using ByPeriod = std::map<Days, std::map<std::string, ObservedValue>>;

Days days_of(const Date& period) {
  return {period.earliest(), period.latest()};
}

void add_part(WorkedOut& out, const ObservedValue& part) {
  out.parts.push_back(part);
  out.value.status = std::max(out.value.status, part.status);
  out.value.published = std::max(out.value.published, part.published);
}

/// Gives it the number and the id that its method and parts make; nothing for a number too large to be one.
std::optional<WorkedOut> finished(WorkedOut out, const ObservationQuery& query, const Date& period, double value) {
  const auto number = std::isfinite(value) ? parse_decimal(ten_digits(value)) : std::nullopt;
  if (!number) return std::nullopt;
  out.value.indicator = query.indicator;
  out.value.entity = query.entity;
  out.value.period = period;
  out.value.value = *number;
  out.value.value.step = 0;
  out.value.source = out.method;
  Canonical content("worked out");
  content.field("method", out.method).field("period", period.text());
  for (const ObservedValue& part : out.parts) content.field("part", part.id.hex());
  out.value.id = content.id();
  return out;
}

class Worker {
 public:
  Worker(const Lexicon& lexicon, const ObservationQuery& query, const Published& published)
      : lexicon_(lexicon), query_(query), published_(published) {}

  std::vector<WorkedOut> of_members(const MemberRules::Rule& rule) const {
    const auto all = members_of(lexicon_, query_.entity, std::nullopt);
    if (all.empty() || all.size() > max_members) return {};
    const ByPeriod figures = figures_of(query_.indicator, all);
    const ByPeriod weights = rule.weight.empty() ? ByPeriod() : figures_of(rule.weight, all);
    std::vector<WorkedOut> results;
    for (const auto& [period, by_member] : figures) {
      const auto weighed = weights.find(period);
      if (!rule.sum && weighed == weights.end()) continue;
      if (auto out = whole(rule, by_member, rule.sum ? nullptr : &weighed->second)) results.push_back(std::move(*out));
    }
    return results;
  }

  std::vector<WorkedOut> of_two(const MemberRules::Rule& rule) const {
    const ByPeriod parts = figures_of(rule.part, {query_.entity});
    const ByPeriod wholes = figures_of(rule.weight, {query_.entity});
    std::vector<WorkedOut> results;
    for (const auto& [period, part] : parts)
      if (const auto whole = wholes.find(period); whole != wholes.end())
        if (auto out = quotient(rule, part.begin()->second, whole->second.begin()->second))
          results.push_back(std::move(*out));
    return results;
  }

 private:
  ByPeriod figures_of(const std::string& indicator, const std::vector<std::string>& entities) const {
    ByPeriod figures;
    ObservationQuery query = query_;
    query.indicator = indicator;
    for (const std::string& entity : entities) {
      query.entity = entity;
      for (const ObservedValue& figure : published_(query)) figures[days_of(figure.period)].try_emplace(entity, figure);
    }
    return figures;
  }

  /// Nothing where a member lacks a figure or a weight, or has one in another unit.
  std::optional<WorkedOut> whole(const MemberRules::Rule& rule, const std::map<std::string, ObservedValue>& figures,
                                 const std::map<std::string, ObservedValue>* weights) const {
    const ObservedValue& first = figures.begin()->second;
    const std::string* unit_of_weights = nullptr;
    const auto members = members_of(lexicon_, query_.entity, first.period.latest());
    if (members.empty()) return std::nullopt;
    WorkedOut out;
    out.value.unit = first.unit;
    double sum = 0, by = 0;
    for (const std::string& member : members) {
      const auto figure = figures.find(member);
      if (figure == figures.end() || figure->second.unit != first.unit) return std::nullopt;
      add_part(out, figure->second);
      double weight = 1;
      if (weights != nullptr) {
        const auto weighed = weights->find(member);
        if (weighed == weights->end()) return std::nullopt;
        if (unit_of_weights == nullptr) unit_of_weights = &weighed->second.unit;
        if (weighed->second.unit != *unit_of_weights) return std::nullopt;
        add_part(out, weighed->second);
        weight = weighed->second.value.value;
      }
      sum += figure->second.value.value * weight;
      by += weight;
    }
    if (!rule.sum && by == 0) return std::nullopt;
    out.method = rule.sum ? fmt::format("sum of all {} members", members.size())
                          : fmt::format("mean of all {} members, weighted by {}", members.size(), rule.weight);
    return finished(std::move(out), query_, first.period, rule.sum ? sum : sum / by);
  }

  std::optional<WorkedOut> quotient(const MemberRules::Rule& rule, const ObservedValue& part,
                                    const ObservedValue& whole) const {
    const Indicator* indicator = lexicon_.indicator(query_.indicator);
    const auto exponent = rule.share ? exponent_between(part.unit, whole.unit) : std::optional(0);
    if (indicator == nullptr || !exponent || whole.value.value == 0) return std::nullopt;
    WorkedOut out;
    out.value.unit = indicator->unit;
    add_part(out, part);
    add_part(out, whole);
    out.method = rule.part + (rule.share ? " as a share of " : " divided by ") + rule.weight;
    const double scale = rule.share ? 100 * std::pow(10.0, *exponent) : 1;
    return finished(std::move(out), query_, part.period, scale * part.value.value / whole.value.value);
  }

  const Lexicon& lexicon_;
  const ObservationQuery& query_;
  const Published& published_;
};

}  // namespace

std::vector<WorkedOut> work_out(const Lexicon& lexicon, const MemberRules& rules, const ObservationQuery& query,
                                bool of_groups, const Published& published) {
  const MemberRules::Rule* made = rules.made_of(query.indicator);
  const Entity* entity = made != nullptr || of_groups ? lexicon.entity(query.entity) : nullptr;
  if (entity == nullptr) return {};
  const Worker worker(lexicon, query, published);
  if (of_groups && entity->kind == EntityKind::group)
    if (const MemberRules::Rule* rule = rules.of(query.indicator)) return worker.of_members(*rule);
  return made != nullptr ? worker.of_two(*made) : std::vector<WorkedOut>();
}

}  // namespace avow
