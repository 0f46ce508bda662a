#include "subject.hpp"

#include <algorithm>

namespace avow::detect {
namespace {

constexpr Words skipped_before_verb = any_of(Word::adverb, Word::not_, Word::have, Word::do_, Word::be, Word::modal);
constexpr Words pronouns = any_of(Word::own_pronoun, Word::you_pronoun, Word::other_pronoun);
constexpr Words said = any_of(Word::say, Word::expect, Word::hope);
/// What a noun phrase does not reach across when it is read from its end.
constexpr Words noun_phrase_ends =
    any_of(Word::subordinator, Word::condition, Word::be, Word::have, Word::do_, Word::modal, Word::will);
/// Verbs after which an infinitive is theirs and not part of a noun phrase ("a plan to mend the pier").
constexpr Words take_infinitive =
    any_of(Word::hope, Word::aim, Word::commit, Word::agree, Word::expect, Word::say, Word::be, Word::have, Word::modal,
           Word::will, Word::own_pronoun, Word::other_pronoun);
constexpr Words doing = any_of(Word::action, Word::rise, Word::fall, Word::reach, Word::cap);
constexpr int max_parenthesis = 16;

/// From the word before a verb back over what may stand between a subject and its verb.
int skip_back(const Tokens& tokens, int from, int at) {
  while (at >= from && tokens.inside(at, skipped_before_verb) && !tokens.starts(at, pronouns)) --at;
  return at;
}

/// "Allies, including Canada, will": from before the closing comma to before the opening one.
int skip_parenthesis(const Tokens& tokens, int from, int at) {
  for (int back = at; back > from && at - back < max_parenthesis; --back) {
    if (tokens.breaks(back, strong_break)) break;
    if (tokens.breaks(back, comma | dash | open_paren)) return back - 1;
  }
  return at;
}

bool ends_noun_phrase(const Tokens& tokens, int at) {
  if (tokens.inside(at, bit(Word::that))) return true;
  if (tokens.starts(at, bit(Word::to)))
    return tokens.breaks(at, clause_break) || tokens.inside(at - 1, take_infinitive);
  if (tokens.starts(at, bit(Word::relative)))
    return at == 0 || tokens.inside(at - 1, pronouns | said | noun_phrase_ends);
  if (tokens.inside(at, bit(Word::conjunction)) && !tokens.inside(at, bit(Word::coordinate))) return true;
  if (tokens.starts(at, pronouns) && !tokens.starts(at, bit(Word::determiner))) return true;
  if (tokens.verb(at, said, finite) && !tokens.starts(at - 1, any_of(Word::determiner, Word::other_possessive)))
    return true;
  return tokens.inside(at, noun_phrase_ends);
}

/// First word of the noun phrase that ends at `last`.
int noun_phrase_begin(const Tokens& tokens, int from, int last) {
  int first = last;
  while (first > from && !tokens.breaks(first, clause_break | quote) && !ends_noun_phrase(tokens, first - 1)) --first;
  // "cut taxes and the government": what a verb precedes is its object, and the subject begins after the "and".
  bool verb = false;
  for (int at = first; at < last; ++at) {
    verb =
        verb || (tokens.starts(at, doing) && !tokens.starts(at - 1, any_of(Word::determiner, Word::other_possessive)));
    if (verb && tokens.starts(at, bit(Word::coordinate))) first = at + 1;
  }
  return first;
}

/// "In the next parliament the government": drops the introduction and keeps what it introduces.
int drop_introduction(const Tokens& tokens, int first, int last) {
  while (first < last && tokens.starts(first, any_of(Word::conjunction, Word::adverb))) ++first;
  const auto year = [&](int at) { return tokens[at].digit && tokens[at].end - tokens[at].begin == 4; };
  if (first < last && year(first) && tokens.inside(first - 1, any_of(Word::subordinator, Word::preposition)))
    return first + 1;  // "Since 2010 wages"
  if (!tokens.starts(first, any_of(Word::preposition, Word::start))) return first;
  for (int at = last - 1; at > first; --at) {  // "From January 2026 school meals"
    if (year(at)) return at + 1;
  }
  for (int at = last; at > first + 1; --at) {
    const bool opens = tokens.starts(at, any_of(Word::determiner, Word::own_possessive, Word::other_possessive));
    if (opens && !tokens.inside(at - 1, bit(Word::preposition))) return at;
  }
  int at = last;
  while (at > first && tokens[at].capital && !tokens.inside(at, bit(Word::preposition))) --at;
  return at == last ? first : at + 1;
}

Subject antecedent(const Tokens& tokens, int from, int relative) {
  Subject subject;
  subject.relative = subject.subordinate = true;
  subject.last = relative - 1;
  if (subject.last < from) return {0, -1, true, true};
  subject.first = drop_introduction(tokens, noun_phrase_begin(tokens, from, subject.last), subject.last);
  return subject;
}

void mark_subordination(const Tokens& tokens, int from, Subject& subject) {
  int before = subject.first - 1;
  while (before >= from && tokens.inside(before, bit(Word::adverb))) --before;
  if (before < from || tokens.breaks(before + 1, clause_break)) return;
  subject.question = tokens.inside(before, bit(Word::question));
  subject.conditional = tokens.inside(before, bit(Word::condition));
  subject.subordinate =
      subject.conditional || tokens.inside(before, any_of(Word::subordinator, Word::that, Word::relative));
}

}  // namespace

Subject subject_before(const Tokens& tokens, int from, int verb) {
  int last = skip_back(tokens, from, verb - 1);
  if (last >= from && last + 1 == verb && tokens.breaks(verb, comma | dash | close_paren))
    last = skip_back(tokens, from, skip_parenthesis(tokens, from, last));
  Subject subject;
  if (last < from || tokens.inside(last, bit(Word::conjunction)) || tokens.breaks(last + 1, quote)) {
    subject.inherited = true;
    return subject;
  }
  if (tokens.inside(last, bit(Word::relative)) ||
      (tokens.inside(last, bit(Word::that)) && last > from && !tokens.breaks(last, clause_break) &&
       !tokens.inside(last - 1, bit(Word::conjunction))))
    return antecedent(tokens, from, last);
  subject.first = subject.last = last;
  if (!tokens.starts(last, pronouns))
    subject.first = drop_introduction(tokens, noun_phrase_begin(tokens, from, last), last);
  // "towns whose budget is below this level will": what stands after the verb of a relative clause is no subject.
  if (tokens.inside(subject.first - 1, any_of(Word::be, Word::have)) && !tokens.breaks(subject.first, clause_break)) {
    for (int at = subject.first - 1; at > from && !tokens.breaks(at + 1, clause_break); --at) {
      if (!tokens.starts(at, bit(Word::relative)) || tokens.breaks(at, clause_break)) continue;
      subject = antecedent(tokens, from, at);
      subject.relative = subject.subordinate = false;
      break;
    }
  }
  mark_subordination(tokens, from, subject);
  return subject;
}

Subject subject_after(const Tokens& tokens, int verb) {
  const bool pronoun =
      tokens.starts(verb + 1, any_of(Word::own_pronoun, Word::you_pronoun)) && !tokens.breaks(verb + 1, clause_break);
  return pronoun ? Subject{verb + 1, verb + 1} : Subject{};
}

int clause_begin(const Tokens& tokens, int from, int subject_first) {
  int first = subject_first;
  while (first > from) {
    if (tokens.breaks(first, clause_break | quote) || tokens.inside(first - 1, bit(Word::conjunction))) break;
    --first;
  }
  return first;
}

}  // namespace avow::detect
