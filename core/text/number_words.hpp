#pragma once

#include <cstddef>
#include <optional>

#include "base/decimal.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// A number as a text writes it: digits, words or both, with its scale.
struct Numeral {
  std::size_t end = 0;    ///< one past its last token
  Decimal value;          ///< scaled, with the step that the wording distinguishes
  bool scaled = false;    ///< "million", "bn"
  bool words = false;     ///< no digits in it
  bool fraction = false;  ///< "half", "two thirds", "one in five"
  bool share = false;     ///< "one in five", "9 out of 10"
  bool vague = false;     ///< "dozens", "tens of thousands": from `value` to ten times that
  double last_scale = 1;  ///< 1e6 in "two million"
};

/// The number that begins at token `i`: "1,234.5", "1 234", "1.5 billion", "20bn", "two hundred and fifty thousand",
/// "half a million", "two-thirds", "two and a half million", "2½", "1,2 million", "one in five", "a dozen". Says
/// nothing about what it counts. nullopt when none begins there.
std::optional<Numeral> read_numeral(const Tokens& tokens, std::size_t i);

/// Whether one of the marks "½", ".5" or an article ("a million") begins a numeral; for may_begin_numeral() alone.
bool may_begin_with(const Tokens& tokens, std::size_t i) noexcept;

/// Whether read_numeral() is worth a try: most tokens begin no number.
inline bool may_begin_numeral(const Tokens& tokens, std::size_t i) noexcept {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::number) return true;
  if ((token.word->classes & (number_word | scale_word | fraction_word | vague_number)) != 0) return true;
  if (token.kind == TokenKind::mark)
    return (token.mark == '.' || (token.mark >= 0xBC && token.mark <= 0xBE)) && may_begin_with(tokens, i);
  return (tokens.is(i, "a") || tokens.is(i, "an")) && may_begin_with(tokens, i);
}

/// The digits of a number token without thousands separators, as a decimal; nullopt when they do not fit.
std::optional<Decimal> read_digits(std::string_view digits, bool decimal_comma = false);

}  // namespace avow::text
