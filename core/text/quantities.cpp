#include "text/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "text/number_words.hpp"
#include "text/units.hpp"

namespace avow::text {
namespace {

struct BoundPhrase {
  Literal words[4];
  Bound bound;
};
/// Before a number; the longer first where one ends another.
constexpr BoundPhrase before_phrases[] = {{{"no", "less", "than"}, Bound::at_least},
                                          {{"not", "less", "than"}, Bound::at_least},
                                          {{"no", "fewer", "than"}, Bound::at_least},
                                          {{"no", "more", "than"}, Bound::at_most},
                                          {{"not", "more", "than"}, Bound::at_most},
                                          {{"no", "greater", "than"}, Bound::at_most},
                                          {{"a", "minimum", "of"}, Bound::at_least},
                                          {{"a", "maximum", "of"}, Bound::at_most},
                                          {{"as", "much", "as"}, Bound::at_most},
                                          {{"as", "many", "as"}, Bound::at_most},
                                          {{"as", "little", "as"}, Bound::at_least},
                                          {{"at", "the", "least"}, Bound::at_least},
                                          {{"no", "lower", "than"}, Bound::at_least},
                                          {{"no", "higher", "than"}, Bound::at_most},
                                          {{"at", "least"}, Bound::at_least},
                                          {{"at", "most"}, Bound::at_most},
                                          {{"up", "to"}, Bound::at_most},
                                          {{"more", "than"}, Bound::more_than},
                                          {{"greater", "than"}, Bound::more_than},
                                          {{"higher", "than"}, Bound::more_than},
                                          {{"upwards", "of"}, Bound::more_than},
                                          {{"in", "excess", "of"}, Bound::more_than},
                                          {{"less", "than"}, Bound::less_than},
                                          {{"fewer", "than"}, Bound::less_than},
                                          {{"lower", "than"}, Bound::less_than},
                                          {{"close", "to"}, Bound::about},
                                          {{"an", "estimated"}, Bound::about},
                                          {{"an", "average", "of"}, Bound::about},
                                          {{"something", "like"}, Bound::about},
                                          {{"minimum", "of"}, Bound::at_least},
                                          {{"maximum", "of"}, Bound::at_most},
                                          {{"over"}, Bound::more_than},
                                          {{"above"}, Bound::more_than},
                                          {{"exceeding"}, Bound::more_than},
                                          {{"exceeds"}, Bound::more_than},
                                          {{"exceed"}, Bound::more_than},
                                          {{"under"}, Bound::less_than},
                                          {{"below"}, Bound::less_than},
                                          {{"about"}, Bound::about},
                                          {{"around"}, Bound::about},
                                          {{"approximately"}, Bound::about},
                                          {{"roughly"}, Bound::about},
                                          {{"nearly"}, Bound::about},
                                          {{"almost"}, Bound::about},
                                          {{"some"}, Bound::about},
                                          {{"circa"}, Bound::about},
                                          {{"approx"}, Bound::about},
                                          {{"estimated"}, Bound::about},
                                          {{"minimum"}, Bound::at_least},
                                          {{"maximum"}, Bound::at_most},
                                          {{"~"}, Bound::about},
                                          {{">"}, Bound::more_than},
                                          {{"<"}, Bound::less_than}};
/// After it.
constexpr BoundPhrase after_phrases[] = {
    {{"or", "more"}, Bound::at_least},   {{"or", "less"}, Bound::at_most},  {{"or", "fewer"}, Bound::at_most},
    {{"or", "higher"}, Bound::at_least}, {{"or", "lower"}, Bound::at_most}, {{"or", "so"}, Bound::about},
    {{"or", "above"}, Bound::at_least},  {{"or", "below"}, Bound::at_most}, {{"at", "least"}, Bound::at_least},
    {{"at", "most"}, Bound::at_most},    {{"+"}, Bound::at_least},          {{"and", "above"}, Bound::at_least}};

std::size_t word_count(const BoundPhrase& phrase) {
  std::size_t n = 0;
  while (n < 4 && !phrase.words[n].empty()) ++n;
  return n;
}

bool phrase_at(const Tokens& tokens, const BoundPhrase& phrase, std::size_t i) {
  for (std::size_t n = 0; n < word_count(phrase); ++n)
    if (!tokens.is(i + n, phrase.words[n])) return false;
  return true;
}

class QuantityFinder {
 public:
  QuantityFinder(const Tokens& tokens, const std::vector<DateMention>& dates) : tokens_(tokens), dates_(dates) {}

  std::vector<Quantity> run() {
    std::vector<Quantity> out;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      if (begins_number(i) && !in_date(i))
        if (auto quantity = read(i, end, out.empty() ? 0 : out.back().span.end)) out.push_back(std::move(*quantity));
      i = std::max(end, i + 1);
    }
    return out;
  }

 private:
  bool begins_number(std::size_t i) const {
    return tokens_.is_number(i) || tokens_.has(i, number_word | scale_word | fraction_word) ||
           ((tokens_.is(i, "a") || tokens_.is(i, "an")) && tokens_.has(i + 1, scale_word | fraction_word));
  }

  /// Dates come in order and so do the calls.
  bool in_date(std::size_t i) {
    while (date_ < dates_.size() && dates_[date_].span.end <= tokens_[i].begin) ++date_;
    return date_ < dates_.size() && dates_[date_].span.contains(tokens_[i].begin);
  }

  /// `end` moves past the numeral in any case, so that a number that counts nothing is not tried again inside.
  std::optional<Quantity> read(std::size_t i, std::size_t& end, std::uint32_t not_before) const {
    const auto numeral = read_numeral(tokens_, i);
    if (!numeral) return std::nullopt;
    end = numeral->end;
    if (names_something(i, *numeral)) return std::nullopt;
    std::size_t begin = i;
    const std::string_view currency = currency_before(tokens_, i, begin);
    Quantity out;
    out.number = {tokens_[i].begin, tokens_[numeral->end - 1].end};
    out.value = numeral->value;
    Unit unit = read_unit(tokens_, numeral->end);
    if (auto upper = upper_end(i, *numeral, unit)) {
      out.range = true;
      out.upper = upper->value;
      if (upper->scaled && !numeral->scaled && numeral->value.value < upper->value.value)
        scale_like(out.value, tokens_, *upper);
      unit = read_unit(tokens_, upper->end);
      end = upper->end;
    } else if (is_joined_number(numeral->end)) {
      return std::nullopt;
    }
    if (!currency.empty() && !unit.name.starts_with("percent")) unit = {end, std::string(currency), 1, true};
    if (!stands(i, *numeral, unit, !currency.empty(), out.range)) return std::nullopt;
    apply(unit, out);
    if (unit.known || !unit.name.empty()) end = std::max(end, unit.known ? unit.end : end);
    finish(begin, std::max(end, unit.known ? unit.end : unit.end), not_before, out);
    if (!is_finite(out.value) || !is_finite(out.upper)) return std::nullopt;
    return out;
  }

  static bool is_finite(const Decimal& decimal) { return std::isfinite(decimal.value) && std::isfinite(decimal.step); }

  static void scale_like(Decimal& value, const Tokens& tokens, const Numeral& upper) {
    const double factor = tokens.word(upper.end - 1).number;
    if (factor <= 1) return;
    value.value *= factor;
    value.step *= factor;
  }

  static void apply(const Unit& unit, Quantity& out) {
    out.unit = unit.name;
    for (Decimal* decimal : {&out.value, &out.upper}) {
      decimal->value *= unit.factor;
      decimal->step *= unit.factor;
    }
  }

  /// Span and bound: the words before and after that bend it.
  void finish(std::size_t begin, std::size_t end, std::uint32_t not_before, Quantity& out) const {
    if (out.range && (tokens_.is(begin - 1, "between") || tokens_.is(begin - 1, "from"))) --begin;
    std::size_t p = begin;
    if (tokens_.is(p - 1, "just") || tokens_.is(p - 1, "well")) --p;
    for (const BoundPhrase& phrase : before_phrases) {
      const std::size_t n = word_count(phrase);
      if (p < n || !phrase_at(tokens_, phrase, p - n) || tokens_[p - n].begin < not_before) continue;
      out.bound = phrase.bound;
      begin = p - n;
      break;
    }
    for (const BoundPhrase& phrase : after_phrases) {
      if (out.bound != Bound::exact || !phrase_at(tokens_, phrase, end)) continue;
      out.bound = phrase.bound;
      end += word_count(phrase);
    }
    if (begin > 0 && tokens_.is_mark(begin - 1, '-') && tokens_[begin].glued && !tokens_[begin - 1].glued)
      negate(out, --begin);
    out.span = {tokens_[begin].begin, tokens_[end - 1].end};
  }
  void negate(Quantity& out, std::size_t) const { out.value.value = -out.value.value; }

  /// "2-3 %", "between 2 and 3 percent", "from 3 to 5 percent", "$3 to $5".
  std::optional<Numeral> upper_end(std::size_t i, const Numeral& lower, const Unit& unit) const {
    std::size_t at = lower.end;
    if (unit.known && unit.end > at && !unit.name.empty()) {
      const bool same_after = tokens_.is_any(unit.end, {"to", "and"}) || is_dash(tokens_[unit.end].mark);
      if (same_after && unit.name.starts_with("percent")) at = unit.end;
    }
    std::size_t ignored = 0;
    std::size_t first = i;
    if (!currency_before(tokens_, i, ignored).empty()) first = ignored;
    const bool between = tokens_.is(first - 1, "between");
    const bool dash = is_dash(tokens_[at].mark) && tokens_[at].glued && tokens_[at + 1].glued;
    const bool to = tokens_.is(at, "to");
    const bool and_word = tokens_.is(at, "and") && between;
    if (!dash && !to && !and_word) return std::nullopt;
    ++at;
    if (tokens_.is_mark(at, '$') || tokens_.is_mark(at, 0xA3) || tokens_.is_mark(at, 0x20AC)) ++at;
    auto upper = read_numeral(tokens_, at);
    if (!upper || upper->value.value <= 0) return std::nullopt;
    Decimal low = lower.value;
    if (upper->scaled && !lower.scaled && low.value < 1000) scale_like(low, tokens_, *upper);
    if (upper->value.value <= low.value) return std::nullopt;
    const Unit after = read_unit(tokens_, upper->end);
    if (at > lower.end + 2 && after.name != unit.name) return std::nullopt;
    const bool from = tokens_.is(first - 1, "from");
    if (dash && !after.known && after.name.empty() && !upper->scaled && first == i) return std::nullopt;
    if (to && first == i && !from && !between && !after.known && after.name.empty()) return std::nullopt;
    return upper;
  }

  /// "555-1234", "2-1": numbers glued together by a dash or slash that are no range.
  bool is_joined_number(std::size_t end) const {
    const char32_t mark = tokens_[end].mark;
    return (is_dash(mark) || mark == '/' || mark == ':') && tokens_[end].glued && tokens_[end + 1].glued &&
           tokens_.is_number(end + 1);
  }

  /// Numbers that name something: articles, models, ordinals, times, list markers, references, generations.
  bool names_something(std::size_t i, const Numeral& numeral) const {
    const Token& before = tokens_[i - 1];
    if (tokens_.has(i - 1, numbered_noun) && !tokens_[i].glued && tokens_[i].newlines == 0 && before.capital)
      return true;
    if (tokens_.is_any(i - 1, {"article", "articles", "section", "chapter", "page", "pages", "paragraph", "number",
                               "figure", "table"}) &&
        tokens_[i].newlines == 0)
      return true;
    if (tokens_.is_mark(i - 1, '.') && tokens_[i - 1].glued &&
        tokens_.is_any(i - 2, {"no", "nos", "art", "sec", "para", "p", "pp", "fig"}) && tokens_.is_number(i))
      return true;
    if (tokens_.is_mark(i - 1, '#')) return true;
    if (!tokens_.is_number(i)) return word_that_counts_nothing(i, numeral);
    const bool joined_before =
        tokens_[i].glued && (is_dash(before.mark) || before.mark == '/' || before.mark == ':' || before.mark == '.');
    if (joined_before && tokens_[i - 1].glued && i >= 2 && tokens_[i - 2].kind != TokenKind::end) return true;
    const std::size_t end = numeral.end;
    const bool known_next = tokens_.has(end, unit_word | currency_word | scale_word | period_word);
    if (before.glued && (before.mark == '_' || before.mark == '=' || before.mark == '&') && tokens_[i].glued)
      return true;
    if (tokens_[end].glued && tokens_.is_word(end) && !known_next) return true;  // 5G, 16th, 90s
    if (tokens_[end].glued && tokens_[end].kind == TokenKind::possessive) return true;
    if (is_time(i, end)) return true;
    return is_marker(i, end);
  }
  bool word_that_counts_nothing(std::size_t i, const Numeral& numeral) const {
    if (is_dash(tokens_[i - 1].mark) && tokens_[i].glued && tokens_[i - 1].glued)
      return true;  // "twenty-one" is read whole
    const bool bare_scale = tokens_.has(i, scale_word) && tokens_[i].end - tokens_[i].begin > 3;
    if (bare_scale && !tokens_.is_any(i, {"hundred", "thousand", "million", "billion", "trillion"})) return true;
    return numeral.words && tokens_.is_any(i, {"k", "m", "b", "bn", "mn", "tn", "mln", "trn"});
  }
  bool is_time(std::size_t i, std::size_t end) const {
    if (tokens_.is_mark(end, ':') && tokens_[end].glued && tokens_.is_number(end + 1)) return true;
    if (tokens_.is_any(end, {"am", "pm", "o'clock", "gmt", "a.m", "p.m"})) return true;
    const bool half_day = tokens_.is_any(end, {"a", "p"}) && tokens_.is_mark(end + 1, '.') && tokens_.is(end + 2, "m");
    return half_day && !tokens_.is_mark(i - 1, '$');
  }
  bool is_marker(std::size_t i, std::size_t end) const {
    const char32_t next = tokens_[end].mark;
    if (tokens_.begins_line(i) && tokens_[end].glued && (next == '.' || next == ')' || next == ':')) return true;
    const char32_t open = tokens_[i - 1].mark;
    return (open == '[' && next == ']') || (open == '(' && next == ')');
  }

  /// Whether a number that names nothing counts enough to be kept.
  bool stands(std::size_t i, const Numeral& numeral, const Unit& unit, bool currency, bool range) const {
    if (currency || range || unit.known) return !(tokens_.is(i, "one") && unit.known && is_loose_one(i, unit));
    if (numeral.scaled) return true;
    if (numeral.fraction) return tokens_.is(numeral.end, "of") || tokens_.is(numeral.end, "the");
    if (tokens_.is(i, "one") || tokens_.is(i, "zero")) return false;
    if (tokens_.is_number(i) && is_model(i)) return false;
    if (numeral.words) return !unit.name.empty() || tokens_.is(numeral.end, "of");
    return true;
  }
  /// "Platform 9", "the Model 3": a number after a name within a sentence.
  bool is_model(std::size_t i) const {
    if (tokens_[i].glued || tokens_[i].newlines > 0 || !tokens_.is_word(i - 1) || !tokens_[i - 1].capital) return false;
    const Token& before = tokens_[i - 2];
    const bool list_mark = before.kind == TokenKind::mark && before.newlines > 0;
    const bool begins = before.kind == TokenKind::end || before.mark == '.' || tokens_[i - 1].newlines > 0 || list_mark;
    return !begins && !tokens_.has(i - 1, function_word | month_name | weekday_name);
  }
  /// "one day", "one person": a turn of phrase unless bent ("at least one day").
  bool is_loose_one(std::size_t i, const Unit& unit) const {
    if (unit.name.starts_with("percent")) return false;
    return !tokens_.is_any(i - 1, {"least", "than", "only", "just"});
  }

  const Tokens& tokens_;
  const std::vector<DateMention>& dates_;
  std::size_t date_ = 0;
};

}  // namespace

std::vector<Quantity> find_quantities(const Tokens& tokens, const std::vector<DateMention>& dates) {
  return QuantityFinder(tokens, dates).run();
}

}  // namespace avow::text
