#include "positions.hpp"

#include <algorithm>
#include <optional>

#include "denial.hpp"

namespace avow::stance {
namespace {

using namespace detect;

constexpr int reach = 3;  // words before a verb that may deny it, or between "wrong" and its "to": "wrong for us to"

/// A verb of being for or against; what it governs must follow.
std::optional<Position> read_favour(const Tokens& tokens, int at) {
  constexpr Words no_verb = any_of(Word::to, Word::determiner, Word::own_possessive, Word::other_possessive,
                                   Word::preposition, Word::will, Word::modal);
  if (tokens.inside(at - 1, no_verb) || !tokens.verb(at, bit(Word::favour), base | third | past)) return std::nullopt;
  Position position{Sort::favour, at, at + tokens.length(at, bit(Word::favour)) - 1};
  position.verb = position.anchor_last + 1;
  if (position.verb >= tokens.size() || tokens.breaks(position.verb, clause_break)) return std::nullopt;
  position.subject = subject_before(tokens, 0, at);
  position.negated = denied_before(tokens, at, reach);
  return position;
}

/// "It is wrong that", "it's time to".
std::optional<Position> read_judgement(const Tokens& tokens, int at) {
  int be = at - 1;
  while (tokens.inside(be, any_of(Word::adverb, Word::not_))) --be;
  if (!tokens.verb(be, bit(Word::be), third | past) || !tokens.starts(be - 1, any_of(Word::other_pronoun, Word::that)))
    return std::nullopt;
  Position position{Sort::judgement, at, at + tokens.length(at, bit(Word::judgement)) - 1};
  position.negated = denied_before(tokens, at, reach);
  position.subject = subject_before(tokens, 0, be);
  for (int next = position.anchor_last + 1; next <= position.anchor_last + 1 + reach; ++next) {
    if (next + 1 >= tokens.size() || tokens.breaks(next, clause_break)) return std::nullopt;
    if (!tokens.starts(next, any_of(Word::that, Word::to))) continue;
    position.verb = next + 1;
    return position;
  }
  return std::nullopt;
}

/// "The law should be changed", "we must act".
std::optional<Position> read_duty(const Tokens& tokens, int at) {
  if (tokens.starts(at - 1, any_of(Word::determiner, Word::own_possessive, Word::other_possessive)) &&
      !tokens.starts(at - 1, any_of(Word::other_pronoun, Word::that)))
    return std::nullopt;  // "a need to help"
  Position position{Sort::duty, at, at + tokens.length(at, bit(Word::duty)) - 1};
  position.verb = position.anchor_last + 1;
  while (tokens.inside(position.verb, any_of(Word::adverb, Word::not_))) {
    position.negated = position.negated || tokens.inside(position.verb, bit(Word::not_));
    ++position.verb;
  }
  for (int word = at; word <= position.anchor_last; ++word)
    position.negated = position.negated || tokens.inside(word, bit(Word::not_));
  constexpr Words no_verb = any_of(Word::determiner, Word::preposition, Word::own_pronoun, Word::other_pronoun,
                                   Word::conjunction, Word::you_pronoun, Word::talk);
  if (position.verb >= tokens.size() || tokens.breaks(position.verb, clause_break) ||
      tokens.starts(position.verb, no_verb))
    return std::nullopt;
  position.subject = subject_before(tokens, 0, at);
  const bool hangs = position.subject.conditional || position.subject.question || position.subject.relative;
  if (position.subject.empty() || hangs) return std::nullopt;
  if (tokens.starts(position.subject.first, bit(Word::you_pronoun))) return std::nullopt;  // advice
  // "the investment we need to make": a clause that says which.
  const int before = position.subject.first - 1;
  const bool pronoun = tokens.starts(position.subject.first, any_of(Word::own_pronoun, Word::other_pronoun));
  if (pronoun && before >= 0 && tokens[before].inside == 0 && !tokens.breaks(before + 1, clause_break | quote))
    return std::nullopt;
  return position;
}

std::optional<Position> read_at(const Tokens& tokens, int at) {
  if (tokens.starts(at, bit(Word::favour))) {
    if (auto position = read_favour(tokens, at)) return position;
  }
  if (tokens.starts(at, bit(Word::judgement))) {
    if (auto position = read_judgement(tokens, at)) return position;
  }
  if (tokens.starts(at, bit(Word::duty))) return read_duty(tokens, at);
  return std::nullopt;
}

}  // namespace

void find_positions(const Tokens& tokens, std::vector<Position>& found) {
  for (int at = 0; at < tokens.size(); ++at) {
    if (!tokens.starts(at, position_words)) continue;
    const auto position = read_at(tokens, at);
    if (!position || covered_by_idiom(tokens, position->anchor, position->anchor_last)) continue;
    if (covered_by_idiom(tokens, position->subject.last, position->subject.last)) continue;
    found.push_back(*position);
    at = std::max(at, position->anchor_last);
  }
}

}  // namespace avow::stance
