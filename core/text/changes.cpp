#include "text/changes.hpp"

#include <algorithm>
#include <array>

namespace avow::text {
namespace {

constexpr std::size_t object_window = 9;  ///< between a verb and its "by": "cut the emissions of our industry by 40 %"
constexpr std::size_t most_skipped = 3;   ///< between a verb and its amount: "rose by only a further 3 %"

/// Verbs and nouns of moving: what they move by stands after them, alone or with "by" or "of".
constexpr auto sorted(auto words) {
  std::sort(words.begin(), words.end(), [](Literal a, Literal b) { return a.hash < b.hash; });
  return words;
}
constexpr auto rising = sorted(std::to_array<Literal>(
    {"up",        "rise",       "rises",     "rising",      "rose",     "risen",     "increase",  "increases",
     "increased", "increasing", "grow",      "grows",       "growing",  "grew",      "grown",     "growth",
     "climb",     "climbs",     "climbed",   "climbing",    "jump",     "jumps",     "jumped",    "jumping",
     "surge",     "surges",     "surged",    "surging",     "soar",     "soars",     "soared",    "soaring",
     "gain",      "gains",      "gained",    "gaining",     "advance",  "advances",  "advanced",  "swell",
     "swelled",   "swollen",    "expand",    "expands",     "expanded", "expanding", "expansion", "raise",
     "raises",    "raised",     "raising",   "hike",        "hikes",    "hiked",     "boost",     "boosts",
     "boosted",   "boosting",   "ballooned", "accelerate",  "rebound",  "rebounded", "upward",    "uplift",
     "uptick",    "rally",      "rallies",   "rallied",     "rallying", "add",       "adds",      "added",
     "adding",    "spiked",     "ascended",  "skyrocketed", "lift",     "lifted",    "lifts",     "lifting",
     "improved",  "appreciated"}));
constexpr auto falling = sorted(std::to_array<Literal>(
    {"down",        "fall",      "falls",    "falling",   "fell",      "fallen",      "drop",      "drops",
     "dropped",     "dropping",  "decrease", "decreases", "decreased", "decreasing",  "decline",   "declines",
     "declined",    "declining", "slide",    "slid",      "slides",    "sliding",     "slip",      "slips",
     "slipped",     "slipping",  "slump",    "slumps",    "slumped",   "slumping",    "plunge",    "plunges",
     "plunged",     "plunging",  "plummet",  "plummets",  "plummeted", "plummeting",  "tumble",    "tumbled",
     "shrink",      "shrinks",   "shrank",   "shrunk",    "shrinking", "cut",         "cuts",      "cutting",
     "reduce",      "reduces",   "reduced",  "reducing",  "reduction", "reductions",  "lower",     "lowers",
     "lowered",     "lowering",  "dip",      "dips",      "dipped",    "contract",    "contracts", "contracted",
     "contraction", "sink",      "sank",     "sunk",      "lose",      "loses",       "lost",      "losing",
     "slash",       "slashed",   "slashing", "trim",      "trimmed",   "weaken",      "weakened",  "collapsed",
     "downward",    "sagged",    "skidded",  "stumbled",  "descended", "depreciated", "crashed",   "crash",
     "shed",        "sheds"}));

bool holds(const auto& words, std::uint64_t hash) {
  const auto found = std::lower_bound(words.begin(), words.end(), hash,
                                      [](Literal word, std::uint64_t value) { return word.hash < value; });
  return found != words.end() && found->hash == hash;
}

/// "gave up 517 yards", "made up 5 percent".
bool is_phrasal(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(i, {"up", "down"}) &&
         tokens.is_any(i - 1,
                       {"give",  "gives", "gave",   "giving", "given", "make",    "makes", "made",  "making", "take",
                        "takes", "took",  "taking", "set",    "sets",  "setting", "put",   "pick",  "picked", "end",
                        "ends",  "ended", "open",   "opened", "hold",  "held",    "write", "wrote", "back",   "line"});
}

Change change_of(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_word(i) || is_phrasal(tokens, i)) return Change::none;
  if (holds(rising, tokens[i].sense)) return Change::up;
  return holds(falling, tokens[i].sense) ? Change::down : Change::none;
}

bool is_stop(const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  return token.kind == TokenKind::end || token.mark == '.' || token.mark == ';' || token.mark == '?' ||
         token.mark == ':';
}

bool may_stand_between(const Tokens& tokens, std::size_t i) {
  const std::string_view word = tokens.view(i);
  return word.ends_with("ly") ||
         tokens.is_any(i, {"only", "just", "a", "an", "another", "further", "as", "even", "its", "their", "about",
                           "around", "some", "almost", "well", "back", "again", "average"});
}

/// "cut emissions by": the verb whose object stands before "by".
Change before_object(const Tokens& tokens, std::size_t by) {
  for (std::size_t distance = 1; distance <= object_window && distance <= by; ++distance) {
    const std::size_t at = by - distance;
    if (is_stop(tokens, at) || tokens[at + 1].newlines > 1 || tokens.is_number(at)) break;
    if (const Change change = change_of(tokens, at); change != Change::none) return change;
  }
  return Change::none;
}

/// "closed at 43, off 1.5".
bool is_off(const Tokens& tokens, std::size_t i) {
  return tokens.is(i, "off") && (tokens.is_mark(i - 1, ',') || tokens.is_any(i - 1, {"is", "was", "were", "are"}));
}

/// Whether a verb has another sense with an amount that is no share: "raised two children", "added five names",
/// "rallied thousands".
bool takes_shares_only(const Tokens& tokens, std::size_t verb) {
  return tokens.is_any(verb, {"raise", "raises", "raised", "raising", "add", "adds", "added", "adding", "rally",
                              "rallies", "rallied", "rallying"});
}

bool is_share(const Tokens& tokens, std::size_t end) {
  return tokens.is_mark(end - 1, '%') || tokens.is_any(end - 1, {"percent", "cent", "pct"});
}

Change change_before(const Tokens& tokens, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  for (std::size_t skipped = 0; skipped < most_skipped && at > 0 && may_stand_between(tokens, at - 1); ++skipped) --at;
  if (tokens.is(at - 1, "by")) return before_object(tokens, at - 1);
  if (is_off(tokens, at - 1)) return Change::down;
  if (tokens.is(at - 1, "of")) --at;
  for (std::size_t skipped = 0; skipped < most_skipped && at > 0 && may_stand_between(tokens, at - 1); ++skipped) --at;
  if (takes_shares_only(tokens, at - 1) && !is_share(tokens, end)) return Change::none;
  return change_of(tokens, at - 1);
}

}  // namespace

Change change_around(const Tokens& tokens, std::size_t begin, std::size_t end) {
  if (const Change change = change_before(tokens, begin, end); change != Change::none) return change;
  const bool noun_may_follow = tokens.is_word(end) && tokens[end].newlines == 0;
  if (!noun_may_follow || tokens.is_any(end, {"up", "down"})) return Change::none;
  if (tokens.is_any(end, {"higher", "lower"})) return tokens.is(end, "higher") ? Change::up : Change::down;
  const std::size_t at = tokens.is_any(end, {"pay", "tax", "price", "real", "annual", "overall"}) ? end + 1 : end;
  return tokens.is_any(at, {"rise", "increase", "growth", "gain", "jump", "surge", "hike", "boost", "uplift"})
             ? Change::up
         : tokens.is_any(at, {"fall", "drop", "cut", "decline", "decrease", "reduction", "slump", "plunge", "dip"})
             ? Change::down
             : Change::none;
}

}  // namespace avow::text
