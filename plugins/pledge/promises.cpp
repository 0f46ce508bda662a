#include "promises.hpp"

#include <algorithm>
#include <optional>

#include "denial.hpp"
#include "forms.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

std::optional<Promise> read_at(const Tokens& tokens, int at) {
  const bool would = tokens.verb(at, bit(Word::will), past);
  if (tokens.starts(at, bit(Word::will)) && (!would || told_before(tokens, at))) return read_will(tokens, at);
  if (auto promise = read_verb(tokens, at)) return promise;
  if (tokens.starts(at, any_of(Word::commit_noun, Word::plan_noun))) {
    if (auto promise = read_noun(tokens, at)) return promise;
  }
  if (tokens.starts(at, bit(Word::expect))) return read_expectation(tokens, at);
  return std::nullopt;
}

/// Whether a further thing that is promised begins at `at`: "... and raise the wage", "..., recruit 300 nurses".
bool goes_on(const Tokens& tokens, int at) {
  constexpr Words doing =
      any_of(Word::action, Word::rise, Word::fall, Word::cap, Word::reach, Word::match, Word::freeze, Word::zero);
  if (!tokens.verb(at, doing, base) || tokens[at].capital || at + 1 >= tokens.size()) return false;
  if (tokens.breaks(at + 1, clause_break)) return false;
  // "training and support for", "health and work": a noun rather than a verb.
  const int next = at + tokens.length(at, doing);
  constexpr Words objects = any_of(Word::determiner, Word::own_possessive, Word::other_possessive, Word::own_pronoun,
                                   Word::other_pronoun, Word::more, Word::less, Word::no);
  if (tokens.starts(at, bit(Word::noun_too)) && !tokens.starts(next, objects) && next < tokens.size() &&
      !tokens[next].digit)
    return false;
  return !tokens.inside(next, any_of(Word::conjunction, Word::be, Word::have, Word::will, Word::modal, Word::to)) &&
         (!tokens.inside(next, bit(Word::preposition)) || tokens[next].digit) && next < tokens.size();
}

/// What else a promise holds: each further verb is one of its own with the same subject.
void find_further(const Tokens& tokens, const Promise& promise, int end, std::vector<Promise>& found) {
  const bool acts = promise.manner != Manner::expectation && !promise.that && !promise.thing;
  int verb = promise.verb;
  for (int at = promise.verb + 1; acts && at < end && !tokens.breaks(at, strong_break | dash); ++at) {
    if (tokens.starts(at, any_of(Word::relative, Word::subordinator, Word::condition, Word::that))) return;
    const bool joined = tokens.starts(at, bit(Word::coordinate)) || tokens.breaks(at, comma);
    int next = at;
    while (next < end && tokens.inside(next, any_of(Word::coordinate, Word::adverb, Word::conjunction))) ++next;
    const bool object = at - verb > 1;  // not so in "protect and promote"
    if (!joined || !object || !goes_on(tokens, next)) continue;
    Promise further = promise;
    further.anchor = further.anchor_last = further.verb = verb = next;
    further.subject = {};
    further.subject.inherited = true;
    further.second = true;
    further.parent = promise.anchor;
    found.push_back(further);
    at = next;
  }
}

}  // namespace

void find_promises(const Tokens& tokens, std::vector<Promise>& found) {
  for (int at = 0; at < tokens.size(); ++at) {
    if (!tokens.starts(at, promise_words)) continue;
    const auto promise = read_at(tokens, at);
    if (!promise || covered_by_idiom(tokens, promise->anchor, promise->anchor_last)) continue;
    found.push_back(*promise);
    at = std::max(at, promise->anchor_last);
  }
  const std::size_t own = found.size();
  for (std::size_t index = 0; index < own; ++index) {
    const Promise promise = found[index];
    find_further(tokens, promise, index + 1 < own ? found[index + 1].anchor : tokens.size(), found);
  }
  std::sort(found.begin(), found.end(), [](const Promise& a, const Promise& b) { return a.anchor < b.anchor; });
}

bool begins_with_action(const Tokens& tokens, bool marked) {
  int at = 0;
  while (at < 3 && at < tokens.size() && tokens[at].digit) ++at;  // the number of the item
  const int first = at;
  while (tokens.starts(at, bit(Word::adverb)) && at < first + 2 && !tokens.breaks(at + 1, clause_break)) ++at;
  return tokens.verb(at, bit(Word::action), base) && (marked || tokens[first].capital) && tokens.size() >= at + 3 &&
         !tokens.inside(at + 1, any_of(Word::be, Word::have, Word::modal, Word::will, Word::own_pronoun));
}

}  // namespace avow::pledge
