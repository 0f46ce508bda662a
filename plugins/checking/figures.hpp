#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace avow::check {

/// A value as figures and reasons show it: rounded to four decimals, without trailing zeros or an exponent, so that the
/// same double gives the same text everywhere.
std::string decimal(double value);

/// "2 percent of GDP"; the bare number where the unit is empty.
std::string amount(double value, std::string_view unit);

std::string number(std::size_t count);

/// "a, b and c".
std::string listed(const std::vector<std::string>& names);

}  // namespace avow::check
