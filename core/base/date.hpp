#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace avow {

/// A civil day, without a time zone.
using Day = std::chrono::sys_days;

/// Days since 1970-01-01, as stored and as handed to plugins.
std::int32_t day_number(Day day) noexcept;
Day day_from_number(std::int32_t number) noexcept;
/// "2025-06-24".
std::string to_string(Day day);
/// Exactly YYYY-MM-DD of a day that exists; nullopt otherwise.
std::optional<Day> parse_day(std::string_view text);

/// A date with precision, in the profile of EDTF (ISO 8601-2:2019) that the project uses: `2035`, `2025-06`,
/// `2025-06-24`, `202X` (a decade), `2025-06-24/2025-06-25` (an interval, either end a simple date), `../2035` and
/// `2035/..` (open), each simple date optionally with `~` (about) or `?` (uncertain). The earliest and the latest day
/// are worked out; "~" and "?" do not widen them. A default-constructed Date is unknown and has empty text.
class Date {
 public:
  Date() = default;
  static std::optional<Date> parse(std::string_view edtf);
  static Date day(Day day);
  static Date month(int year, unsigned month);
  static Date year(int year);
  /// Both ends closed; first must not be after last.
  static Date interval(Day first, Day last);

  bool known() const noexcept { return !text_.empty(); }
  /// Canonical EDTF; empty when unknown.
  const std::string& text() const noexcept { return text_; }
  /// Open ends give Day::min()-like sentinels: day numbers INT32_MIN / INT32_MAX.
  Day earliest() const noexcept { return earliest_; }
  Day latest() const noexcept { return latest_; }
  bool is_day() const noexcept { return known() && earliest_ == latest_; }
  /// The year when the whole date lies in one; nullopt otherwise.
  std::optional<int> single_year() const noexcept;
  bool operator==(const Date&) const = default;

 private:
  Date(std::string text, Day earliest, Day latest);
  std::string text_;
  Day earliest_{};
  Day latest_{};
};

}  // namespace avow
