#include <cmath>

#include "text/found_quantity.hpp"

namespace avow::text {
namespace {

constexpr std::size_t most_between = 14;  ///< tokens between two quantities of one sentence whose noun is said once

bool is_list(const Tokens& tokens, std::size_t end, std::size_t begin) {
  std::size_t at = end;
  if (tokens.is_mark(at, ',')) ++at;
  if (tokens.is_any(at, {"or", "and", "to"})) ++at;
  return at > end && at == begin;
}

/// "16,369.03, up 58.06 points": an index is told in what it moves by.
bool is_level(const Tokens& tokens, const FoundQuantity& first, const FoundQuantity& next) {
  const std::size_t at = tokens.is_mark(first.end, ',') ? first.end + 1 : first.end;
  return next.quantity.unit == "point" && at + 1 == next.begin && tokens.is_any(at, {"up", "down", "off"});
}

/// "3.9 million, up from 2.4 million", "5 percent, compared with 4", but "fell 5 percent to 12".
bool is_compared(const Tokens& tokens, const FoundQuantity& first, const FoundQuantity& next) {
  const std::size_t end = first.end;
  const std::size_t begin = next.begin;
  if (begin <= end || begin > end + 4) return false;
  if (tokens.is(begin - 1, "to") && first.quantity.unit.starts_with("percent")) return false;
  for (std::size_t at = end; at < begin; ++at)
    if (!tokens.is_mark(at, ',') && !tokens.is_any(at, {"up", "down", "from", "compared", "with", "to", "versus", "vs",
                                                        "against", "than", "rather"}))
      return false;
  return !tokens.is_mark(begin - 1, ',');
}

/// "435 homes by open sale and 187 by tender": the second of two that are told apart by what follows them.
bool is_elliptic(const Tokens& tokens, const FoundQuantity& first, const FoundQuantity& next) {
  if (next.begin <= first.end || next.begin > first.end + most_between || !tokens.is(next.begin - 1, "and"))
    return false;
  if (!tokens.is_any(next.end, {"by", "in", "for", "at", "from", "on", "against", "with", "last", "this", "during"}))
    return false;
  for (std::size_t at = first.end; at < next.begin; ++at)
    if (tokens.is_mark(at, '.') || tokens.is_mark(at, ';') || tokens[at].newlines > 1) return false;
  return true;
}

void take_unit(const Tokens& tokens, FoundQuantity& first, const FoundQuantity& next) {
  first.waits = false;
  first.quantity.unit = next.quantity.unit;
  first.quantity.per = next.quantity.per;
  first.quantity.counted = next.quantity.counted;
  double factor = next.factor;
  const bool scaled = next.scale > 1 && first.scale == 1 && tokens.is(first.end, "or");
  if (scaled && std::abs(first.quantity.value.value) < 1000) factor *= next.scale;
  multiply(first.quantity.value, factor);
}

void take_unit_before(FoundQuantity& next, const FoundQuantity& first) {
  next.waits = false;
  next.quantity.unit = first.quantity.unit;
  next.quantity.counted = first.quantity.counted;
  multiply(next.quantity.value, first.factor);
}

/// "the 400 who had no work".
void name_people(const Tokens& tokens, FoundQuantity& one) {
  if (one.quantity.unit.empty() && tokens.is(one.end, "who")) one.quantity.unit = "people";
}

}  // namespace

void share_units(const Tokens& tokens, std::vector<FoundQuantity>& found) {
  for (std::size_t n = found.size(); n-- > 1;) {
    FoundQuantity& first = found[n - 1];
    const FoundQuantity& next = found[n];
    const bool part = first.quantity.value.step == 0 && first.quantity.value.value < 1;  // "two-thirds, 67 percent"
    const bool wants = !part && first.quantity.unit.empty() && !next.quantity.unit.empty() && !next.waits;
    if (wants && (is_list(tokens, first.end, next.begin) || is_level(tokens, first, next)))
      take_unit(tokens, first, next);
  }
  if (!found.empty()) name_people(tokens, found[0]);
  for (std::size_t n = 1; n < found.size(); ++n) {
    const FoundQuantity& first = found[n - 1];
    FoundQuantity& next = found[n];
    if (next.quantity.unit.empty() && !first.quantity.unit.empty() &&
        (is_compared(tokens, first, next) || is_elliptic(tokens, first, next)))
      take_unit_before(next, first);
    name_people(tokens, next);
    const bool bracket = tokens.is_mark(first.end, '(') && next.begin == first.end + 1;
    if (!bracket || next.quantity.bound != Bound::exact || next.quantity.unit.empty()) continue;
    next.quantity.bound = first.quantity.bound;
    next.quantity.change = first.quantity.change;
  }
}

}  // namespace avow::text
