#include "query/day_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace avow {
namespace {

using namespace std::chrono;

constexpr int longest_length = 100'000;
/// The days that can be written: a length that reaches further ends there.
constexpr Day first_day = sys_days{year{0} / January / 1};
constexpr Day last_day = sys_days{year{9999} / December / 31};
constexpr int most_months = 12 * 10'000;

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
  throw Error(ErrorCode::usage, fmt::format("'{}' {}", text, why),
              "write 2024, 2024-07, 2024..2026, 2024-07.., ..2030, or a length from today such as 90d, 6w, 18m, 2y");
}

/// The same day of another month, or the last day that month has. Years are worked out as int: std::chrono::year is
/// narrow enough to overflow.
Day add_months(Day day, int count) {
  if (count > most_months) return last_day;
  if (count < -most_months) return first_day;
  const year_month_day date{day};
  const int in_all =
      static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1 + count;
  if (in_all < 0) return first_day;
  if (in_all >= most_months) return last_day;
  const year_month target = year{in_all / 12} / (January + months{in_all % 12});
  const year_month_day same = target / date.day();
  return same.ok() ? sys_days{same} : sys_days{target / last};
}

std::optional<Day> moved(Day today, int count, char unit) {
  switch (unit) {
    case 'd':
      return today + days{count};
    case 'w':
      return today + weeks{count};
    case 'm':
      return add_months(today, count);
    case 'y':
      return add_months(today, 12 * count);
    default:
      return std::nullopt;
  }
}

/// "90d", "-6w"; nullopt for what is no length.
std::optional<DayRange> parse_length(std::string_view text, Day today) {
  if (text.size() < 2) return std::nullopt;
  int count = 0;
  const char* unit = text.data() + text.size() - 1;
  const auto [end, failed] = std::from_chars(text.data(), unit, count);
  if (failed != std::errc{} || end != unit || count > longest_length || count < -longest_length) return std::nullopt;
  auto other = moved(today, count, *unit);
  if (!other) return std::nullopt;
  other = std::clamp(*other, first_day, last_day);
  return text.front() == '-' ? DayRange{other, today} : DayRange{today, other};
}

Date parse_end(std::string_view whole, std::string_view text) {
  if (auto date = Date::parse(text)) return *date;
  refuse(whole, text == whole ? "is no date and no range of dates" : "has an end that is no date");
}

}  // namespace

DayRange parse_range(std::string_view text, Day today) {
  if (const auto length = parse_length(text, today)) return *length;
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const Date date = parse_end(text, text);
    return {date.earliest(), date.latest()};
  }
  const std::string_view first = text.substr(0, dots), second = text.substr(dots + 2);
  if (first.empty() && second.empty()) refuse(text, "has no end at all");
  DayRange range;
  if (!first.empty()) range.from = parse_end(text, first).earliest();
  if (!second.empty()) range.until = parse_end(text, second).latest();
  if (range.from && range.until && *range.from > *range.until) refuse(text, "ends before it begins");
  return range;
}

}  // namespace avow
