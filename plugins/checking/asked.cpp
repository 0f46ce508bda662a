#include "asked.hpp"

namespace avow::check {
namespace {

Point counted(DayNumber day, std::size_t count) {
  return {{}, {day_text(day), day, day}, static_cast<double>(count), "actual", day};
}

Points count_members(Host& host, std::string_view group, DayNumber said, DayNumber day) {
  Points points;
  const std::size_t then = host.members(group, said).size();
  const std::size_t later = host.members(group, day).size();
  if (then == 0 && later == 0) return points;
  points.unit = "members";
  points.all.push_back(counted(said, then));
  if (day > said) points.all.push_back(counted(day, later));
  return points;
}

}  // namespace

bool has_parts(const ClaimTarget& target) {
  const bool resolved = !target.subject.empty() && !target.indicator.empty() && !target.relation.empty();
  const bool has_amounts = !needs_value(target.relation) || target.value;
  return resolved && has_amounts && (target.relation != sdk::relation::between || target.upper);
}

Dates dates_of(const Claim& claim) {
  Dates dates{claim.said.known() ? claim.said.latest : claim.today, claim.today, std::nullopt};
  const bool ends = claim.target.due.known() && claim.target.due.latest != sdk::open_end;
  if (ends) dates.due = period_of(claim.target.due);
  return dates;
}

Points figures_of(Host& host, const Claim& claim, std::string_view entity, DayNumber day,
                  std::optional<DayNumber> published_until) {
  const std::string_view unit = unit_of_figures(claim.target);
  Points points = read_points(host, claim.target.indicator, entity, unit, claim.today, published_until);
  const bool nothing = points.all.empty() && points.conflict.empty();
  if (!nothing || claim.target.indicator != members_indicator) return points;
  return count_members(host, entity, dates_of(claim).said, day);
}

std::string condition_note(const Claim& claim) {
  if (claim.target.condition.empty()) return {};
  return " It was said on a condition that is not judged here: \"" + std::string(claim.target.condition) + "\".";
}

std::string when(const Point& point) {
  const bool one_day = point.period.first == point.period.last;
  std::string text = (one_day ? " on " : " in ") + point.period.text;
  if (point.preliminary()) text += point.status == "estimate" ? " (an estimate)" : " (a forecast)";
  return text;
}

void put_target(Answer& answer, const Claim& claim, const Dates& dates, std::string_view unit) {
  const std::string aim = words(claim.target, unit, nullptr);
  answer.figure("target", claim.negated ? "not " + aim : aim);
  if (dates.due) answer.figure("due", dates.due->text);
}

Assessment incomparable(const Claim& claim, const Points& points) {
  return Answer().done(sdk::verdict::undecidable, "The figures are in " + points.conflict + ", the target is in " +
                                                      std::string(claim.target.unit) + ": they cannot be compared.");
}

}  // namespace avow::check
