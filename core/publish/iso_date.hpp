#pragma once

#include <string>

#include "base/date.hpp"

namespace avow {

/// A date for formats that know plain ISO 8601 only: "2035", "2025-06" or "2025-06-24", as precise as it is and without
/// marks of doubt. Of an interval or a decade the first day; empty when that is open or nothing is known.
std::string iso_date(const Date& date);

}  // namespace avow
