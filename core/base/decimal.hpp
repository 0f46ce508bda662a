#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace avow {

/// A number as somebody said or published it: its value and the smallest step that the wording distinguishes, so that
/// "2" (step 1), "2.0" (step 0.1) and "1.5 billion" (step 1e8) stay apart. A step of 0 means exact or not known.
struct Decimal {
  double value = 0;
  double step = 0;
  bool operator==(const Decimal&) const = default;
};

/// A plain decimal number: optional sign, digits with '.' as the decimal point, optional exponent; nothing else, no
/// blanks, no "nan". nullopt otherwise, or when value or step do not fit a double or the exponent is beyond 400: both are
/// always finite.
std::optional<Decimal> parse_decimal(std::string_view text) noexcept;

/// Shortest text that reads back as the same double.
std::string to_string(double value);

}  // namespace avow
