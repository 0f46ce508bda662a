#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"

namespace avow::check {

using sdk::DayNumber;

/// A stretch of days with its EDTF text, owned: what the host hands out is gone with the next call.
struct Period {
  std::string text;
  DayNumber first = 0;
  DayNumber last = 0;
  bool known() const { return !text.empty(); }
};
Period period_of(const sdk::Date& date);

std::string day_text(DayNumber day);

/// Months from year 0 to the end of the month that the day lies in: paths are counted in whole months, so that a reader
/// can redo them by hand.
int month_number(DayNumber day);
/// Years between the ends of two periods, from whole months.
double years_between(DayNumber from, DayNumber to);

/// One observation, its value already in the unit of the target.
struct Point {
  std::string id;
  Period period;
  double value = 0;
  std::string status;
  DayNumber published = 0;
  double step =
      0;  ///< of a figure published with decimals, the last of them: what rounding may have taken is half of it
  bool preliminary() const { return status != "actual"; }
};

/// An indicator's observations for one entity, ordered by the end of their period.
struct Points {
  std::vector<Point> all;
  std::string unit;      ///< as judged in
  std::string conflict;  ///< unit of the figures where it cannot be compared with the target's; then `all` is empty
};

/// Those periods that have begun by `today`, by the newest vintage that was out by then, or by `published_until` where
/// it is given. `unit` is the target's; empty: as published.
Points read_points(sdk::Host& host, std::string_view indicator, std::string_view entity, std::string_view unit,
                   DayNumber today, std::optional<DayNumber> published_until = std::nullopt);

/// The point for a date that somebody named: of the same period, else of the shortest that holds its last day.
const Point* point_for(const Points& points, const Period& wanted);
/// The newest whose period ended on or before that day.
const Point* last_ended_by(const Points& points, DayNumber day);
/// The newest whose period had begun by that day.
const Point* newest_begun(const Points& points, DayNumber day);
/// What a change is counted from when nothing was said: the last period that ended before the day, else the one
/// under way.
const Point* default_baseline(const Points& points, DayNumber said);
/// Points whose period began after that day.
std::vector<const Point*> begun_after(const Points& points, DayNumber day);

}  // namespace avow::check
