#include "worth.hpp"

#include <algorithm>

#include "owner.hpp"
#include "scores.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

bool is_state(const Tokens& tokens, const Promise& promise) {
  if (!tokens.starts(promise.verb, bit(Word::state))) return false;
  // "the road will be mended" is somebody's doing; "we will be blamed" befalls the speaker.
  const bool done = tokens.starts(promise.verb, bit(Word::be)) && tokens.is_participle(promise.verb + 1);
  return !done || tokens.starts(promise.subject.last, bit(Word::own_pronoun));
}

}  // namespace

bool is_pledge(const Tokens& tokens, const Held& held) {
  const Manner manner = held.promise.manner;
  if (manner != Manner::will) return manner != Manner::expectation;
  return held.own && !is_state(tokens, held.promise);
}

bool worth_telling(const Tokens& tokens, const Held& held, const sdk::Target& target, bool spoken_for) {
  const Promise& promise = held.promise;
  const bool measured = !target.indicator.empty() || target.value.has_value();
  const bool talk = tokens.starts(promise.verb, bit(Word::talk));
  if (talk && promise.manner != Manner::noun && !measured) return false;
  const bool state = is_state(tokens, promise);
  const bool pronoun = tokens.starts(promise.subject.last, any_of(Word::other_pronoun, Word::you_pronoun));
  const bool turn = held.speaker.voice && held.speaker.voice->kind == "turn";
  switch (promise.manner) {
    case Manner::hope:
      return held.own && !state;
    case Manner::aim:
      return held.own || (!pronoun && !promise.subject.relative);
    case Manner::commit:
      // "1960 promises to be a good year"; "a neighbour which decided to".
      if (!held.own && (state || (promise.subject.relative && promise.past))) return false;
      return held.own || (!promise.subject.empty() && !(pronoun && turn));
    case Manner::expectation: {
      const Subject who = subject_before(tokens, 0, promise.anchor);
      const bool own = who.first == who.last && tokens.starts(who.first, bit(Word::own_pronoun));
      const bool dated = !target.due.empty();
      const bool full = (!target.indicator.empty() && (target.value || dated)) || (target.value && dated);
      return held.endorsed || own || full;
    }
    case Manner::will: {
      if (promise.subject.relative && !measured && target.due.empty()) return false;
      // "My mother will be ninety in May", "the film will be shown": nothing that anybody is held to.
      // In a speech or a manifesto a day makes it something: "from May meals will be free".
      const bool of_one_self = subject_is_pronoun(tokens, promise.subject) ||
                               tokens.starts(promise.subject.first, bit(Word::own_possessive));
      const bool dated = spoken_for && !held.speaker.voice && !target.due.empty() && !of_one_self;
      return measured || held.own || !target.relation.empty() || held.agent || dated;
    }
    case Manner::noun:  // "your communities have the resolve to"
      return promise.subject.empty() ||
             !tokens.starts(promise.subject.first, any_of(Word::you_pronoun, Word::other_possessive));
    default:
      return true;
  }
}

double score(const Tokens& tokens, const Held& held, const sdk::Target& target, bool pledge) {
  const Promise& promise = held.promise;
  const bool measure = !target.indicator.empty();
  const bool amount = target.value.has_value();
  const bool due = !target.due.empty();
  double sum = score_of(promise.manner).score;
  if (held.own) sum += weight::own_subject;
  if (tokens.starts(promise.verb, bit(Word::action))) sum += weight::action;
  if (measure) sum += weight::measure;
  if (amount) sum += weight::amount;
  if (due) sum += weight::due;
  if (promise.unlikely) sum += weight::unlikely;
  if (is_state(tokens, promise)) sum += weight::state;
  if (promise.subject.subordinate) sum += weight::subordinate;
  if (!pledge && !measure && !amount && !due && target.relation.empty()) sum += weight::vague_forecast;
  if (tokens.starts(promise.subject.last, bit(Word::you_pronoun))) sum += weight::addressee;
  return std::clamp(sum, weight::least, weight::most);
}

}  // namespace avow::pledge
