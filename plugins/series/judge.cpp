#include "judge.hpp"

namespace series {
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

Dates dates_of(const Claim& claim) {
  Dates dates{claim.said.known() ? claim.said.latest : claim.today, claim.today, std::nullopt};
  const bool ends = claim.target.due.known() && claim.target.due.latest != avow::sdk::open_end;
  if (ends) dates.due = period_of(claim.target.due);
  return dates;
}

Points figures_of(Host& host, const Claim& claim, std::string_view entity, DayNumber day) {
  const std::string_view unit = unit_of_figures(claim.target);
  Points points = read_points(host, claim.target.indicator, entity, unit, claim.today);
  const bool nothing = points.all.empty() && points.conflict.empty();
  if (!nothing || claim.target.indicator != members_indicator) return points;
  return count_members(host, entity, dates_of(claim).said, day);
}

const Point* stated_point(const Claim& claim, const Points& points) {
  if (claim.target.due.known()) return point_for(points, period_of(claim.target.due));
  if (!claim.said.known()) return points.all.empty() ? nullptr : &points.all.back();
  const Point* newest = nullptr;
  for (const Point& point : points.all)
    if (point.published <= claim.said.latest && point.period.first <= claim.said.latest) newest = &point;
  return newest != nullptr ? newest : last_ended_by(points, claim.said.latest);
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

}  // namespace series
