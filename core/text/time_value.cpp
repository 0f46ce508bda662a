#include "text/time_value.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace avow::text {
namespace {

namespace chrono = std::chrono;

constexpr int last_year = 9998;  ///< so that a winter ends in a year that can be written

int year_of(Day day) {
  return static_cast<int>(chrono::year_month_day(day).year());
}

bool can_be_written(Day day) {
  constexpr Day first = chrono::year{1} / chrono::January / 8;
  constexpr Day last = chrono::year{last_year} / chrono::December / 24;
  return day >= first && day <= last;
}

/// How many of a grain make a year; 0 for those that are no parts of one.
int parts_in_year(Grain grain) {
  switch (grain) {
    case Grain::month:
      return 12;
    case Grain::season:
    case Grain::quarter:
      return 4;
    case Grain::half:
      return 2;
    default:
      return 0;
  }
}

/// The first part is 1, but spring, the first season, is 0.
int first_part(Grain grain) {
  return grain == Grain::season ? 0 : 1;
}

int years_in(Grain grain) {
  return grain == Grain::decade ? 10 : grain == Grain::century ? 100 : 1;
}

int days_in(Grain grain) {
  return grain == Grain::day ? 1 : 7;
}

bool is_days(Grain grain) {
  return grain == Grain::day || grain == Grain::week || grain == Grain::weekend;
}

/// From the first day of a month to the last day of a later one, counted from that January.
Date months(int year, int first, int last) {
  const auto month = [&](int n) { return Date::month(year + (n - 1) / 12, static_cast<unsigned>((n - 1) % 12) + 1); };
  return Date::interval(month(first).earliest(), month(last).latest());
}

/// ISO 8601: the week belongs to the year that its Thursday lies in.
std::string week_text(Day monday) {
  const int year = year_of(monday + chrono::days(3));
  const Day first = chrono::year{year} / chrono::January / 4;
  const int number = static_cast<int>((monday - CalendarUnit::week(first).first).count() / 7) + 1;
  return fmt::format("{:04}-W{:02}", year, number);
}

std::string unit_text(const CalendarUnit& unit) {
  static constexpr std::array<std::string_view, 4> seasons = {"SP", "SU", "FA", "WI"};
  switch (unit.grain) {
    case Grain::day:
      return to_string(unit.first);
    case Grain::week:
      return week_text(unit.first);
    case Grain::weekend:
      return week_text(unit.first - chrono::days(5)) + "-WE";
    case Grain::month:
      return fmt::format("{:04}-{:02}", unit.year, unit.part);
    case Grain::season:
      return fmt::format("{:04}-{}", unit.year, seasons[static_cast<std::size_t>(unit.part)]);
    case Grain::quarter:
      return fmt::format("{:04}-Q{}", unit.year, unit.part);
    case Grain::half:
      return fmt::format("{:04}-H{}", unit.year, unit.part);
    case Grain::year:
      return fmt::format("{:04}", unit.year);
    case Grain::decade:
      return fmt::format("{:03}", unit.year / 10);
    case Grain::century:
      return fmt::format("{:02}", unit.year / 100);
    default:
      return "XXXX-XX-XX";
  }
}

std::string_view unit_letters(Grain unit) {
  static constexpr std::array<std::string_view, 14> letters = {"X", "S", "M", "H", "D", "W",  "WE",
                                                               "M", "Y", "Q", "Y", "Y", "DE", "CE"};
  return letters[static_cast<std::size_t>(unit)];
}

std::string length_text(Grain unit, float count) {
  const std::string_view begin = unit >= Grain::second && unit <= Grain::hour ? "PT" : "P";
  if (count < 0) return fmt::format("{}X{}", begin, unit_letters(unit));
  if (unit == Grain::decade || unit == Grain::century)
    return length_text(Grain::year, count * static_cast<float>(years_in(unit)));
  if (count != std::floor(count)) return fmt::format("{}{:.2g}{}", begin, count, unit_letters(unit));
  return fmt::format("{}{:.0f}{}", begin, count, unit_letters(unit));
}

/// What comes again each year, or a day that comes again each week.
std::string recurring_text(const TimeValue& value) {
  const CalendarUnit& at = value.at;
  if (value.every_week && at.grain == Grain::day)
    return fmt::format("XXXX-WXX-{}", chrono::weekday(at.first).iso_encoding());
  if (at.grain == Grain::weekend) return "XXXX-WXX-WE";
  const std::string text = unit_text(at);
  return text.size() > 4 ? "XXXX" + text.substr(4) : text;
}

std::string time_text(const TimeValue& value) {
  static constexpr std::array<std::string_view, 6> parts = {"", "TMO", "TMI", "TAF", "TEV", "TNI"};
  const std::string day = unit_text(value.at);
  if (value.minute < 0) return day + std::string(parts[static_cast<std::size_t>(value.day_part)]);
  return fmt::format("{}T{:02}:{:02}", day, value.minute / 60, value.minute % 60);
}

}  // namespace

CalendarUnit CalendarUnit::day(Day day) {
  if (!can_be_written(day)) return {};
  return {Grain::day, static_cast<std::int16_t>(year_of(day)), 0, day};
}

CalendarUnit CalendarUnit::week(Day in_it) {
  CalendarUnit out = day(in_it - chrono::days(chrono::weekday(in_it).iso_encoding() - 1));
  if (out.known()) out.grain = Grain::week;
  return out;
}

CalendarUnit CalendarUnit::weekend(Day in_its_week) {
  CalendarUnit out = day(week(in_its_week).first + chrono::days(5));
  if (out.known()) out.grain = Grain::weekend;
  return out;
}

CalendarUnit CalendarUnit::of(Grain grain, int year, int part) {
  if (year < 1 || year > last_year) return {};
  const int span = years_in(grain);
  return {grain, static_cast<std::int16_t>(year - year % span), static_cast<std::int8_t>(part), {}};
}

CalendarUnit CalendarUnit::around(Grain grain, Day in_it) {
  if (grain == Grain::week) return week(in_it);
  if (grain == Grain::weekend) return weekend(in_it);
  if (grain <= Grain::day) return day(in_it);
  const int month = static_cast<int>(static_cast<unsigned>(chrono::year_month_day(in_it).month()));
  const int year = year_of(in_it);
  if (grain == Grain::season) return of(grain, month < 3 ? year - 1 : year, month < 3 ? 3 : month / 3 - 1);
  const int parts = parts_in_year(grain);
  return of(grain, year, parts == 0 ? 0 : (month - 1) * parts / 12 + 1);
}

CalendarUnit CalendarUnit::shifted(int units) const {
  if (!known()) return {};
  if (is_days(grain)) return around(grain, first + chrono::days(static_cast<std::int64_t>(units) * days_in(grain)));
  const int parts = parts_in_year(grain);
  if (parts == 0) return of(grain, year + units * years_in(grain));
  const int count = year * parts + part - first_part(grain) + units;
  return count < 0 ? CalendarUnit() : of(grain, count / parts, count % parts + first_part(grain));
}

CalendarUnit CalendarUnit::years_on(int years) const {
  if (!known()) return {};
  if (!is_days(grain)) return of(grain, year + years, part);
  const chrono::year_month_day own(first);
  const chrono::year_month_day moved = own.month() / own.day() / (own.year() + chrono::years(years));
  return around(grain, moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / chrono::last));
}

Date CalendarUnit::date() const {
  switch (grain) {
    case Grain::day:
      return Date::day(first);
    case Grain::week:
      return Date::interval(first, first + chrono::days(6));
    case Grain::weekend:
      return Date::interval(first, first + chrono::days(1));
    case Grain::month:
      return Date::month(year, static_cast<unsigned>(part));
    case Grain::season:
      return months(year, 3 * part + 3, 3 * part + 5);
    case Grain::quarter:
      return months(year, 3 * part - 2, 3 * part);
    case Grain::half:
      return months(year, 6 * part - 5, 6 * part);
    case Grain::year:
      return Date::year(year);
    case Grain::decade:
      return Date::parse(unit_text(*this) + "X").value_or(Date());
    case Grain::century:
      return year == 0 ? Date() : Date::interval(Date::year(year).earliest(), Date::year(year + 99).latest());
    default:
      return {};
  }
}

std::string TimeValue::timex() const {
  switch (vague) {
    case VagueTime::past:
      return "PAST_REF";
    case VagueTime::present:
      return "PRESENT_REF";
    case VagueTime::future:
      return "FUTURE_REF";
    default:
      break;
  }
  if (unit != Grain::none) return length_text(unit, count);
  if (type == TimeType::set) return recurring_text(*this);
  return type == TimeType::time ? time_text(*this) : unit_text(at);
}

}  // namespace avow::text
