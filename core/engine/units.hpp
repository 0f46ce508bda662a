#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace avow {

/// A published unit in canonical form: "billion US dollars" is "USD" with nine zeros to move the decimal point by.
struct CanonicalUnit {
  std::string unit;
  int exponent = 0;
};

/// Exact conversions only: scale words and SI prefixes of the unit, names of one unit. Unknown units come back as they
/// are.
CanonicalUnit canonical_unit(std::string_view published);

/// Moves the decimal point of a plain decimal text, exactly: ("15.9", 9) is "15900000000". The text must be one that
/// parse_decimal reads, without an exponent; nullopt with one.
std::optional<std::string> shift_decimal(std::string_view text, int exponent);

}  // namespace avow
