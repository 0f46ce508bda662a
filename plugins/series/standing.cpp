#include "standing.hpp"

#include <algorithm>

namespace avow::series {
namespace {

/// Share of the time from the baseline to the due date that is left on the day, 0 to 1.
double time_left(const Standing& standing, const Dates& dates, DayNumber day) {
  const double whole = years_between(standing.baseline->period.last, dates.due->last);
  const double left = years_between(day, dates.due->last);
  return whole <= 0 ? 0 : std::clamp(left / whole, 0.0, 1.0);
}

void lay_path(Standing& standing, const Dates& dates) {
  if (!dates.due) return;
  const Goal& goal = *standing.goal;
  const double value = standing.judged->value;
  const double left = years_between(standing.judged->period.last, dates.due->last);
  if (left > 0 && !goal.met(value)) standing.needed = (goal.nearest(value) - value) / left;
  standing.path = path_at(standing, dates, standing.judged->period.last);
}

bool on_path(const Standing& standing, const Dates& dates) {
  if (standing.baseline == nullptr) return false;
  const Goal& goal = *standing.goal;
  const double value = standing.judged->value;
  const double gap_before = goal.gap(standing.baseline->value);
  if (!dates.due) return goal.gap(value) < gap_before - tolerance(value);
  return gap_before > 0 &&
         goal.gap(value) <= gap_before * time_left(standing, dates, standing.judged->period.last) + tolerance(value);
}

/// The point that the judged one is compared with: so many periods before it, but none before the baseline.
const Point* point_before(const Standing& standing, DayNumber said) {
  std::vector<const Point*> later = begun_after(standing.points, said);
  std::erase_if(later, [&](const Point* point) { return point->period.last > standing.judged->period.last; });
  if (later.size() > stalled_after) return later[later.size() - 1 - stalled_after];
  return later.size() == stalled_after ? standing.baseline : nullptr;
}

Track track_of(Standing& standing, const Dates& dates) {
  if (standing.met()) return Track::met;
  if (on_path(standing, dates)) return Track::on_path;
  const Point* before = point_before(standing, dates.said);
  if (before == nullptr) return Track::off_path;
  const double now = standing.judged->value;
  if (standing.goal->gap(now) < standing.goal->gap(before->value) - tolerance(now)) return Track::off_path;
  standing.compared = before;
  return Track::stalled;
}

}  // namespace

const Point* baseline_of(const ClaimTarget& target, const Points& points, DayNumber said) {
  if (target.baseline.known()) return point_for(points, period_of(target.baseline));
  return default_baseline(points, said);
}

std::optional<double> path_at(const Standing& standing, const Dates& dates, DayNumber day) {
  if (!dates.due || !standing.goal || standing.baseline == nullptr) return std::nullopt;
  const double from = standing.baseline->value;
  if (standing.goal->gap(from) == 0) return std::nullopt;
  const double end = standing.goal->nearest(from);
  return end + (from - end) * time_left(standing, dates, day);
}

void stand(Standing& standing, const ClaimTarget& target, const Dates& dates, const Point* judged) {
  standing.judged = judged;
  standing.baseline = baseline_of(target, standing.points, dates.said);
  if (judged == nullptr) return;
  standing.goal = goal_for(target, standing.points, standing.baseline, *judged);
  if (!standing.goal) return;
  lay_path(standing, dates);
  standing.track = track_of(standing, dates);
}

const Point* first_crossing(const Standing& standing, const ClaimTarget& target, const Dates& dates) {
  for (const Point* point : begun_after(standing.points, dates.said)) {
    if (point->period.first > dates.end()) break;
    const auto goal = goal_for(target, standing.points, standing.baseline, *point);
    if (goal && goal->met(point->value)) return point;
  }
  return nullptr;
}

}  // namespace avow::series
