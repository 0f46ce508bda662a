#include <algorithm>

#include "denial.hpp"
#include "forms.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

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

std::optional<Promise> read_by_rule(const Tokens& tokens, int at, const VerbRule& rule) {
  if (!stands_as_verb(tokens, at, rule.word)) return std::nullopt;
  Promise promise;
  promise.manner = rule.manner;
  promise.anchor = at;
  promise.anchor_last = at + tokens.match(at, rule.word)->length - 1;
  promise.past = tokens.verb(at, bit(rule.word), past) && !tokens.verb(at, bit(rule.word), base);
  promise.negated = denied_before(tokens, at, near);
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

}  // namespace

std::optional<Promise> read_verb(const Tokens& tokens, int at) {
  for (const VerbRule& rule : verb_rules) {
    if (!tokens.starts(at, bit(rule.word))) continue;
    if (auto promise = read_by_rule(tokens, at, rule)) return promise;
  }
  return std::nullopt;
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
  promise.negated = denied_before(tokens, at, near);
  if (to == at + 1) {  // "inflation is expected to fall"
    promise.subject = subject_before(tokens, 0, at);
    return promise;
  }
  promise.subject = {at + 1, to - 1};
  while (promise.subject.first < promise.subject.last && tokens.starts(promise.subject.first, bit(Word::that)))
    ++promise.subject.first;
  return promise;
}

}  // namespace avow::pledge
