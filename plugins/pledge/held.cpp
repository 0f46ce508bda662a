#include "held.hpp"

#include <algorithm>

#include "subject.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

bool same_stretch(const Held& a, const Held& b) {
  return a.speaker.stretch == b.speaker.stretch;
}

/// "that is going to happen", "it will come".
bool is_endorsement(const Tokens& tokens, const Promise& promise) {
  return promise.manner == Manner::will && !promise.negated && promise.subject.first == promise.subject.last &&
         tokens.starts(promise.subject.first, any_of(Word::that, Word::other_pronoun)) &&
         tokens.starts(promise.verb, bit(Word::happen));
}

}  // namespace

bool merges(const Tokens& tokens, std::vector<Held>& held, const Held& later) {
  if (held.empty() || later.promise.second) return false;
  Held& before = held.back();
  if (later.promise.anchor == before.promise.verb) {
    before.strength = later.strength;
    before.promise.verb = later.promise.verb;
    before.promise.negated = before.promise.negated || later.promise.negated;
    return true;
  }
  if (before.promise.that && later.promise.manner == Manner::will) {  // "I promise that every school will"
    before.promise.that = false;
    before.promise.verb = later.promise.verb;
    const Subject& subject = later.promise.subject;
    const bool denied = before.promise.negated;  // "we never promised that": who denies it is spoken of
    if (!subject.empty() && !subject.relative && !denied) before.promise.subject = subject;
    before.promise.negated = denied || later.promise.negated;
    before.promise.subject.subordinate = false;
    return true;
  }
  if (!same_stretch(before, later)) return false;
  if (is_endorsement(tokens, later.promise) && before.promise.manner == Manner::expectation) {
    before.endorsed = true;
    before.promise.anchor_last = before.promise.anchor;
    return true;
  }
  for (int at = before.promise.verb; at <= later.promise.anchor; ++at) {
    if (tokens.breaks(at, strong_break)) return false;
  }
  return later.promise.subject.subordinate;
}

void drop_endorsements(const Tokens& tokens, std::vector<Held>& held) {
  std::erase_if(held, [&](const Held& each) {
    return each.promise.manner == Manner::will && is_endorsement(tokens, each.promise);
  });
}

void cut_clauses(const Tokens& tokens, std::vector<Held>& all) {
  for (std::size_t index = 0; index < all.size(); ++index) {
    Held& held = all[index];
    const Promise& promise = held.promise;
    const int first = tokens.at_or_after(held.speaker.stretch.begin);
    held.end = tokens.at_or_after(held.speaker.stretch.end);
    held.begin = first;
    if (index == 0) continue;
    const bool own_words = !promise.subject.inherited && !promise.subject.empty();
    const int own_begin = own_words ? std::min(promise.subject.first, promise.anchor) : promise.anchor;
    Held& before = all[index - 1];
    held.begin = std::max(first, clause_begin(tokens, before.promise.verb, own_begin));
    int end = held.begin;
    while (end > before.promise.verb + 1 && tokens.inside(end - 1, bit(Word::conjunction))) --end;
    before.end = std::min(before.end, std::max(end, before.promise.verb + 1));
  }
}

}  // namespace avow::pledge
