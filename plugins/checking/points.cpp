#include "points.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <tuple>
#include <utility>

#include "units.hpp"

namespace avow::check {
namespace {

using sdk::Observation;

int length(const Period& period) {
  return period.last - period.first;
}

/// A whole number may be a count, which nobody rounded.
Point point_of(const Observation& seen, double factor) {
  const double step = seen.value.step < 1 ? seen.value.step * factor : 0;
  return {std::string(seen.id),     period_of(seen.period), seen.value.value * factor,
          std::string(seen.status), seen.published,         step};
}

bool before(const Point& a, const Point& b) {
  return std::tuple(a.period.last, -a.period.first, a.published) <
         std::tuple(b.period.last, -b.period.first, b.published);
}

/// By the end of the period, of those the shortest first; where several sources give one period, only the newest stays.
void order(std::vector<Point>& points) {
  const auto out_of_order = [](const Point& a, const Point& b) { return a.period.last >= b.period.last; };
  if (std::adjacent_find(points.begin(), points.end(), out_of_order) == points.end()) return;  // as hosts give them
  std::stable_sort(points.begin(), points.end(), before);
  const auto same = [](const Point& a, const Point& b) {
    return a.period.first == b.period.first && a.period.last == b.period.last;
  };
  std::vector<Point> newest;
  for (Point& point : points) {
    if (!newest.empty() && same(newest.back(), point)) newest.pop_back();
    newest.push_back(std::move(point));
  }
  points = std::move(newest);
}

bool closed(const Observation& seen) {
  return seen.period.known() && seen.period.earliest != sdk::open_start && seen.period.latest != sdk::open_end;
}

/// What figures are multiplied by to be in the unit of the points, which is that of the first where none was asked for;
/// nullopt when they cannot be. Publications keep to one unit, so it is worked out once as a rule.
class Conversion {
 public:
  explicit Conversion(Points& points) : points_(points) {}

  std::optional<double> from(std::string_view unit) {
    if (known_ && unit == unit_) return factor_;
    if (points_.unit.empty()) points_.unit = unit;
    if (points_.unit == "percent") narrow(parse_unit(unit).base);
    factor_ = conversion(unit, points_.unit);
    unit_ = unit;
    known_ = true;
    return factor_;
  }

 private:
  /// Plain percent are those of the publication, whatever they are of.
  void narrow(const std::string& base) {
    if (is_percentage(base)) points_.unit = base;
  }

  Points& points_;
  std::string_view unit_;
  std::optional<double> factor_;
  bool known_ = false;
};

}  // namespace

Period period_of(const sdk::Date& date) {
  if (!date.known()) return {};
  return {std::string(date.edtf), date.earliest, date.latest};
}

std::string day_text(DayNumber day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

int month_number(DayNumber day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

double years_between(DayNumber from, DayNumber to) {
  return (month_number(to) - month_number(from)) / 12.0;
}

Points read_points(sdk::Host& host, std::string_view indicator, std::string_view entity, std::string_view unit,
                   DayNumber today, std::optional<DayNumber> published_until) {
  Points points;
  points.unit = unit;
  Conversion units(points);
  const auto given = host.observations({.indicator = indicator, .entity = entity, .published_until = published_until});
  points.all.reserve(given.size());
  for (const Observation seen : given) {
    if (!closed(seen) || seen.period.earliest > today) continue;
    const auto factor = units.from(seen.unit);
    if (!factor) {
      points.conflict = seen.unit;
      continue;
    }
    points.all.push_back(point_of(seen, *factor));
  }
  order(points.all);
  return points;
}

const Point* point_for(const Points& points, const Period& wanted) {
  const Point* best = nullptr;
  for (const Point& point : points.all) {
    if (point.period.text == wanted.text) return &point;
    const bool holds = point.period.first <= wanted.last && wanted.last <= point.period.last;
    if (holds && (best == nullptr || length(point.period) < length(best->period))) best = &point;
  }
  return best;
}

const Point* last_ended_by(const Points& points, DayNumber day) {
  const Point* best = nullptr;
  for (const Point& point : points.all)
    if (point.period.last <= day) best = &point;
  return best;
}

const Point* newest_begun(const Points& points, DayNumber day) {
  const Point* newest = nullptr;
  for (const Point& point : points.all)
    if (point.period.first <= day) newest = &point;
  return newest;
}

const Point* default_baseline(const Points& points, DayNumber said) {
  if (const Point* ended = last_ended_by(points, said - 1)) return ended;
  for (const Point& point : points.all)
    if (point.period.first <= said) return &point;
  return nullptr;
}

std::vector<const Point*> begun_after(const Points& points, DayNumber day) {
  std::vector<const Point*> later;
  for (const Point& point : points.all)
    if (point.period.first > day) later.push_back(&point);
  return later;
}

}  // namespace avow::check
