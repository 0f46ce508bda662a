#include "promises.hpp"

#include <algorithm>
#include <optional>

namespace avow::pledge {
namespace {

using namespace detect;

constexpr Words no_verb = any_of(Word::determiner, Word::preposition, Word::conjunction, Word::to, Word::own_possessive,
                                 Word::other_possessive, Word::relative, Word::that, Word::condition, Word::will);
constexpr Words noun_before = any_of(Word::determiner, Word::own_possessive, Word::other_possessive, Word::strong);
constexpr int near = 4;       // words between a verb and its "to": "promised the people to"
constexpr int far_away = 24;  // "agreed at their meeting in ... on Friday to"

/// Position after adverbs and negations from `at`; notes what it passes.
int skip_adverbs(const Tokens& tokens, int at, Promise& promise) {
  while (tokens.inside(at, any_of(Word::adverb, Word::not_)) && !tokens.breaks(at, strong_break | dash)) {
    promise.negated = promise.negated || tokens.inside(at, bit(Word::not_));
    promise.unlikely = promise.unlikely || tokens.inside(at, bit(Word::unlikely));
    ++at;
  }
  return at;
}

/// Whether the words just before `at` deny what comes: "never promised", "by no means promised", "did not promise".
bool denied_before(const Tokens& tokens, int at) {
  for (int back = at - 1; back >= 0 && back >= at - near && !tokens.breaks(back + 1, clause_break); --back) {
    if (tokens.inside(back, bit(Word::not_))) return true;
    if (!tokens.inside(back, any_of(Word::adverb, Word::have, Word::do_, Word::be))) return false;
  }
  return false;
}

bool covered_by_idiom(const Tokens& tokens, int first, int last) {
  for (int at = first; at <= last; ++at) {
    if (tokens.inside(at, bit(Word::idiom))) return true;
  }
  return false;
}

/// "would" tells what was promised only after a verb of saying, with nothing but its addressee, its time and "that"
/// before the clause: "said on Monday that the town would", against "it would be safer".
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
  promise.negated = promise.negated || (promise.inverted && denied_before(tokens, at));
  promise.unlikely = promise.unlikely || tokens.inside(at - 1, bit(Word::unlikely));
  return promise;
}

/// The "to" of an infinitive after a verb that takes one; -1 when there is none within reach.
int infinitive_after(const Tokens& tokens, int at, int reach) {
  for (int next = at; next < tokens.size() && next < at + reach; ++next) {
    if (tokens.breaks(next, strong_break | dash)) return -1;
    if (tokens.inside(next, any_of(Word::will, Word::modal))) return -1;
    // "agree that the people who are helped work hard to": the infinitive is another's.
    if (tokens.starts(next, any_of(Word::that, Word::relative)) && !tokens.starts(next, bit(Word::determiner)))
      return -1;
    if (!tokens.starts(next, bit(Word::to))) continue;
    const bool verb = next + 1 < tokens.size() && !tokens.inside(next + 1, no_verb & ~bit(Word::to)) &&
                      !tokens[next + 1].capital && !tokens[next + 1].digit && !tokens.breaks(next + 1, strong_break);
    if (verb) return next;
  }
  return -1;
}

struct VerbRule {
  Word word;
  Manner manner;
  int reach;  // how far its "to" may be
  bool takes_that;
};
constexpr VerbRule verb_rules[] = {
    {Word::commit, Manner::commit, near + 2, true},
    {Word::agree, Manner::commit, far_away, false},
    {Word::aim, Manner::aim, 1, false},
    {Word::hope, Manner::hope, 1, false},
};

/// Whether the word before a word that is both noun and verb ("plan") can be the end of a subject rather than an
/// adjective.
bool may_be_subject(const Tokens& tokens, int at) {
  if (at < 0) return false;
  constexpr Words subjects = any_of(Word::own_pronoun, Word::other_pronoun, Word::you_pronoun, Word::relative,
                                    Word::that, Word::group, Word::each, Word::conjunction, Word::be, Word::have);
  return tokens.inside(at, subjects) || tokens[at].capital;
}

/// Whether the verb at `at` stands as one: neither a noun ("the pledge") nor an infinitive ("to pledge").
bool stands_as_verb(const Tokens& tokens, int at, Word word) {
  if (tokens.starts(at - 1, noun_before | any_of(Word::to, Word::modal, Word::preposition))) return false;
  int before = at - 1;
  while (tokens.inside(before, any_of(Word::adverb, Word::not_))) --before;
  if (tokens.starts(before, any_of(Word::to, Word::modal)) && !tokens.verb(before, bit(Word::do_), finite))
    return false;
  const bool noun = tokens.starts(at, any_of(Word::commit_noun, Word::plan_noun)) && tokens.verb(at, bit(word), base);
  if (noun && !may_be_subject(tokens, before)) return false;
  if (tokens.verb(at, bit(word), finite)) return true;
  const bool helped = tokens.inside(before, any_of(Word::be, Word::have)) ||
                      tokens.verb(before, bit(Word::affirm), finite | participle);
  return helped && before >= 0;
}

bool that_clause_after(const Tokens& tokens, int at) {
  for (int next = at; next < at + near && next < tokens.size(); ++next) {
    if (tokens.breaks(next, clause_break)) return false;
    if (tokens.starts(next, bit(Word::that))) return true;
  }
  return false;
}

/// "see unemployment fall": the word of change that is wished for, else what follows "see".
int seen_verb(const Tokens& tokens, int see) {
  constexpr Words moves = any_of(Word::rise, Word::fall, Word::reach, Word::zero);
  for (int at = see + 2; at < tokens.size() && at <= see + 2 * near && !tokens.breaks(at, clause_break); ++at) {
    if (tokens.verb(at, moves, base | gerund) && !tokens.starts(at - 1, noun_before)) return at;
  }
  return std::min(see + 1, tokens.size() - 1);
}

std::optional<Promise> read_verb(const Tokens& tokens, int at, const VerbRule& rule) {
  if (!stands_as_verb(tokens, at, rule.word)) return std::nullopt;
  Promise promise;
  promise.manner = rule.manner;
  promise.anchor = at;
  promise.anchor_last = at + tokens.match(at, rule.word)->length - 1;
  promise.past = tokens.verb(at, bit(rule.word), past) && !tokens.verb(at, bit(rule.word), base);
  promise.negated = denied_before(tokens, at);
  const int next = promise.anchor_last + 1;
  int to = infinitive_after(tokens, next, rule.reach);
  const bool amount = rule.word == Word::commit && next < tokens.size() && tokens[next].digit;  // "commit £13 million"
  // "committed to allocating", "dedicated to the defence": what is promised may be a noun.
  if (to < 0 && rule.word == Word::commit && tokens.starts(next, bit(Word::to))) to = next;
  const bool that = rule.takes_that && to < 0 && that_clause_after(tokens, next);
  if (to < 0 && !that && !amount) return std::nullopt;
  promise.recounts = promise.past && rule.word == Word::commit && !tokens.inside(at - 1, any_of(Word::have, Word::be));
  promise.recounts = promise.recounts && !promise.negated;  // "we never promised": what is not promised
  promise.that = that;
  promise.verb = to >= 0 ? to + 1 : next;
  if (to >= 0) promise.negated = promise.negated || tokens.inside(to - 1, bit(Word::not_));  // "promised not to"
  while (to >= 0 && tokens.inside(promise.verb, bit(Word::not_))) {                          // "pledged to never"
    promise.negated = true;
    ++promise.verb;
  }
  if (promise.verb >= tokens.size()) return std::nullopt;
  while (tokens.inside(promise.verb, bit(Word::adverb)) && promise.verb + 1 < tokens.size()) ++promise.verb;
  promise.seen = tokens.verb(promise.verb, bit(Word::see), base) ? promise.verb + 1 : -1;
  if (promise.seen >= 0) promise.verb = seen_verb(tokens, promise.verb);
  promise.subject = subject_before(tokens, 0, at);
  // "since we decided to": the clause only says when.
  const int before = promise.subject.first - 1;
  const bool when = promise.past && !promise.subject.empty() && tokens.inside(before, bit(Word::subordinator)) &&
                    !tokens.inside(before, bit(Word::that));
  if (when) return std::nullopt;
  return promise;
}

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
    promise.negated = denied_before(tokens, maker) || none;
    promise.past = tokens.verb(maker, any_of(Word::make, Word::affirm), past);
  } else {
    promise.subject.inherited = true;
  }
  return promise;
}

/// "we expect unemployment to fall"; "he expects Europeans to pay more, and that is going to happen".
std::optional<Promise> read_expectation(const Tokens& tokens, int at) {
  if (!stands_as_verb(tokens, at, Word::expect)) return std::nullopt;
  const int to = infinitive_after(tokens, at + 1, 12);
  if (to < at + 1) return std::nullopt;
  Promise promise;
  promise.manner = Manner::expectation;
  promise.anchor = promise.anchor_last = at;
  promise.verb = to + 1;
  promise.negated = denied_before(tokens, at);
  if (to == at + 1) {  // "inflation is expected to fall"
    promise.subject = subject_before(tokens, 0, at);
    return promise;
  }
  promise.subject = {at + 1, to - 1};
  while (promise.subject.first < promise.subject.last && tokens.starts(promise.subject.first, bit(Word::that)))
    ++promise.subject.first;
  return promise;
}

std::optional<Promise> read_at(const Tokens& tokens, int at) {
  const bool would = tokens.verb(at, bit(Word::will), past);
  if (tokens.starts(at, bit(Word::will)) && (!would || told_before(tokens, at))) return read_will(tokens, at);
  for (const VerbRule& rule : verb_rules) {
    if (!tokens.starts(at, bit(rule.word))) continue;
    if (auto promise = read_verb(tokens, at, rule)) return promise;
  }
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
  constexpr Words anchors = any_of(Word::will, Word::commit, Word::agree, Word::aim, Word::hope, Word::commit_noun,
                                   Word::plan_noun, Word::expect);
  for (int at = 0; at < tokens.size(); ++at) {
    if (!tokens.starts(at, anchors)) continue;
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
