#include "denial.hpp"
#include "forms.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

/// Position after adverbs and negations from `at`; notes what it passes.
int skip_adverbs(const Tokens& tokens, int at, Promise& promise) {
  while (tokens.inside(at, any_of(Word::adverb, Word::not_)) && !tokens.breaks(at, strong_break | dash)) {
    promise.negated = promise.negated || tokens.inside(at, bit(Word::not_));
    promise.unlikely = promise.unlikely || tokens.inside(at, bit(Word::unlikely));
    ++at;
  }
  return at;
}

/// "They say we will", "my opponents claim that I will": what others say of the speaker's side.
bool laid_in_mouth(const Tokens& tokens, const Subject& subject) {
  if (subject.empty() || !tokens.starts(subject.first, any_of(Word::own_pronoun, Word::own_possessive))) return false;
  const int before = tokens.inside(subject.first - 1, bit(Word::that)) ? subject.first - 2 : subject.first - 1;
  for (int back = before; back >= 0 && back >= before - near && !tokens.breaks(back + 1, strong_break); --back) {
    if (!tokens.verb(back, bit(Word::say), base | third | past)) continue;
    const Subject who = subject_before(tokens, 0, back);
    return !who.empty() && tokens.inside(who.last, bit(Word::opponent));
  }
  return false;
}

}  // namespace

bool told_before(const Tokens& tokens, int at) {
  const Subject subject = subject_before(tokens, 0, at);
  const int from = subject.empty() ? at : subject.first;
  for (int back = from - 1; back >= 0 && back >= from - far_away && !tokens.breaks(back + 1, strong_break | dash);
       --back) {
    if (tokens.inside(back, any_of(Word::condition, Word::modal))) return false;
    if (tokens.verb(back, any_of(Word::say, Word::commit, Word::expect), past)) return true;
  }
  return false;
}

std::optional<Promise> read_will(const Tokens& tokens, int at) {
  if (tokens[at].capital && at > 0 && tokens[at].end - tokens[at].begin == 4) return std::nullopt;  // a name
  if (tokens.starts(at - 1, noun_before) && !tokens.starts(at - 1, any_of(Word::other_pronoun, Word::own_pronoun)))
    return std::nullopt;
  Promise promise;
  promise.anchor = at;
  promise.anchor_last = at + tokens.length(at, bit(Word::will)) - 1;
  for (int back = at; back <= promise.anchor_last; ++back)
    promise.negated = promise.negated || tokens.inside(back, bit(Word::not_));
  promise.subject = subject_after(tokens, promise.anchor_last);
  promise.inverted = !promise.subject.empty();
  const int next = promise.inverted ? promise.subject.last + 1 : promise.anchor_last + 1;
  promise.verb = skip_adverbs(tokens, next, promise);
  if (tokens.length(promise.verb - 1, bit(Word::cap)) > 1) {  // "not exceed": a limit, kept by what is not denied
    --promise.verb;
    promise.negated = false;
  }
  if (promise.verb >= tokens.size() || tokens.inside(promise.verb, no_verb)) return std::nullopt;
  if (tokens.breaks(promise.verb, strong_break | dash)) return std::nullopt;
  if (tokens.verb(promise.verb, bit(Word::have), base) && tokens.is_participle(promise.verb + 1))  // "have delivered"
    promise.verb = skip_adverbs(tokens, promise.verb + 1, promise);
  // "what I will do is": the promise, if any, is still to come.
  if (tokens.starts(promise.verb, bit(Word::do_)) &&
      (promise.verb + 1 >= tokens.size() || tokens.breaks(promise.verb + 1, clause_break) ||
       tokens.inside(promise.verb + 1, bit(Word::be))))
    return std::nullopt;
  // "they are going to Mexico".
  if (promise.anchor_last > at && tokens[promise.verb].capital) return std::nullopt;
  if (!promise.inverted) promise.subject = subject_before(tokens, 0, at);
  if (laid_in_mouth(tokens, promise.subject)) return std::nullopt;
  promise.negated = promise.negated || (promise.inverted && denied_before(tokens, at, near));
  promise.unlikely = promise.unlikely || tokens.inside(at - 1, bit(Word::unlikely));
  return promise;
}

}  // namespace avow::pledge
