#include "query/clocks.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/error.hpp"

namespace avow {
namespace {

std::int64_t entry_number(std::string_view as_of) {
  const std::string_view digits = as_of.substr(1);
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failed != std::errc{} || end != digits.data() + digits.size() || number < 0)
    throw Error(ErrorCode::usage, fmt::format("'{}' names no journal entry", as_of), "write it as @17");
  return number;
}

Instant moment(std::string_view as_of) {
  if (const auto at = Instant::parse_end(as_of)) return *at;
  throw Error(ErrorCode::usage, fmt::format("'{}' is no moment", as_of),
              "write a day (2026-01-01), a moment in UTC (2026-01-01T14:02Z) or a journal entry (@17)");
}

}  // namespace

Clocks parse_clocks(std::string_view as_of, std::string_view today) {
  Clocks clocks;
  if (as_of.starts_with('@'))
    clocks.as_of_entry = entry_number(as_of);
  else if (!as_of.empty())
    clocks.as_of = moment(as_of);
  if (today.empty()) return clocks;
  clocks.today = parse_day(today);
  if (!clocks.today)
    throw Error(ErrorCode::usage, fmt::format("'{}' is no day", today), "write it as 2026-01-01, a day that exists");
  return clocks;
}

Day today_of(const Clocks& clocks, Instant now) noexcept {
  return clocks.today.value_or(now.day());
}

}  // namespace avow
