#pragma once

#include <cstddef>
#include <optional>

#include "text/number_words.hpp"
#include "text/tokens.hpp"
#include "text/units.hpp"

namespace avow::text {

/// The upper end of a range whose lower end is the numeral at token `i`: "2-3 %", "between 2 and 3 percent", "5 % to
/// 7 %", "$3 to $5", "5 to 10". `first` is `i` or the currency sign before it, `unit` what follows the lower end.
std::optional<Numeral> upper_end(const Tokens& tokens, std::size_t i, std::size_t first, const Numeral& lower,
                                 const Unit& unit);

/// One past the second number of a score or ratio that begins with `lower`: "52 to 48", "5-to-4"; 0 when there is none.
std::size_t score_end(const Tokens& tokens, std::size_t i, const Numeral& lower);

}  // namespace avow::text
