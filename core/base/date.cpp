#include "base/date.hpp"

#include <fmt/format.h>

#include <limits>

namespace avow {
namespace {

namespace chrono = std::chrono;

constexpr Day open_past{chrono::days{std::numeric_limits<std::int32_t>::min()}};
constexpr Day open_future{chrono::days{std::numeric_limits<std::int32_t>::max()}};

struct Range {
  Day first;
  Day last;
};

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

Range year_range(int first, int last) {
  return {chrono::year{first} / chrono::January / 1, chrono::year{last} / chrono::December / 31};
}

std::optional<Range> month_range(int year, int month) {
  if (month < 1 || month > 12) return std::nullopt;
  const chrono::year_month whole = chrono::year{year} / month;
  return Range{whole / 1, whole / chrono::last};
}

std::optional<Range> day_range(int year, int month, int day) {
  const chrono::year_month_day date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                    chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Range{date, date};
}

/// YYYY, YYYX, YYYY-MM or YYYY-MM-DD.
std::optional<Range> plain_range(std::string_view text) {
  if (text.size() == 4 && text[3] == 'X') {
    const auto decade = digits(text.substr(0, 3));
    return decade ? std::optional(year_range(*decade * 10, *decade * 10 + 9)) : std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  if (text.size() < 4 || !year) return std::nullopt;
  if (text.size() == 4) return year_range(*year, *year);
  if (text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto month = digits(text.substr(5, 2));
  if (text[4] != '-' || !month) return std::nullopt;
  if (text.size() == 7) return month_range(*year, *month);
  const auto day = digits(text.substr(8, 2));
  if (text[7] != '-' || !day) return std::nullopt;
  return day_range(*year, *month, *day);
}

std::optional<Range> simple_range(std::string_view text) {
  if (!text.empty() && (text.back() == '~' || text.back() == '?')) text.remove_suffix(1);
  return plain_range(text);
}

std::optional<Range> interval_range(std::string_view first, std::string_view last) {
  if (first == ".." && last == "..") return std::nullopt;
  const auto from = first == ".." ? std::optional(Range{open_past, open_past}) : simple_range(first);
  const auto to = last == ".." ? std::optional(Range{open_future, open_future}) : simple_range(last);
  if (!from || !to || from->first > to->last) return std::nullopt;
  return Range{from->first, to->last};
}

}  // namespace

std::int32_t day_number(Day day) noexcept {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

Day day_from_number(std::int32_t number) noexcept {
  return Day{chrono::days{number}};
}

std::string to_string(Day day) {
  if (day == open_past || day == open_future) return "..";
  const chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  const auto range = plain_range(text);
  return range ? std::optional(range->first) : std::nullopt;
}

Date::Date(std::string text, Day earliest, Day latest) : text_(std::move(text)), earliest_(earliest), latest_(latest) {}

std::optional<Date> Date::parse(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  const auto range = slash == std::string_view::npos ? simple_range(edtf)
                                                     : interval_range(edtf.substr(0, slash), edtf.substr(slash + 1));
  return range ? std::optional(Date(std::string(edtf), range->first, range->last)) : std::nullopt;
}

Date Date::day(Day day) {
  return {to_string(day), day, day};
}

Date Date::month(int year, unsigned month) {
  const chrono::year_month whole = chrono::year{year} / chrono::month{month};
  return {fmt::format("{:04}-{:02}", year, month), whole / 1, whole / chrono::last};
}

Date Date::year(int year) {
  const Range range = year_range(year, year);
  return {fmt::format("{:04}", year), range.first, range.last};
}

Date Date::interval(Day first, Day last) {
  return {to_string(first) + "/" + to_string(last), first, last};
}

std::optional<int> Date::single_year() const noexcept {
  if (!known() || earliest_ == open_past || latest_ == open_future) return std::nullopt;
  const auto first = chrono::year_month_day{earliest_}.year();
  const auto last = chrono::year_month_day{latest_}.year();
  return first == last ? std::optional(static_cast<int>(first)) : std::nullopt;
}

}  // namespace avow
