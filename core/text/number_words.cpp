#include "text/number_words.hpp"

#include <algorithm>
#include <array>

#include "text/number_fractions.hpp"

namespace avow::text {
namespace {

constexpr std::size_t max_digits = 40;
/// Scales in one numeral of words: enough to say any number up to the trillions in full, too few to leave a double.
constexpr int max_scales = 12;

/// Digits 1 to 3, then groups of exactly three after single blanks: "1 234 567".
std::size_t grouped_end(const Tokens& tokens, std::size_t i) {
  std::size_t end = i + 1;
  if (tokens[i].end - tokens[i].begin > 3) return end;
  while (tokens.is_number(end) && tokens[end].newlines == 0 && tokens[end].begin - tokens[end - 1].end <= 3 &&
         tokens[end].end - tokens[end].begin == 3)
    ++end;
  return end;
}

/// "a 100m sprint", "5m tall": metres, which the letter seldom means in the news.
bool is_metres(const Tokens& tokens, std::size_t i) {
  return tokens.is(i, "m") && !tokens[i].capital && !tokens[i - 1].glued &&
         tokens.is_any(i + 1,
                       {"tall", "long", "high", "wide", "deep", "away", "race", "sprint", "hurdles", "freestyle",
                        "butterfly", "backstroke", "breaststroke", "relay", "final", "dash", "medley", "distance"});
}

/// A scale after digits; the letters "m", "b", "k", "tn" only where they touch the digits or a currency stands before.
double scale_after(const Tokens& tokens, std::size_t i) {
  if (!tokens.has(i, scale_word) || tokens[i].newlines > 1) return 0;
  const bool letter = tokens[i].end - tokens[i].begin == 1;
  if (letter && (!tokens[i].glued || is_metres(tokens, i))) return 0;
  return tokens.word(i).number;
}

bool is_point_before_digits(const Tokens& tokens, std::size_t i) noexcept {
  return tokens.is_mark(i, '.') && !tokens[i].glued && tokens.is_number(i + 1) && tokens[i + 1].glued;
}

/// "1,2 million", "43,5 %": a comma before one or two digits is a decimal one where something counted follows.
bool has_decimal_comma(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_mark(i + 1, ',') || !tokens[i + 1].glued || !tokens.is_number(i + 2) || !tokens[i + 2].glued)
    return false;
  const std::string_view digits = tokens.view(i + 2);
  if (digits.size() > 2 || tokens.view(i).find_first_of(".,") != std::string_view::npos) return false;
  if (tokens.is_mark(i + 3, ',') && tokens[i + 3].glued) return false;
  if (tokens.is_mark(i - 1, ',') && tokens[i].glued) return false;
  return tokens.is_mark(i + 3, '%') || tokens.has(i + 3, scale_word | unit_word | currency_word) ||
         tokens.is(i + 3, "per") || tokens[i + 3].mark == 0x20AC;
}

void scale(Numeral& numeral, double factor, std::size_t end) {
  numeral.value.value *= factor;
  numeral.value.step *= factor;
  numeral.scaled = true;
  numeral.end = end;
}

/// "two and a half million", "a million and a half".
void add_part(const Tokens& tokens, Numeral& numeral) {
  std::size_t end = 0;
  const double part = added_part(tokens, numeral.end, end);
  if (part == 0) return;
  const double unit = numeral.scaled ? numeral.last_scale : 1;
  numeral.value = {numeral.value.value + part * unit, 0};
  numeral.end = end;
}

void add_scales(const Tokens& tokens, Numeral& out) {
  for (std::size_t next = out.end; next < out.end + 3;) {
    const std::size_t at = joins_number(tokens, next) ? next + 1 : next;
    const double factor = scale_after(tokens, at);
    if (factor == 0) break;
    const bool abbreviated = tokens.has(at, soft_abbreviation) && tokens.is_mark(at + 1, '.') && tokens[at + 1].glued &&
                             tokens.has(at + 2, unit_word | currency_word);
    scale(out, factor, abbreviated ? at + 2 : at + 1);  // "3,5 Mrd. Euro"
    out.last_scale = factor;
    next = out.end;
  }
}

std::optional<Numeral> digits_numeral(const Tokens& tokens, std::size_t i) {
  Numeral out;
  out.end = grouped_end(tokens, i);
  const std::string_view raw = tokens.text().substr(tokens[i].begin, tokens[out.end - 1].end - tokens[i].begin);
  const auto value = read_digits(raw, tokens.language().writing().decimal_comma);
  if (!value) return std::nullopt;
  out.value = *value;
  if (has_decimal_comma(tokens, i)) {
    const bool two = tokens.view(i + 2).size() == 2;
    const auto part = read_digits(tokens.view(i + 2));
    out.value = {value->value + part->value / (two ? 100 : 10), two ? 0.01 : 0.1};
    out.end = i + 3;
  } else if (const double sign = tokens[out.end].glued ? vulgar_fraction(tokens, out.end) : 0; sign != 0) {
    out.value = {value->value + sign, 0};
    ++out.end;
  } else if (const double part = slashed_fraction(tokens, i); part != 0) {
    out = {.end = i + 3, .value = {part, 0}, .fraction = true};
  } else if (const double rest = slashed_fraction(tokens, i + 1); rest != 0 && tokens.is_number(i + 1)) {
    out.value = {value->value + rest, 0};
    out.end = i + 4;
  }
  if (!tokens.has(out.end, scale_word)) add_part(tokens, out);
  add_scales(tokens, out);
  if (out.scaled) add_part(tokens, out);
  return out;
}

/// Adds up "two hundred and fifty thousand": `group` below the next big scale, `total` what is closed.
class WordSum {
 public:
  void number(double value) {
    group_ += value;
    step_ = 1;
    any_ = true;
  }
  void scale(double value) {
    if (value == 100) {
      group_ = (group_ == 0 ? 1 : group_) * 100;
      step_ = 100;
    } else {
      if (group_ == 0) step_ = 1;
      total_ += (group_ == 0 ? 1 : group_) * value;
      group_ = 0;
      step_ *= value;
    }
    last_scale_ = value;
    any_ = true;
  }
  bool any() const { return any_; }
  Decimal value() const { return {total_ + group_, step_}; }
  double last_scale() const { return last_scale_; }

 private:
  double group_ = 0;
  double total_ = 0;
  double step_ = 1;
  double last_scale_ = 1;
  bool any_ = false;
};

bool is_long_scale(const Tokens& tokens, std::size_t i) {
  return tokens.has(i, scale_word) && tokens[i].end - tokens[i].begin > 3;
}

std::optional<Numeral> words_numeral(const Tokens& tokens, std::size_t i) {
  WordSum sum;
  Numeral out;
  out.words = true;
  std::size_t at = i;
  double last = 0;
  int scales = 0;
  while (true) {
    std::size_t next = at;
    if (at > i && joins_number(tokens, at)) ++next;
    if (at > i && tokens.is(at, "and") && last >= 100) ++next;
    if (at > i && tokens[next].newlines > 1) break;
    if (tokens.has(next, number_word)) {
      const double value = tokens.word(next).number;
      const bool fits = last == 0 || last >= 100 || (last >= 20 && value < 10 && value > 0);
      if (!fits) break;
      sum.number(last = value);
    } else if (is_long_scale(tokens, next) && (next == at || joins_number(tokens, at)) && scales < max_scales) {
      ++scales;
      sum.scale(last = tokens.word(next).number);
      out.scaled = true;
    } else {
      break;
    }
    at = next + 1;
    if (last == 0) break;
  }
  if (!sum.any()) return std::nullopt;
  out.end = at;
  out.value = sum.value();
  out.last_scale = sum.last_scale();
  return out;
}

/// "one in five", "9 out of 10": a share. Not "two in 2019", "one in five years".
std::optional<Numeral> share(const Tokens& tokens, std::size_t i, const Numeral& first) {
  std::size_t at = first.end;
  if (tokens.is(at, "in")) {
    at += 1;
  } else if (tokens.is(at, "out") && tokens.is(at + 1, "of")) {
    at += 2;
  } else if (tokens.is(at, "of") && tokens.is_any(at + 1, {"every", "each"})) {
    at += 1;
  } else {
    return std::nullopt;
  }
  if (tokens.is(at, "every") || tokens.is(at, "each")) ++at;
  const bool number = tokens.is_number(at) || tokens.has(at, number_word);
  if (!number || first.scaled || tokens[at].newlines > 1 || tokens.has(i - 1, month_name)) return std::nullopt;
  const auto whole = tokens.is_number(at) ? digits_numeral(tokens, at) : words_numeral(tokens, at);
  if (!whole || whole->value.value <= first.value.value || whole->value.value > 1000) return std::nullopt;
  if (tokens.has(whole->end, period_word | unit_word | currency_word) && !tokens.is(whole->end, "people"))
    return std::nullopt;
  return Numeral{.end = whole->end,
                 .value = {first.value.value / whole->value.value, 0},
                 .words = first.words,
                 .fraction = true,
                 .share = true};
}

std::optional<Numeral> half(const Tokens& tokens, std::size_t i) {
  const std::size_t at = tokens.is(i + 1, "a") || joins_number(tokens, i + 1) ? i + 2 : i + 1;
  if (auto found = dozens(tokens, at, 0.5)) return found;
  return fraction_numeral(tokens, i, 1);
}

std::optional<Numeral> after_article(const Tokens& tokens, std::size_t i) {
  if (auto found = dozens(tokens, i, 1)) return found;
  if (tokens.is(i, "half")) return half(tokens, i);
  if (tokens.has(i, fraction_word)) return fraction_numeral(tokens, i, 1);
  if (!is_long_scale(tokens, i)) return std::nullopt;
  auto found = words_numeral(tokens, i);
  if (found) add_part(tokens, *found);
  return found;
}

/// "dozens", "tens of thousands", "hundreds of millions".
std::optional<Numeral> vague_numeral(const Tokens& tokens, std::size_t i) {
  Numeral out{.end = i + 1, .value = {tokens.word(i).number, 0}, .words = true, .vague = true};
  if (tokens.is(i + 1, "of") && tokens.has(i + 2, vague_number)) {
    out.value.value *= tokens.word(i + 2).number;
    out.end = i + 3;
  }
  return tokens.is(i, "tens") && out.end == i + 1 ? std::nullopt : std::optional(out);
}

/// ".5" after a blank.
std::optional<Numeral> point_numeral(const Tokens& tokens, std::size_t i) {
  std::array<char, max_digits + 1> text{'.'};
  const std::string_view digits = tokens.view(i + 1);
  if (digits.size() > max_digits - 1 || digits.find_first_of(".,") != std::string_view::npos) return std::nullopt;
  std::copy(digits.begin(), digits.end(), text.begin() + 1);
  const auto value = parse_decimal({text.data(), digits.size() + 1});
  return value ? std::optional(Numeral{.end = i + 2, .value = *value}) : std::nullopt;
}

}  // namespace

std::optional<Decimal> read_digits(std::string_view digits, bool decimal_comma) {
  std::array<char, max_digits> plain;
  std::size_t size = 0;
  for (const char c : digits) {
    const bool point = c == (decimal_comma ? ',' : '.');
    if (!((c >= '0' && c <= '9') || point)) continue;
    if (size == plain.size()) return std::nullopt;
    plain[size++] = point ? '.' : c;
  }
  return parse_decimal({plain.data(), size});
}

bool may_begin_with(const Tokens& tokens, std::size_t i) noexcept {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::mark) return token.mark != '.' || is_point_before_digits(tokens, i);
  return tokens.is_any(i, {"a", "an"}) && (tokens.has(i + 1, scale_word | fraction_word) || tokens.is(i + 1, "dozen"));
}

std::optional<Numeral> read_numeral(const Tokens& tokens, std::size_t i) {
  if (const double sign = tokens.is_number(i) ? 0 : vulgar_fraction(tokens, i); sign != 0)
    return Numeral{.end = i + 1, .value = {sign, 0}, .fraction = true};
  if (is_point_before_digits(tokens, i)) return point_numeral(tokens, i);
  if (tokens.is_number(i)) {
    auto digits = digits_numeral(tokens, i);
    if (digits)
      if (auto part = share(tokens, i, *digits)) return part;
    return digits;
  }
  if (!tokens.is_word(i)) return std::nullopt;
  if (tokens.has(i, vague_number)) return vague_numeral(tokens, i);
  if (tokens.is(i, "a") || tokens.is(i, "an")) return after_article(tokens, i + 1);
  if (tokens.is(i, "half")) return half(tokens, i);
  if (!tokens.has(i, number_word) && !is_long_scale(tokens, i)) return std::nullopt;
  auto whole = words_numeral(tokens, i);
  if (!whole) return whole;
  if (auto found = dozens(tokens, whole->end, whole->value.value)) return found;
  if (auto part = share(tokens, i, *whole)) return part;
  const std::size_t scaled_end = whole->end;
  add_part(tokens, *whole);
  if (whole->end != scaled_end) {
    add_scales(tokens, *whole);
    return whole;
  }
  if (whole->scaled || whole->value.value > 9) return whole;
  const std::size_t part = joins_number(tokens, whole->end) ? whole->end + 1 : whole->end;
  if (auto fraction = fraction_numeral(tokens, part, whole->value.value)) return fraction;
  return whole;
}

}  // namespace avow::text
