#include "text/number_words.hpp"

#include <algorithm>
#include <array>

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

/// A scale after digits; the letters "m", "b", "k", "tn" only where they touch the digits or a currency stands before.
double scale_after(const Tokens& tokens, std::size_t i) {
  if (!tokens.has(i, scale_word) || tokens[i].newlines > 1) return 0;
  const bool letter = tokens[i].end - tokens[i].begin == 1;
  if (letter && !tokens[i].glued) return 0;
  return tokens.word(i).number;
}

bool joins(const Tokens& tokens, std::size_t i) {
  return tokens.is_mark(i, '-') && tokens[i].glued;
}

std::optional<Numeral> digits_numeral(const Tokens& tokens, std::size_t i) {
  Numeral out;
  out.end = grouped_end(tokens, i);
  std::string_view raw = tokens.text().substr(tokens[i].begin, tokens[out.end - 1].end - tokens[i].begin);
  const auto value = read_digits(raw, tokens.language().writing().decimal_comma);
  if (!value) return std::nullopt;
  out.value = *value;
  for (std::size_t next = out.end; next < out.end + 3;) {
    const std::size_t at = joins(tokens, next) ? next + 1 : next;
    const double scale = scale_after(tokens, at);
    if (scale == 0) break;
    out.value.value *= scale;
    out.value.step *= scale;
    out.scaled = true;
    out.end = next = at + 1;
  }
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
    any_ = true;
  }
  bool any() const { return any_; }
  Decimal value() const { return {total_ + group_, step_}; }

 private:
  double group_ = 0;
  double total_ = 0;
  double step_ = 1;
  bool any_ = false;
};

/// "half", "a third", "two thirds", "half a million", "a quarter of a million".
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
    if (at > i && joins(tokens, at)) ++next;
    if (at > i && tokens.is(at, "and") && last >= 100) ++next;
    if (at > i && tokens[next].newlines > 1) break;
    if (tokens.has(next, number_word)) {
      const double value = tokens.word(next).number;
      const bool fits = last == 0 || last >= 100 || (last >= 20 && value < 10 && value > 0);
      if (!fits) break;
      sum.number(last = value);
    } else if (is_long_scale(tokens, next) && (next == at || joins(tokens, at)) && scales < max_scales) {
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
  return out;
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

std::optional<Numeral> read_numeral(const Tokens& tokens, std::size_t i) {
  if (tokens.is_number(i)) return digits_numeral(tokens, i);
  if (!tokens.is_word(i)) return std::nullopt;
  if (tokens.is(i, "a") || tokens.is(i, "an")) {
    if (tokens.has(i + 1, fraction_word)) return fraction_numeral(tokens, i + 1, 1);
    return is_long_scale(tokens, i + 1) ? words_numeral(tokens, i + 1) : std::nullopt;
  }
  if (tokens.is(i, "half")) return fraction_numeral(tokens, i, 1);
  if (!tokens.has(i, number_word) && !is_long_scale(tokens, i)) return std::nullopt;
  auto whole = words_numeral(tokens, i);
  if (!whole || whole->scaled || whole->value.value > 9) return whole;
  const std::size_t part = joins(tokens, whole->end) ? whole->end + 1 : whole->end;
  if (auto fraction = fraction_numeral(tokens, part, whole->value.value)) return fraction;
  return whole;
}

}  // namespace avow::text
