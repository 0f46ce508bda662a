#include "text/date_finder.hpp"
#include "text/number_words.hpp"

namespace avow::text {
namespace {

constexpr int first_year = 1500;
constexpr int last_year = 2199;

}  // namespace

std::optional<int> DateFinder::integer(std::size_t i, std::size_t min_size, std::size_t max_size) const {
  if (!tokens_.is_number(i)) return std::nullopt;
  const std::string_view text = tokens_.view(i);
  if (text.size() < min_size || text.size() > max_size) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> DateFinder::year_at(std::size_t i) const {
  const auto value = integer(i, 4, 4);
  return value && *value >= first_year && *value <= last_year ? value : std::nullopt;
}

std::optional<int> DateFinder::day_at(std::size_t i) const {
  const auto value = integer(i, 1, 2);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

/// A day of a month with what follows it ("24", "24th"); `end` moves past it.
std::optional<int> DateFinder::day_number_at(std::size_t i, std::size_t& end) const {
  const auto value = day_at(i);
  if (!value) return std::nullopt;
  end = i + 1;
  if (tokens_[end].glued && tokens_.is_any(end, {"st", "nd", "rd", "th"})) ++end;
  const bool ordinal = tokens_.language().writing().ordinal_point && tokens_.is_mark(end, '.') && tokens_[end].glued;
  if (ordinal && tokens_.has(end + 1, month_name)) ++end;
  return tokens_[end].glued && (tokens_.is_word(end) || tokens_.is_mark(end, '%')) ? std::nullopt : value;
}

/// The month that token `i` names, its full stop included; 0 when it is none.
unsigned DateFinder::month_at(std::size_t i, std::size_t& end) const {
  if (!tokens_.has(i, month_name) || !tokens_[i].capital) return 0;
  end = i + 1;
  const bool abbreviated = tokens_[i].end - tokens_[i].begin <= 4 && tokens_.has(i, soft_abbreviation);
  if (abbreviated && tokens_.is_mark(end, '.') && tokens_[end].glued) ++end;
  return tokens_.word(i).month;
}

/// "nineteen ninety-six", "two thousand and ten" (after "year").
std::optional<int> DateFinder::spoken_year(std::size_t i, std::size_t& end) const {
  if (!tokens_.has(i, number_word)) return std::nullopt;
  const auto first = read_numeral(tokens_, i);
  if (!first || first->fraction) return std::nullopt;
  const double value = first->value.value;
  if (value >= 1900 && value <= last_year && tokens_.is(i - 1, "year")) {
    end = first->end;
    return static_cast<int>(value);
  }
  if (value < 15 || value > 21 || !tokens_.has(first->end, number_word)) return std::nullopt;
  const auto second = read_numeral(tokens_, first->end);
  if (!second || second->fraction || second->value.value < 10 || second->value.value > 99) return std::nullopt;
  end = second->end;
  return static_cast<int>(value * 100 + second->value.value);
}

/// A year at `i`, or the year that "(of) last year" tells.
std::optional<int> DateFinder::year_after(std::size_t i, std::size_t& end) const {
  const std::size_t y = tokens_.is(i, "of") ? i + 1 : skip_comma(i);
  if (tokens_[y].newlines > 0) return std::nullopt;
  end = y + 1;
  if (const auto year = year_at(y)) return year;
  if (const auto year = spoken_year(y, end)) return year;
  end = y + 2;
  if (!known_ || !tokens_.is(y + 1, "year") || tokens_.is_mark(i, ',')) return std::nullopt;
  if (tokens_.is(y, "this")) return year_;
  if (tokens_.is(y, "last")) return year_ - 1;
  if (tokens_.is(y, "next")) return year_ + 1;
  return std::nullopt;
}

/// Whether four digits are a year and no count: nothing counted follows, nothing numbered stands before.
bool DateFinder::is_year(std::size_t i) const {
  if (tokens_[i].glued && !tokens_.is_mark(i - 1, '(') && !is_dash(tokens_[i - 1].mark) &&
      !tokens_.is_mark(i - 1, '/') && !is_opening_quote(tokens_[i - 1].mark) && !tokens_.is_mark(i - 1, '"') &&
      !tokens_.is_mark(i - 1, '[') && !tokens_.is_mark(i - 1, 0x2018) && !tokens_.is_mark(i - 1, '\''))
    return false;
  if (tokens_[i].glued && is_dash(tokens_[i - 1].mark) && (tokens_.is_number(i - 2) || tokens_.is_word(i - 2)))
    return tokens_.is_any(i - 2, {"mid", "early", "late", "pre", "post"});
  if (tokens_[i + 1].glued && tokens_.is_word(i + 1)) return false;
  const int year = *year_at(i);
  if (year < 1700 && !tokens_.has(i - 1, date_preposition | month_name)) return false;
  if (tokens_.has(i - 1, numbered_noun) && !tokens_.has(i - 1, date_preposition)) return false;
  if (tokens_.is_any(i - 1, {"about", "over", "nearly", "almost", "least", "than", "roughly", "some", "around"}))
    return false;
  return !counts_something(i + 1) && !counts_plural(i) && !is_amount(i);
}

/// "an average of 1600", "for 1800 workers": years before 1900 are seldom told by such words.
bool DateFinder::is_amount(std::size_t i) const {
  const bool of = tokens_.is(i - 1, "of");
  if (of && tokens_.is_any(i - 2, {"average", "total", "maximum", "minimum", "sum", "number", "price", "cost"}))
    return true;
  if (*year_at(i) >= 1900 || !(of || tokens_.is_any(i - 1, {"for", "to", "with", "on", "at"}))) return false;
  const std::string_view noun = tokens_.view(i + 1);
  return tokens_.is_word(i + 1) && !tokens_[i + 1].capital && noun.size() > 3 && noun.back() == 's' &&
         tokens_[i + 1].newlines == 0 && !tokens_.has(i + 1, function_word | auxiliary);
}

/// "has 2000 cows", against "the 2000 elections" and "in 2000 voters turned".
bool DateFinder::counts_plural(std::size_t i) const {
  const std::string_view noun = tokens_.view(i + 1);
  if (tokens_.has(i - 1, date_preposition | determiner | month_name) || tokens_[i + 1].newlines > 0) return false;
  return tokens_.is_word(i + 1) && !tokens_[i + 1].capital && noun.size() > 3 && noun.back() == 's' &&
         !tokens_.has(i + 1, function_word | say_verb | that_verb | pledge_verb | auxiliary);
}

/// Whether the tokens after a number make it a count: "%", "people", "dollars", "million", or a plural noun after a
/// number that nothing introduces as a date.
bool DateFinder::counts_something(std::size_t i) const {
  if (tokens_.is_mark(i, '%')) return true;
  if (tokens_[i].newlines > 1) return false;
  return tokens_.has(i, scale_word | currency_word) || (tokens_.has(i, unit_word) && !tokens_.has(i, period_word)) ||
         tokens_.is(i, "per") || (tokens_.has(i, period_word) && !tokens_.is(i, "quarter"));
}

}  // namespace avow::text
