#pragma once

#include <cstdint>
#include <string>

#include "base/date.hpp"

namespace avow::text {

/// How fine a date is, or what a length of time is counted in.
enum class Grain : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

/// One unit of the calendar: a day, a quarter, a decade. Unknown when its grain is none, as it is when what is said
/// depends on a day that nobody knows, or leaves the years 1 to 9999.
struct CalendarUnit {
  Grain grain = Grain::none;
  std::int16_t year = 0;  ///< of a decade or century its first
  std::int8_t part = 0;   ///< month 1 to 12, quarter 1 to 4, half 1 or 2, season 0 (spring) to 3 (winter)
  Day first{};            ///< of days, weeks (their Monday) and weekends (their Saturday)

  static CalendarUnit day(Day day);
  static CalendarUnit week(Day in_it);
  static CalendarUnit weekend(Day in_its_week);
  /// A part of a year: its month, season, quarter or half; or (part 0) the year, or the decade or century it lies in.
  static CalendarUnit of(Grain grain, int year, int part = 0);
  /// The unit of this grain that a day lies in.
  static CalendarUnit around(Grain grain, Day day);

  bool known() const noexcept { return grain != Grain::none; }
  /// As many units on, or back.
  CalendarUnit shifted(int units) const;
  /// The same part of another year.
  CalendarUnit years_on(int years) const;
  /// Seasons are those of the northern hemisphere in whole months; winter ends in the next year. Unknown for unknown.
  Date date() const;
};

/// The types that TimeML has.
enum class TimeType : std::uint8_t { date, time, duration, set };
/// Dates that are only past, present or future: "recently", "now", "in the future".
enum class VagueTime : std::uint8_t { none, past, present, future };
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night };

/// What a time expression means, by TimeML 1.2.1 (Saurí et al., TimeML Annotation Guidelines, 2006, TIMEX3).
struct TimeValue {
  static constexpr float unsaid = -1;  ///< a number that is not told: "years"

  TimeType type = TimeType::date;
  VagueTime vague = VagueTime::none;
  DayPart day_part = DayPart::none;  ///< of a time
  std::int16_t minute = -1;          ///< of a time, counted from midnight; -1: none is said
  Grain unit = Grain::none;          ///< of a duration, or of a set that comes again after one
  float count = 0;                   ///< how many of them; or `unsaid`
  CalendarUnit at{};                 ///< of a date or time; of a set that names no unit what comes again: "each July"
  bool every_week = false;           ///< that set comes again each week, not each year

  static TimeValue on(CalendarUnit at) { return {.at = at}; }
  static TimeValue only(VagueTime vague) { return {.vague = vague}; }
  static TimeValue length(Grain unit, float count) {
    return {.type = TimeType::duration, .unit = unit, .count = count};
  }
  static TimeValue each(Grain unit, float count) { return {.type = TimeType::set, .unit = unit, .count = count}; }

  /// The TIMEX3 value: "1998-11", "1989-Q3", "1998-W46", "199", "P2Y", "PTXH", "XXXX-07", "2000-01-05TNI",
  /// "PRESENT_REF". A decade is three digits and a century two, as in TimeBank; decades are counted in years where
  /// their number is known.
  std::string timex() const;
};

}  // namespace avow::text
