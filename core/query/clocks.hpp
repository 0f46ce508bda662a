#pragma once

#include <string_view>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "store/filters.hpp"

namespace avow {

/// The two clocks as a user writes them. `as_of`: a day ("2026-01-01", all of it), a moment ("2026-01-01T14:02Z"), or a
/// journal entry ("@17"); `today`: a day. Empty: now. Error (usage) naming what is wrong.
Clocks parse_clocks(std::string_view as_of, std::string_view today);

/// The day to judge by: the one that the clocks name, else the day of `now`.
Day today_of(const Clocks& clocks, Instant now) noexcept;

}  // namespace avow
