#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace avow {

/// A published unit in canonical form: "billion US dollars" is "USD" with nine zeros to move the decimal point by,
/// "basis points" are "percent" with minus two, "kt" are "t" with three.
struct CanonicalUnit {
  std::string unit;
  int exponent = 0;
};

/// Exact conversions only, which are powers of ten: scale words and SI prefixes, shares as percent, per mille and basis
/// points, "per 1,000" and "per 100,000", names and SDMX codes of one unit. Currencies stay what they are, and so do
/// price bases: "constant 2015 USD" is neither "USD" nor "constant USD". Unknown units come back as they are.
CanonicalUnit canonical_unit(std::string_view published);

/// The power of ten by which a figure in the one unit becomes one in the other; nullopt when they do not measure the
/// same. Plain "percent" fits "percent of GDP", as publishers leave out what a share is of.
std::optional<int> exponent_between(std::string_view published, std::string_view wanted);

/// Moves the decimal point of a decimal text, exactly, by so many places to the right, or to the left when negative:
/// ("15.9", 9) is "15900000000", ("2.5", -2) is "0.025", ("1.5E-3", 0) is "0.0015". The text must be one that
/// parse_decimal reads; one without an exponent that is not moved comes back as it is.
std::string shift_decimal(std::string_view text, int exponent);

}  // namespace avow
