#include "text/number_fractions.hpp"

namespace avow::text {

double vulgar_fraction(const Tokens& tokens, std::size_t i) noexcept {
  switch (tokens[i].mark) {
    case 0xBC:
      return 0.25;
    case 0xBD:
      return 0.5;
    case 0xBE:
      return 0.75;
    default:
      break;
  }
  if (tokens.is(i, "⅓")) return 1.0 / 3;
  if (tokens.is(i, "⅔")) return 2.0 / 3;
  return tokens.is(i, "⅛") ? 0.125 : 0;
}

double slashed_fraction(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_mark(i + 1, '/') || !tokens[i + 1].glued || !tokens.is_number(i + 2) || !tokens[i + 2].glued) return 0;
  const auto above = read_digits(tokens.view(i));
  const auto below = read_digits(tokens.view(i + 2));
  if (!above || !below || above->value <= 0 || above->value >= below->value || below->value > 16) return 0;
  const bool known = below->value <= 6 || below->value == 8 || below->value == 10 || below->value == 16;
  return known && !tokens.is_mark(i + 3, '/') ? above->value / below->value : 0;
}

double added_part(const Tokens& tokens, std::size_t at, std::size_t& end) {
  std::size_t i = at;
  if (joins_number(tokens, i)) ++i;
  if (!tokens.is(i, "and")) return 0;
  ++i;
  if (joins_number(tokens, i)) ++i;
  if (!tokens.is_any(i, {"a", "one", "three"})) return 0;
  const double count = tokens.is(i, "three") ? 3 : 1;
  ++i;
  if (joins_number(tokens, i)) ++i;
  if (!tokens.has(i, fraction_word) || tokens.is_any(i, {"second", "seconds"})) return 0;
  end = i + 1;
  return count * tokens.word(i).number;
}

std::optional<Numeral> fraction_numeral(const Tokens& tokens, std::size_t i, double count) {
  if (!tokens.has(i, fraction_word)) return std::nullopt;
  Numeral out;
  out.words = out.fraction = true;
  out.value = {count * tokens.word(i).number, 0};
  out.end = i + 1;
  std::size_t next = i + 1;
  if (tokens.is(next, "of") && tokens.is(next + 1, "a")) next += 1;
  if (tokens.is(next, "a") || tokens.is(next, "-")) next += 1;
  if (tokens.has(next, scale_word) && tokens.word(next).number >= 1000 && tokens[next].end - tokens[next].begin > 2) {
    out.value.value *= tokens.word(next).number;
    out.scaled = true;
    out.fraction = false;
    out.end = next + 1;
  }
  return out;
}

std::optional<Numeral> dozens(const Tokens& tokens, std::size_t i, double count) {
  if (!tokens.is(i, "dozen")) return std::nullopt;
  return Numeral{.end = i + 1, .value = {count * 12, 0}, .words = true};
}

}  // namespace avow::text
