#include "publish/revision_json.hpp"

#include <cmath>

#include "base/decimal.hpp"

namespace avow {
namespace {

/// Every field, in order, null.
Json empty_row() {
  Json row;
  for (const char* field : {"change",
                            "indicator",
                            "entity",
                            "entity_name",
                            "period",
                            "before",
                            "after",
                            "difference",
                            "unit",
                            "status_before",
                            "status_after",
                            "published_before",
                            "published_after",
                            "source",
                            "observation_before",
                            "observation_after",
                            "claim",
                            "quote",
                            "reading",
                            "provisional_before",
                            "provisional_after",
                            "reason_before",
                            "reason_after",
                            "no_longer_meet",
                            "now_meet",
                            "changed_sides"})
    row[field] = nullptr;
  return row;
}

/// What decimals differ by, without the rounding of binary fractions behind their tenth digit.
Json difference(const Revision& revision) {
  if (!revision.before || !revision.after) return nullptr;
  const auto before = parse_decimal(revision.before->observation.value);
  const auto after = parse_decimal(revision.after->observation.value);
  if (!before || !after || revision.before->observation.unit != revision.after->observation.unit) return nullptr;
  const double largest = std::max(std::abs(before->value), std::abs(after->value));
  if (largest == 0) return 0;
  const double step = std::pow(10.0, std::floor(std::log10(largest)) - 10);
  return std::round((after->value - before->value) / step) * step;
}

void put_figure(Json& row, const ObservationRow& figure, const std::string& side) {
  const Observation& observation = figure.observation;
  row[side] = observation.value;
  row["status_" + side] = statuses.name(observation.status);
  row["published_" + side] = to_string(observation.published);
  row["observation_" + side] = figure.id.hex();
}

Json side_json(const SideJson& side, const Names& names) {
  return {{"entity", side.entity},
          {"entity_name", names.entity_name(side.entity)},
          {"period", side.after.period.text()},
          {"before", side.before.value},
          {"after", side.after.value},
          {"meets_it", side.meets_it}};
}

}  // namespace

Json revision_json(const Revision& revision, const Names& names) {
  const ObservationRow& figure = revision.figure();
  Json row = empty_row();
  row["change"] = revision_kinds.name(revision.kind);
  row["indicator"] = figure.series.indicator;
  row["entity"] = figure.observation.entity;
  row["entity_name"] = names.entity_name(figure.observation.entity);
  row["period"] = figure.observation.period.text();
  row["difference"] = difference(revision);
  row["unit"] = figure.observation.unit;
  row["source"] = figure.series.source;
  if (revision.before) put_figure(row, *revision.before, "before");
  if (revision.after) put_figure(row, *revision.after, "after");
  return row;
}

Json verdict_change_json(const ClaimRow& claim, const Assessment& before, const Assessment& after,
                         const std::vector<SideJson>& changed_sides, const Names& names) {
  const Target& target = claim.reading->target;
  Json row = empty_row();
  row["change"] = "verdict";
  row["indicator"] = target.indicator;
  row["entity"] = target.subject;
  row["entity_name"] = names.entity_name(target.subject);
  row["period"] = target.due.text();
  row["before"] = verdicts.name(before.verdict);
  row["after"] = verdicts.name(after.verdict);
  row["claim"] = claim.id.hex();
  row["quote"] = claim.claim.quote.exact;
  row["reading"] = claim.reading_id->hex();
  row["provisional_before"] = before.provisional;
  row["provisional_after"] = after.provisional;
  row["reason_before"] = before.reason;
  row["reason_after"] = after.reason;
  for (const char* list : {"no_longer_meet", "now_meet", "changed_sides"}) row[list] = Json::array();
  for (const SideJson& side : changed_sides) {
    row[side.meets_it ? "now_meet" : "no_longer_meet"].push_back(names.entity_name(side.entity));
    row["changed_sides"].push_back(side_json(side, names));
  }
  return row;
}

}  // namespace avow
