#include "text/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/ages.hpp"
#include "text/bounds.hpp"
#include "text/changes.hpp"
#include "text/found_quantity.hpp"
#include "text/number_noise.hpp"
#include "text/number_words.hpp"
#include "text/ranges.hpp"
#include "text/units.hpp"

namespace avow::text {
namespace {

bool is_plain_one(const Tokens& tokens, std::size_t i, const Numeral& numeral) {
  return tokens.is(i, "one") && numeral.value.value == 1 && numeral.end == i + 1;
}

class QuantityFinder {
 public:
  QuantityFinder(const Tokens& tokens, const std::vector<DateMention>& dates) : tokens_(tokens), dates_(dates) {}

  std::vector<Quantity> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      if (may_begin_numeral(tokens_, i)) {
        auto found = in_date(i) ? read_duration(i, end) : read(i, end);
        if (found) found_.push_back(std::move(*found));
      }
      i = std::max(end, i + 1);
    }
    share_units(tokens_, found_);
    std::vector<Quantity> out;
    out.reserve(found_.size());
    for (FoundQuantity& found : found_)
      if (!found.waits) out.push_back(std::move(found.quantity));
    return out;
  }

 private:
  /// Dates come in order and so do the calls.
  bool in_date(std::size_t i) {
    while (date_ < dates_.size() && dates_[date_].span.end <= tokens_[i].begin) ++date_;
    return date_ < dates_.size() && dates_[date_].span.contains(tokens_[i].begin);
  }
  std::uint32_t last_end() const { return found_.empty() ? 0 : found_.back().quantity.span.end; }

  /// "in 15 years", "the last three months": a length of time that a date is made of.
  std::optional<FoundQuantity> read_duration(std::size_t i, std::size_t& end) const {
    const auto numeral = read_numeral(tokens_, i);
    if (!numeral || is_plain_one(tokens_, i, *numeral)) return std::nullopt;
    if (tokens_.is_any(i, {"a", "an"}) || tokens_[i].glued) return std::nullopt;
    Unit unit = numeral->fraction ? read_divided_unit(tokens_, numeral->end) : read_unit(tokens_, numeral->end);
    const auto upper = upper_end(tokens_, i, i, *numeral, unit);
    if (upper) unit = read_unit(tokens_, upper->end);
    const bool time = unit.known && tokens_.has(unit.end - 1, period_word | unit_word) && !unit.name.starts_with('p');
    if (!time || unit.age) return std::nullopt;
    FoundQuantity out = begin_with(i, i, *numeral);
    if (upper) take_upper(*numeral, *upper, out);
    apply(unit, out);
    out.end = unit.end;
    out.quantity.loose = true;
    out.quantity.span = {tokens_[i].begin, tokens_[unit.end - 1].end};
    end = unit.end;
    return out;
  }

  FoundQuantity begin_with(std::size_t begin, std::size_t i, const Numeral& numeral) const {
    FoundQuantity out;
    out.begin = begin;
    out.quantity.number = {tokens_[i].begin, tokens_[numeral.end - 1].end};
    out.quantity.value = numeral.value;
    out.scale = numeral.scaled ? numeral.last_scale : 1;
    return out;
  }

  /// `end` moves past the numeral in any case, so that a number that counts nothing is not tried again inside.
  std::optional<FoundQuantity> read(std::size_t i, std::size_t& end) const {
    const auto numeral = read_numeral(tokens_, i);
    if (!numeral) return std::nullopt;
    end = numeral->end;
    if (names_something(tokens_, i, *numeral)) return std::nullopt;
    if (numeral->vague) return read_vague(i, *numeral, end);
    if (is_one_or_two(i)) return read_one_or_two(i, *numeral);
    if (is_plain_one(tokens_, i, *numeral) && !is_lower_end(numeral->end)) return read_one(i, end);
    std::size_t begin = i;
    const std::string_view currency = currency_before(tokens_, i, begin);
    FoundQuantity out = begin_with(begin, i, *numeral);
    const Bound suffix = joined_bound(numeral->end);
    Unit unit = read_unit(tokens_, suffix == Bound::exact ? numeral->end : numeral->end + 2);
    if (numeral->fraction && !unit.known)
      if (Unit whole = read_divided_unit(tokens_, numeral->end); whole.known) unit = whole;
    const Unit shared = unit;
    if (numeral->share) unit.name.clear();  // "one in five pupils" is no fifth of a pupil
    if (auto upper = upper_end(tokens_, i, begin, *numeral, unit)) {
      take_upper(*numeral, *upper, out);
      unit = read_unit(tokens_, upper->end);
      end = upper->end;
    } else if (const std::size_t score = score_end(tokens_, i, *numeral); score != 0 && currency.empty()) {
      end = score;
      return std::nullopt;
    } else if (is_joined_number(tokens_, numeral->end)) {
      return std::nullopt;
    }
    if (!currency.empty() && !unit.name.starts_with("percent")) unit = money(currency, i, end);
    if (!stands(i, *numeral, unit, !currency.empty(), out)) return std::nullopt;
    apply(unit, out);
    out.end = std::max(end, unit.end);
    if (unit.known) end = out.end;
    finish(out);
    if (out.quantity.bound == Bound::exact) out.quantity.bound = suffix;
    if (numeral->share && !shared.name.empty())
      out.quantity.counted = {tokens_[shared.begin].begin, tokens_[shared.end - 1].end};
    mark_loose(i, *numeral, unit, out);
    if (!is_finite(out.quantity.value) || !is_finite(out.quantity.upper)) return std::nullopt;
    return out;
  }

  /// "5,000-plus seats", "20-odd boats".
  Bound joined_bound(std::size_t end) const {
    if (!is_dash(tokens_[end].mark) || !tokens_[end].glued) return Bound::exact;
    return tokens_.is(end + 1, "plus") ? Bound::at_least : tokens_.is(end + 1, "odd") ? Bound::about : Bound::exact;
  }

  Unit money(std::string_view currency, std::size_t i, std::size_t end) const {
    Unit unit = read_unit(tokens_, end);  // for "a barrel" after "$84"
    const bool repeated = unit.known && unit.name == currency;
    const Unit after = repeated ? unit : Unit{};
    Unit out{.end = repeated ? after.end : end, .name = std::string(currency), .known = true, .begin = i};
    out.per = read_rate(tokens_, out.end);
    return out;
  }

  static bool is_finite(const Decimal& decimal) { return std::isfinite(decimal.value) && std::isfinite(decimal.step); }

  static void take_upper(const Numeral& lower, const Numeral& upper, FoundQuantity& out) {
    out.quantity.range = true;
    out.quantity.upper = upper.value;
    if (upper.scaled && !lower.scaled && lower.value.value < upper.value.value && upper.last_scale > 1)
      multiply(out.quantity.value, upper.last_scale);
  }

  void apply(const Unit& unit, FoundQuantity& out) const {
    out.quantity.unit = unit.name;
    out.quantity.per = unit.per;
    out.factor = unit.factor;
    multiply(out.quantity.value, unit.factor);
    multiply(out.quantity.upper, unit.factor);
    if (unit.end > unit.begin && !unit.name.empty())
      out.quantity.counted = {tokens_[unit.begin].begin, tokens_[unit.end - 1].end};
  }

  /// Span, bound and direction: the words before and after that bend it.
  void finish(FoundQuantity& out) const {
    std::size_t begin = out.begin;
    std::size_t end = out.end;
    if (out.quantity.range && (tokens_.is(begin - 1, "between") || tokens_.is(begin - 1, "from"))) --begin;
    if (tokens_.is_any(begin - 1, {"just", "well"})) --begin;
    const BoundWords before = bound_before(tokens_, begin, last_end());
    if (before.count > 0) {
      out.quantity.bound = before.bound;
      begin -= before.count;
    }
    if (const BoundWords after = bound_after(tokens_, end); before.count == 0 && after.count > 0) {
      out.quantity.bound = after.bound;
      end += after.count;
    }
    begin = sign(begin, out.quantity);
    out.quantity.change = change_around(tokens_, begin, out.end);
    out.quantity.span = {tokens_[begin].begin, tokens_[end - 1].end};
    out.begin = begin;
  }

  /// "-3", "minus 3".
  std::size_t sign(std::size_t begin, Quantity& out) const {
    const bool dash =
        begin > 0 && is_dash(tokens_[begin - 1].mark) && tokens_[begin].glued && !tokens_[begin - 1].glued;
    const bool word = tokens_.is(begin - 1, "minus") && !tokens_.is_number(begin - 2);
    if (!dash && !word) return begin;
    out.value.value = -out.value.value;
    return begin - 1;
  }

  /// Whether a number that names nothing counts enough to be kept.
  bool stands(std::size_t i, const Numeral& numeral, const Unit& unit, bool currency, FoundQuantity& out) const {
    if (currency || out.quantity.range || unit.known || numeral.scaled) return true;
    if (numeral.share) return true;
    if (numeral.fraction) return !is_joined_word(numeral.end) && (has_bound(i) || is_share_of(i, numeral, unit));
    if (tokens_.is(i, "zero")) return false;
    if (tokens_.is_number(i) && is_model(tokens_, i)) return false;
    if (!unit.name.empty()) return true;
    if (!numeral.words) return !is_in_name(tokens_, i, numeral.end) || has_bound(i);
    if (tokens_.is_any(numeral.end, {"of", "who"}) || has_bound(i)) return true;
    const bool listed = tokens_.is_any(numeral.end, {"or", "and"}) && may_begin_numeral(tokens_, numeral.end + 1);
    return out.waits = listed || tokens_.is(i - 1, "and");
  }
  bool has_bound(std::size_t i) const { return bound_before(tokens_, i, last_end()).count > 0; }
  /// "half-full", "a third-party bid".
  bool is_joined_word(std::size_t end) const { return is_dash(tokens_[end].mark) && tokens_[end].glued; }
  bool is_share_of(std::size_t i, const Numeral& numeral, const Unit& unit) const {
    if (tokens_.is_any(numeral.end, {"of", "the", "its", "their", "our", "all", "that"})) return true;
    if (tokens_.is(i - 1, "by")) return true;
    return numeral.value.value != 0.5 && !tokens_.is_any(i, {"a", "an"}) && !unit.name.empty();
  }

  /// "one to two years", "one or two".
  bool is_lower_end(std::size_t end) const {
    const bool hyphen = tokens_.is_mark(end, '-') && tokens_[end].glued;
    return (hyphen || tokens_.is_any(end, {"to", "or"})) && may_begin_numeral(tokens_, end + 1);
  }

  /// "another pick or two".
  bool is_one_or_two(std::size_t i) const {
    return tokens_.is(i, "two") && tokens_.is(i - 1, "or") && tokens_.is_any(i - 3, {"a", "an", "another", "one"}) &&
           tokens_.is_word(i - 2) && !tokens_.has(i - 2, function_word);
  }
  std::optional<FoundQuantity> read_one_or_two(std::size_t i, const Numeral& numeral) const {
    const Unit unit = read_unit(tokens_, i - 2, true);
    if (unit.end != i - 1 || tokens_[i - 2].begin < last_end()) return std::nullopt;
    FoundQuantity out = begin_with(i - 2, i, numeral);
    apply(unit, out);
    out.end = numeral.end;
    out.quantity.span = {tokens_[i - 2].begin, tokens_[i].end};
    out.quantity.loose = true;
    return out;
  }

  /// "One student", "one of the best schools".
  std::optional<FoundQuantity> read_one(std::size_t i, std::size_t& end) const {
    if (tokens_.is_any(i - 1, {"no", "this", "that", "the", "any", "every", "each", "which", "another", "some", "first",
                               "last", "next", "new", "other", "a", "an", "whole", "single"}))
      return std::nullopt;
    if (tokens_.is_mark(i + 1, '-') && tokens_[i + 1].glued && !tokens_.has(i + 2, period_word | unit_word))
      return std::nullopt;
    if (tokens_[i + 1].kind == TokenKind::possessive) return std::nullopt;
    std::size_t at = i + 1;
    const bool of = tokens_.is(at, "of");
    if (of) at += tokens_.has(at + 1, determiner) ? 2 : 1;
    Unit unit = read_unit(tokens_, at, !of);
    const bool alone = tokens_.is_any(at, {"that", "who", "which"}) && !of;
    if (unit.name.empty() && !of && !alone) return std::nullopt;
    if (unit.name.empty()) unit.end = of ? i + 2 : i + 1;
    Numeral one{.end = i + 1, .value = {1, 1}, .words = true};
    FoundQuantity out = begin_with(i, i, one);
    apply(unit, out);
    out.end = std::max(i + 1, unit.end);
    finish(out);
    out.quantity.loose = !(unit.known && is_bent(i, unit));
    end = out.end;
    return out;
  }
  bool is_bent(std::size_t i, const Unit& unit) const {
    return unit.name.starts_with("percent") || tokens_.is_any(i - 1, {"least", "than", "only", "just"});
  }

  /// "Dozens of people", "hundreds of millions of pounds".
  std::optional<FoundQuantity> read_vague(std::size_t i, const Numeral& numeral, std::size_t& end) const {
    const bool of = tokens_.is(numeral.end, "of");
    const Unit unit = read_unit(tokens_, of ? numeral.end + 1 : numeral.end);
    FoundQuantity out = begin_with(i, i, numeral);
    out.quantity.range = true;
    out.quantity.upper = {numeral.value.value * 10, 0};
    apply(unit, out);
    out.end = end = std::max(numeral.end, unit.end);
    finish(out);
    out.quantity.loose = true;
    return out;
  }

  /// Ages and what only a turn of phrase counts.
  void mark_loose(std::size_t i, const Numeral& numeral, const Unit& unit, FoundQuantity& out) const {
    if (unit.age || unit.name == "generation") out.quantity.loose = true;
    if (!unit.name.empty() || out.quantity.range || numeral.fraction) return;
    const bool from = is_age_of_expectancy(tokens_, i);
    const bool expected = !from && is_life_expectancy(tokens_, i);  // an amount like any other
    if (!from && !expected && !is_age(tokens_, i)) return;
    out.quantity.unit = "years of age";
    out.quantity.loose = !expected;
  }
  const Tokens& tokens_;
  const std::vector<DateMention>& dates_;
  std::size_t date_ = 0;
  std::vector<FoundQuantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Tokens& tokens, const std::vector<DateMention>& dates) {
  return QuantityFinder(tokens, dates).run();
}

}  // namespace avow::text
