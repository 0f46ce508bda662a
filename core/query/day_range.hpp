#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"

namespace avow {

/// Days from `from` to `until`, both inclusive; an absent end is open.
struct DayRange {
  std::optional<Day> from, until;
  bool operator==(const DayRange&) const = default;
};

/// A range as a user writes it: one date ("2024", "2024-07", "2024-07-01": all of it), two ("2024..2026-03"), open
/// ("2024-07..", "..2030"), or a length of time counted from today: "90d" the next 90 days, "-90d" the last ones, also
/// in weeks, months and years ("6w", "18m", "2y"; a month ends on the last day it has; a length that leaves the
/// years 0 to 9999 ends with them). Error (usage) for anything else, and when it ends before it begins.
DayRange parse_range(std::string_view text, Day today);

}  // namespace avow
