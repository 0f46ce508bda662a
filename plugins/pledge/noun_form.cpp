#include <algorithm>

#include "denial.hpp"
#include "forms.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

/// Whether a verb of these sorts stands within `near` words before `at`, with nothing but its object's words between.
int verb_before(const Tokens& tokens, int at, Words verbs) {
  for (int back = at - 1; back >= 0 && back >= at - near; --back) {
    if (tokens.breaks(back + 1, strong_break | dash)) return -1;
    if (tokens.verb(back, verbs, finite | participle)) return back;
  }
  return -1;
}

/// The subject of the clause that an infinitive at `to` belongs to: "we have gathered to reaffirm".
Subject main_subject(const Tokens& tokens, int to) {
  for (int at = 1; at < to; ++at) {
    if (tokens.verb(at, any_of(Word::be, Word::have), finite) || tokens.starts(at, any_of(Word::will, Word::modal)))
      return subject_before(tokens, 0, at);
  }
  Subject none;
  none.inherited = true;
  return none;
}

/// "we have no intention of closing the school".
std::optional<Promise> refused(const Tokens& tokens, int maker, int noun) {
  if (!tokens.starts(noun + 1, bit(Word::preposition)) || noun + 2 >= tokens.size()) return std::nullopt;
  Promise promise;
  promise.manner = Manner::aim;
  promise.anchor = maker;
  promise.anchor_last = noun;
  promise.verb = noun + 2;
  promise.negated = true;
  promise.subject = subject_before(tokens, 0, maker);
  return promise;
}

}  // namespace

std::optional<Promise> read_noun(const Tokens& tokens, int at) {
  const bool plan = !tokens.starts(at, bit(Word::commit_noun));
  const int maker = verb_before(tokens, at, plan ? bit(Word::make) : any_of(Word::make, Word::affirm));
  const bool own = tokens.starts(at - 1, bit(Word::own_possessive)) || tokens.starts(at - 2, bit(Word::own_possessive));
  const bool strong = tokens.starts(at - 1, bit(Word::strong));
  bool others = false;  // "his enduring commitment"
  for (int back = at - 1; back >= 0 && back >= at - near - 2; --back)
    others = others || (tokens.starts(back, bit(Word::other_possessive)) && !tokens.breaks(back + 1, clause_break));
  const bool opens = tokens.starts(at + 1, bit(Word::to));
  Promise promise;
  promise.manner = Manner::noun;
  promise.anchor = promise.anchor_last = at;
  const bool none = tokens.starts(at - 1, bit(Word::no));  // "no plans to"
  const int to = infinitive_after(tokens, at + 1, 2);
  if (plan && tokens.verb(at + 1, bit(Word::be), finite) && to == at + 2) {  // "our goal is to"
    promise.manner = Manner::aim;
    promise.verb = to + 1;
    promise.subject = own && tokens.starts(at - 1, bit(Word::own_possessive)) ? Subject{at - 1, at - 1}
                                                                              : subject_before(tokens, 0, at + 1);
    return promise;
  }
  if (plan && none && maker >= 0 && to < 0) return refused(tokens, maker, at);
  if (plan && (maker < 0 || to < 0)) return std::nullopt;
  if (plan && none) promise.manner = Manner::aim;
  const bool object = tokens.starts(at + 1, bit(Word::owed));
  if (!plan && !(object && (maker >= 0 || own || strong))) return std::nullopt;
  if (!plan && maker < 0 && (!opens || others)) return std::nullopt;
  promise.verb = std::min(to >= 0 ? to + 1 : at + 1, tokens.size() - 1);
  promise.thing = to < 0;
  if (maker >= 0) {
    promise.anchor = maker;
    promise.subject =
        tokens.starts(maker - 1, bit(Word::to)) ? main_subject(tokens, maker - 1) : subject_before(tokens, 0, maker);
    promise.negated = denied_before(tokens, maker, near) || none;
    promise.past = tokens.verb(maker, any_of(Word::make, Word::affirm), past);
  } else {
    promise.subject.inherited = true;
  }
  return promise;
}

}  // namespace avow::pledge
