#include "text/ranges.hpp"

#include "text/bounds.hpp"
#include "text/changes.hpp"

namespace avow::text {
namespace {

/// What leads to the two numbers and what stands between them.
struct Link {
  std::size_t upper = 0;  ///< where the second begins
  bool dash = false;
  bool to = false;
  bool between = false;
  bool from = false;
  bool led = false;           ///< a word before asks for a range: "between", "from", "about", "aged"
  bool unit_between = false;  ///< "5 % to 7 %"
};

/// "0-to-60", "10-to-12-week".
bool is_hyphened_to(const Tokens& tokens, std::size_t at) {
  return tokens.is_mark(at, '-') && tokens.is(at + 1, "to") && tokens.is_mark(at + 2, '-') && tokens[at].glued;
}

std::optional<Link> link_after(const Tokens& tokens, std::size_t first, const Numeral& lower, const Unit& unit) {
  Link link;
  std::size_t at = lower.end;
  link.unit_between =
      unit.known && unit.end > at && (tokens.is_any(unit.end, {"to", "and"}) || is_dash(tokens[unit.end].mark));
  if (link.unit_between) at = unit.end;
  link.dash = is_dash(tokens[at].mark) && tokens[at].glued && tokens[at + 1].glued;
  if (tokens.is_mark(at, '-') && tokens[at].glued && !tokens[at + 1].glued && tokens.is(at + 1, "to"))
    ++at;  // "18- to"
  link.to = tokens.is(at, "to");
  if (is_hyphened_to(tokens, at)) {
    link.dash = true;
    link.upper = at + 3;
    return link;
  }
  if (!link.dash && !link.to && !tokens.is(at, "and")) return std::nullopt;
  const std::size_t bend = bound_before(tokens, first, 0).count;
  link.between = tokens.is(first - 1, "between") || tokens.is(first - bend - 1, "between");
  link.from = tokens.is(first - 1, "from") || tokens.is(first - bend - 1, "from");
  link.led = link.between || link.from || bend > 0 || tokens.is_any(first - 1, {"aged", "ages", "age", "of"});
  if (!link.dash && !link.to && !link.between) return std::nullopt;
  link.upper = currency_of(tokens[at + 1].mark).empty() ? at + 1 : at + 2;
  return link;
}

/// "lost 45 to 52", "voted 5 to 10": a count of votes or goals.
bool is_contest(const Tokens& tokens, std::size_t first) {
  return tokens.is_any(first - 1,
                       {"vote", "votes", "voted", "won", "win", "lost", "lose", "beat", "score", "odds", "ratio"});
}

}  // namespace

std::optional<Numeral> upper_end(const Tokens& tokens, std::size_t i, std::size_t first, const Numeral& lower,
                                 const Unit& unit) {
  const auto link = link_after(tokens, first, lower, unit);
  if (!link || !may_begin_numeral(tokens, link->upper)) return std::nullopt;
  auto upper = read_numeral(tokens, link->upper);
  if (!upper || upper->fraction || upper->value.value <= 0) return std::nullopt;
  double low = lower.value.value;
  if (upper->scaled && !lower.scaled && low < 1000) low *= upper->last_scale;
  if (upper->value.value <= low) return std::nullopt;
  // "rose by $3 billion to $8 billion" says by how much and to what.
  const bool whole = link->unit_between || lower.scaled || first != i;
  if (link->to && whole && change_around(tokens, first, i) != Change::none) return std::nullopt;
  const Unit after = read_unit(tokens, upper->end);
  if (is_hyphened_to(tokens, lower.end) && !after.known) return std::nullopt;
  if (link->unit_between && after.name != unit.name) return std::nullopt;
  if (after.known || !after.name.empty() || upper->scaled || first != i || link->led) return upper;
  return link->dash || lower.words != upper->words || is_contest(tokens, first) ? std::nullopt : upper;
}

std::size_t score_end(const Tokens& tokens, std::size_t i, const Numeral& lower) {
  const bool hyphens = is_hyphened_to(tokens, lower.end);
  const std::size_t at = hyphens ? lower.end + 3 : lower.end + 1;
  if ((!hyphens && !tokens.is(lower.end, "to")) || !may_begin_numeral(tokens, at)) return 0;
  if (lower.scaled || tokens.is_any(i - 1, {"from", "between"})) return 0;
  const auto other = read_numeral(tokens, at);
  if (!other || other->scaled || other->fraction) return 0;
  if (hyphens) return read_unit(tokens, other->end).known ? 0 : other->end;
  return other->value.value <= lower.value.value && read_unit(tokens, other->end).name.empty() ? other->end : 0;
}

}  // namespace avow::text
