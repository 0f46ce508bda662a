#include "change.hpp"

#include <algorithm>
#include <array>

namespace avow::detect {
namespace {

/// At one word the later rows give way to the earlier.
constexpr std::array<Change, 9> change_table = {{
    {Word::record_high, sdk::relation::record_high, "record_high", "record_high", "record_high", "record high"},
    {Word::record_low, sdk::relation::record_low, "record_low", "record_low", "record_low", "record low"},
    {Word::rise, sdk::relation::rise, sdk::relation::rise_by, sdk::relation::rise_to, sdk::relation::rise_by, "rise"},
    {Word::fall, sdk::relation::fall, sdk::relation::fall_by, sdk::relation::fall_to, sdk::relation::fall_by, "fall"},
    {Word::cap, sdk::relation::none, sdk::relation::at_most, sdk::relation::at_most, sdk::relation::at_most, "cap"},
    {Word::freeze, sdk::relation::equal, sdk::relation::equal, sdk::relation::equal, sdk::relation::equal, "freeze"},
    {Word::match, sdk::relation::none, sdk::relation::equal, sdk::relation::equal, sdk::relation::equal, "equal"},
    {Word::towards, sdk::relation::none, sdk::relation::at_least, sdk::relation::at_least, sdk::relation::at_least,
     "towards"},
    {Word::reach, sdk::relation::none, sdk::relation::at_least, sdk::relation::at_least, sdk::relation::at_least,
     "reach"},
}};

/// Whether the word of change at `at` says what happens rather than names a thing: "raise", "will be cut", and not "the
/// cuts" or "declining budgets".
bool is_event(const Tokens& tokens, int at, Word word, const Clause& clause, Tense tense) {
  constexpr Words verbs = any_of(Word::rise, Word::fall, Word::cap, Word::reach, Word::match, Word::freeze);
  if ((bit(word) & verbs) == 0) return true;
  if (tokens.starts(at + tokens.length(at, bit(word)), bit(Word::than))) return false;  // "spend more than 3 billion"
  if (at == clause.verb) return true;
  if (tokens.starts(at - 1, any_of(Word::determiner, Word::own_possessive, Word::other_possessive))) return false;
  if (tense == Tense::past) {
    const bool going_on = tokens.verb(at, bit(word), gerund) && tokens.inside(at - 1, bit(Word::be));  // "is growing"
    return going_on || tokens.verb(at, bit(word), finite | participle);
  }
  if (tokens.verb(at, bit(word), base)) return true;
  int before = at - 1;
  while (tokens.inside(before, bit(Word::adverb))) --before;
  return tokens.verb(at, bit(word), participle) && tokens.inside(before, bit(Word::be));
}

}  // namespace

Found find_change(const Tokens& tokens, const Clause& clause, Tense tense, int amount) {
  Found found;
  for (int at = tense == Tense::future ? clause.verb : clause.begin; at < clause.end; ++at) {
    // "fund homes as others fall vacant": what hangs on the promise is not promised.
    const bool aside = tokens.starts(at, any_of(Word::subordinator, Word::condition)) && at > clause.verb;
    if (tense == Tense::future && aside && !tokens.starts(at, any_of(Word::preposition, Word::question))) return found;
    if (found.change != nullptr && at >= amount) return found;
    if (!tokens.starts(at, changes)) continue;
    for (const Change& change : change_table) {
      if (!tokens.starts(at, bit(change.word)) || !is_event(tokens, at, change.word, clause, tense)) continue;
      found = {&change, at};
      at += std::max(1, tokens.length(at, bit(change.word))) - 1;  // "not exceed" is one thing
      break;
    }
  }
  return found;
}

std::string_view relation_of_change(const Tokens& tokens, const Change& change, int amount, std::string_view plain) {
  if (tokens.inside(amount - 1, bit(Word::by)) || tokens.starts(amount, bit(Word::by))) return change.by;
  // "to 3 percent", "below 3 percent": the amount is where it ends; the bound may be part of the amount.
  constexpr Words ends = any_of(Word::to, Word::up_to);
  if (tokens.inside(amount - 1, ends) || tokens.starts(amount, ends)) return change.to;
  return change.word == Word::reach ? plain : change.plain;
}

}  // namespace avow::detect
