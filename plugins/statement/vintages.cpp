#include "vintages.hpp"

#include <array>

namespace avow::statement {
namespace {

/// Vintages that are gone back through for the first; more would cost more than the first is worth.
constexpr int most_vintages = 64;

const Point* same_period(const Points& points, const Point& wanted) {
  for (const Point& point : points.all)
    if (point.period.first == wanted.period.first && point.period.last == wanted.period.last) return &point;
  return nullptr;
}

/// The shortest period that holds the day.
const Point* under_way(const Points& points, DayNumber day) {
  const Point* shortest = nullptr;
  for (const Point& point : points.all) {
    if (point.period.first > day || point.period.last < day) continue;
    const bool shorter = shortest == nullptr || point.period.first > shortest->period.first;
    if (shorter) shortest = &point;
  }
  return shortest;
}

/// Of the figures that a speaker without a vintage of the time may have meant, the one that fits best; of equals the
/// earlier named.
const Point* best_fit(const Claim& claim, const Points& points, DayNumber said) {
  const Point* ended = last_ended_by(points, said);
  const Point* before = ended == nullptr ? nullptr : last_ended_by(points, ended->period.first - 1);
  const Point* best = nullptr;
  double best_gap = 0;
  for (const Point* point : std::array{ended, under_way(points, said), before}) {
    const Held held = hold(claim, points, point);
    if (!held.decided()) continue;
    const double gap = held.goal->gap(point->value);
    if (best != nullptr && gap >= best_gap) continue;
    best = point;
    best_gap = gap;
  }
  return best != nullptr ? best : ended;
}

/// The point spoken of among the figures that were out on the day; nobody knows which these were of what was said at an
/// unknown time.
const Point* stated_of(const Claim& claim, const Points& then, const Dates& dates) {
  if (dates.due) return point_for(then, *dates.due);
  return claim.said.known() ? newest_begun(then, dates.said) : best_fit(claim, then, dates.said);
}

const Point* without_vintage(const Claim& claim, const Points& points, const Dates& dates) {
  return dates.due ? point_for(points, *dates.due) : best_fit(claim, points, dates.said);
}

/// Goes back from the newest vintage to the first that has the period.
void go_back_to_first(Host& host, const Claim& claim, std::string_view entity, const Dates& dates, Sight& sight) {
  for (int gone = 0; gone < most_vintages && !sight.stated->id.empty(); ++gone) {
    Points earlier = figures_of(host, claim, entity, dates.end(), sight.stated->published - 1);
    const Point* point = same_period(earlier, *sight.stated);
    if (point == nullptr || point->published >= sight.stated->published) return;
    sight.then = std::move(earlier);
    sight.stated = point;
  }
}

}  // namespace

Sight sight_of(Host& host, const Claim& claim, std::string_view entity, const Dates& dates) {
  Sight sight;
  const DayNumber members_on = day_of_members(dates);
  sight.newest = figures_of(host, claim, entity, members_on);
  sight.then = figures_of(host, claim, entity, members_on, dates.said);
  sight.stated = stated_of(claim, sight.then, dates);
  if (sight.stated == nullptr) {
    const Point* first = without_vintage(claim, sight.newest, dates);
    if (first == nullptr) return sight;
    sight.known = Known::afterwards;
    sight.then = sight.newest;
    sight.stated = same_period(sight.then, *first);
    go_back_to_first(host, claim, entity, dates, sight);
  }
  sight.now = same_period(sight.newest, *sight.stated);
  return sight;
}

}  // namespace avow::statement
