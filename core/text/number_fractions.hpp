#pragma once

#include <cstddef>
#include <optional>

#include "text/number_words.hpp"

/// The parts of a whole that a number may be or end in; used by read_numeral() alone.
namespace avow::text {

/// A hyphen that binds the word after it to a number: "two-thirds".
inline bool joins_number(const Tokens& tokens, std::size_t i) noexcept {
  return tokens.is_mark(i, '-') && tokens[i].glued;
}

/// "½" and its like, as sign or (beyond Latin-1) as word; 0 when it is none.
double vulgar_fraction(const Tokens& tokens, std::size_t i) noexcept;

/// "1/3", "3/4" from token `i` on where both are small: the whole's part; 0 when it is none.
double slashed_fraction(const Tokens& tokens, std::size_t i);

/// "and a half", "and a quarter" after a number: the part, and `end` past it; 0 when there is none.
double added_part(const Tokens& tokens, std::size_t at, std::size_t& end);

/// "half", "a third", "two thirds", "half a million", "a quarter of a million": `count` of the part at token `i`.
std::optional<Numeral> fraction_numeral(const Tokens& tokens, std::size_t i, double count);

/// "a dozen", "two dozen", "half a dozen": `count` dozens at `i`.
std::optional<Numeral> dozens(const Tokens& tokens, std::size_t i, double count);

}  // namespace avow::text
