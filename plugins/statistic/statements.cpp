#include "statements.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "measure.hpp"

namespace avow::statistic {
namespace {

using namespace detect;

constexpr Words verbs_of_state =
    any_of(Word::be, Word::have, Word::hold, Word::rise, Word::fall, Word::reach, Word::cap, Word::match);
constexpr Words unreal = any_of(Word::will, Word::modal, Word::condition, Word::say);
constexpr Words records = any_of(Word::record_high, Word::record_low);

constexpr int beside =
    5;  // Stated::apart of a measure and an amount that need no verb: "population of the islands: 900"
constexpr int change_reach = 6;  // words between a measure and its verb: "the population of the islands has grown"

constexpr std::array<std::string_view, 16> trivial_units = {"year",   "month",    "week",    "day",  "hour",  "minute",
                                                            "second", "decade",   "century", "time", "thing", "way",
                                                            "point",  "question", "reason",  "word"};

bool is_trivial(const sdk::Quantity& quantity) {
  return std::find(trivial_units.begin(), trivial_units.end(), quantity.unit) != trivial_units.end();
}

/// A bare small number counts nothing: "one of us", "the two of them".
bool is_bare(const sdk::Quantity& quantity) {
  return quantity.unit.empty() && quantity.value.value < 1000 && quantity.value.step >= 0.5;
}

bool is_amount(const sdk::Quantity& quantity) {
  const std::string_view unit = quantity.unit;
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return unit.starts_with("percent") || unit.starts_with("t ") ||
         (unit.size() >= 3 && upper(unit[0]) && upper(unit[1]) && upper(unit[2]));
}

/// A count that only points at what is known ("our two countries", "the 98 percent") or is part of a name ("FTSE 100").
bool is_reference(const Tokens& tokens, const sdk::Quantity& quantity, int first) {
  if (tokens.inside(first - 1, bit(Word::definite)) || tokens.inside(first, bit(Word::definite))) return true;
  if (is_amount(quantity)) return false;
  // "has 4 member countries" states how many there are; "two questions remain" does not.
  const bool counted = !quantity.unit.empty() && tokens.verb(first - 1, bit(Word::have), third | past) &&
                       !tokens.inside(first - 2, any_of(Word::own_pronoun, Word::other_pronoun, Word::you_pronoun));
  const bool few = quantity.value.value < 10 && quantity.value.step >= 1 && !counted;
  const bool name =
      first > 0 && tokens[first - 1].capital && !tokens.breaks(first, clause_break) && tokens[first - 1].starts == 0;
  return few || name;
}

/// "and", "but" or a strong break that begins another clause at `at`.
bool clause_starts(const Tokens& tokens, int at) {
  if (tokens.breaks(at, strong_break | dash)) return true;
  return tokens.breaks(at, comma) && tokens.inside(at, any_of(Word::conjunction, Word::subordinator));
}

/// Whether a finite verb stands at `at`: "fell", "has", "contains", or an ending that only verbs have.
bool states(const Tokens& tokens, int at) {
  if (tokens.starts(at - 1, any_of(Word::to, Word::determiner, Word::own_possessive, Word::other_possessive)))
    return false;
  return tokens.verb(at, verbs_of_state, finite);
}

struct Bounds {
  int begin;
  int end;
};

Bounds clause_around(const Tokens& tokens, int at) {
  int begin = at;
  while (begin > 0 && !clause_starts(tokens, begin)) --begin;
  int end = at + 1;
  while (end < tokens.size() && !clause_starts(tokens, end)) ++end;
  return {begin, end};
}

/// The verb that governs the word at `anchor`: the nearest before it, else the first after it; -1 when there is none.
int governing_verb(const Tokens& tokens, Bounds bounds, int anchor) {
  for (int at = anchor - 1; at >= bounds.begin; --at) {
    if (states(tokens, at)) return at;
  }
  for (int at = anchor; at < bounds.end; ++at) {
    if (states(tokens, at)) return at;
  }
  return -1;
}

bool in_measure(const sdk::Document& document, const Tokens& tokens, int at) {
  return is_in_measure(document, {tokens[at].begin, tokens[at].begin + 1});
}

/// "reached a decision to invest 5 percent": an infinitive governs the number.
bool wished_between(const sdk::Document& document, const Tokens& tokens, int verb, int anchor) {
  constexpr Words doing = any_of(Word::rise, Word::fall, Word::reach, Word::cap, Word::hold, Word::be, Word::have);
  for (int at = verb + 1; at + 1 < anchor; ++at) {
    const bool infinitive = tokens.starts(at, bit(Word::to)) && !tokens.starts(at + 1, bit(Word::determiner)) &&
                            !tokens[at + 1].digit && !tokens[at + 1].capital;
    if (infinitive && !in_measure(document, tokens, at) &&
        (tokens[at + 1].starts == 0 || tokens.verb(at + 1, doing, base)))
      return true;
  }
  return false;
}

/// Whether the clause goes on with what a "will" or the like before it began: "we will build homes, and ensure that
/// ...", "so that nobody pays ...".
bool continues_unreal(const Tokens& tokens, Bounds bounds, int verb) {
  int at = bounds.begin;
  bool before = false;
  for (int back = at; back > 0 && !tokens.breaks(back, strong_break | dash) && !before; --back)
    before = tokens.inside(back - 1, any_of(Word::will, Word::modal));
  if (!before) return false;
  const bool purpose = tokens.inside(at, bit(Word::subordinator)) || tokens.inside(at + 1, bit(Word::subordinator));
  return purpose || !tokens.verb(verb, ~Words{0}, third | past);
}

/// Whether a clause without a verb of its own goes on with an amount that was promised or supposed before it: "we aim
/// for 5 percent of GDP - including 3 percent for ships".
bool divides_unreal(const Tokens& tokens, Bounds bounds) {
  bool wished = false;
  for (int at = 0; at < bounds.begin; ++at) {
    wished = wished || tokens.inside(at, unreal);
    if (wished && tokens[at].digit) return true;
  }
  return false;
}

/// What the words of `named` say is how the measure is named: "can expect to live 49 years".
bool is_real(const sdk::Document& document, const Tokens& tokens, Bounds bounds, int verb, int anchor,
             sdk::Span named = {}) {
  if (continues_unreal(tokens, bounds, verb)) return false;
  for (int at = bounds.begin; at <= std::max(verb, anchor); ++at) {
    const bool naming = tokens[at].begin >= named.begin && tokens[at].end <= named.end;
    if (tokens.inside(at, unreal) && !naming && !in_measure(document, tokens, at)) return false;
  }
  return !tokens.inside(verb - 1, bit(Word::to)) && !wished_between(document, tokens, verb, anchor) &&
         !tokens.inside(verb + 1, bit(Word::will));
}

/// First word of the auxiliaries before a verb: "has been cut" from "cut".
int first_auxiliary(const Tokens& tokens, int begin, int verb) {
  while (verb - 1 >= begin && tokens.inside(verb - 1, any_of(Word::be, Word::have, Word::do_, Word::adverb))) --verb;
  return verb;
}

/// Whether the clause names a measure near enough to the word at `anchor` to tell its amount.
bool names_measure(const sdk::Document& document, const Tokens& tokens, Bounds bounds, int anchor) {
  constexpr int reach = 12;
  const int first = std::max(bounds.begin, anchor - reach);
  const int last = std::min(bounds.end, anchor + reach) - 1;
  return holds_measure(document, tokens.span(first, last));
}

/// "has not reached", "was not 25 percent"; "not only" denies nothing.
bool is_denied(const Tokens& tokens, int begin, int verb, int anchor) {
  for (int at = verb - 1; at >= begin && !tokens[at].digit; --at)
    if (tokens.inside(at, bit(Word::not_))) return true;
  const bool after = verb + 1 < anchor && tokens.inside(verb + 1, bit(Word::not_));
  return after && tokens.text(verb + 2) != "only";
}

Statement make_statement(const Tokens& tokens, Sort sort, int anchor, int verb, Bounds bounds, const Subject& subject) {
  const bool denied = is_denied(tokens, std::max(bounds.begin, subject.last + 1), verb, anchor);
  return {sort, anchor, first_auxiliary(tokens, bounds.begin, verb), bounds.begin, bounds.end, denied, subject};
}

Subject subject_of(const Tokens& tokens, Bounds bounds, int verb) {
  return subject_before(tokens, bounds.begin, first_auxiliary(tokens, bounds.begin, verb));
}

/// Where a measure is named beside its amount, any verb states it: "inflation of 18 percent worries savers".
void add(const sdk::Document& document, const Tokens& tokens, Sort sort, int anchor, std::vector<Statement>& found) {
  const Bounds bounds = clause_around(tokens, anchor);
  if (!found.empty() && found.back().begin == bounds.begin) return;
  int verb = governing_verb(tokens, bounds, anchor);
  const bool beside_measure = sort == Sort::number && names_measure(document, tokens, bounds, anchor);
  if (verb < 0 && beside_measure && !divides_unreal(tokens, bounds)) verb = bounds.begin;
  if (verb < 0 || !is_real(document, tokens, bounds, verb, anchor)) return;
  Subject subject = subject_of(tokens, bounds, verb);
  if (subject.empty()) subject = subject_of(tokens, {0, bounds.end}, verb);
  if (!subject.conditional) found.push_back(make_statement(tokens, sort, anchor, verb, bounds, subject));
}

bool names_entity(const sdk::Document& document, sdk::Span span) {
  for (const sdk::Mention mention : document.mentions().within(span)) {
    if (mention.kind == "entity" && mention.span.end >= span.end) return true;
  }
  return false;
}

bool holds_date(const sdk::Document& document, sdk::Span span) {
  const auto dates = document.dates().within(span);
  return !dates.empty() && dates[0].date.known() && !dates[0].relative;
}

/// Whether somebody is named of whom one can look up what they did: "we", "the government", "Arvania"; anything, when
/// the clause says on which day it was.
bool is_doer(const sdk::Document& document, const Tokens& tokens, const Subject& subject, Bounds bounds) {
  if (subject.empty() || subject.question || subject.relative) return false;
  const sdk::Span words = tokens.span(subject.first, subject.last);
  if (tokens.starts(subject.first, bit(Word::own_pronoun)) || names_entity(document, words)) return true;
  if (tokens.starts(subject.first, any_of(Word::other_pronoun, Word::you_pronoun))) return false;
  if (tokens.starts(subject.last, any_of(Word::agent, Word::group))) return true;
  return holds_date(document, tokens.span(bounds.begin, bounds.end - 1));
}

/// "we abolished the toll", "crime has fallen": what somebody did, or how a thing moved, in the past or perfect.
void add_deed(const sdk::Document& document, const Tokens& tokens, int at, std::vector<Statement>& found) {
  const bool moves = tokens.verb(at, any_of(Word::rise, Word::fall), past | participle);
  if (!moves && !tokens.verb(at, bit(Word::deed), past | participle)) return;
  int before = at - 1;
  while (tokens.inside(before, bit(Word::adverb))) --before;
  const bool perfect = tokens.inside(before, bit(Word::have)) && !tokens.inside(before, bit(Word::modal));
  constexpr Words no_subject = any_of(Word::be, Word::to, Word::do_, Word::modal, Word::preposition, Word::determiner,
                                      Word::conjunction, Word::own_possessive, Word::other_possessive, Word::have);
  if (!perfect && (before < 0 || tokens.inside(before, no_subject) || !tokens.verb(at, ~Words{0}, past))) return;
  if (!perfect && tokens.verb(at, ~Words{0}, base)) return;  // "we cut taxes": today's habit as well as a deed
  const Bounds bounds = clause_around(tokens, at);
  const Subject subject = subject_before(tokens, bounds.begin, at);
  // What moves by itself ("crime has fallen") has no object; who does something has one.
  const int next = at + tokens.length(at, any_of(Word::rise, Word::fall, Word::deed));
  const bool object = next < bounds.end && !tokens.breaks(next, clause_break);
  const bool fits =
      moves && (!object || tokens.inside(next, any_of(Word::preposition, Word::adverb, Word::conjunction)))
          ? perfect && !subject.empty() && !subject.relative && !subject.question &&
                !tokens.starts(subject.first, any_of(Word::other_pronoun, Word::own_pronoun))
          : object && is_doer(document, tokens, subject, bounds);
  if (!fits || subject.conditional || !is_real(document, tokens, bounds, at, at)) return;
  found.push_back(make_statement(tokens, Sort::deed, at, at, bounds, subject));
}

bool is_noise(const Tokens& tokens, int first, int last) {
  for (int at = first; at <= last; ++at) {
    if (tokens.inside(at, bit(Word::noise))) return true;
  }
  return false;
}

/// Gives a measure's amount to the statement of its clause, or makes it one of its own: "Arvania (population 4
/// million)".
void add_stated(const sdk::Document& document, const Tokens& tokens, const Stated& stated,
                std::vector<Statement>& found) {
  const int anchor = tokens.at_or_after(stated.quantity.span.begin);
  const auto holds = [&](const Statement& statement) { return statement.begin <= anchor && anchor < statement.end; };
  const auto known = std::find_if(found.begin(), found.end(), holds);
  if (known != found.end() && known->stated == nullptr) {
    known->stated = &stated;
    if (known->sort == Sort::change) known->sort = Sort::number;
    if (known->sort == Sort::number) known->anchor = anchor;
    return;
  }
  const Bounds bounds = clause_around(tokens, anchor);
  int verb = governing_verb(tokens, bounds, anchor);
  if (verb < 0 && (stated.apart > beside || divides_unreal(tokens, bounds))) return;
  if (verb < 0) verb = bounds.begin;
  if (!is_real(document, tokens, bounds, verb, anchor, stated.measure.span)) return;
  Statement statement = make_statement(tokens, Sort::number, anchor, verb, bounds, subject_of(tokens, bounds, verb));
  statement.stated = &stated;
  if (!statement.subject.conditional) found.push_back(statement);
}

/// Where the words of a statement begin that follows another in its clause: at its measure, where that stands after the
/// other's amount, else at its amount; with the date between an "and" and that: "and in 2012 inflation".
int own_begin(const sdk::Document& document, const Tokens& tokens, const Statement& before,
              const Statement& statement) {
  const int measure = tokens.at_or_after(statement.stated->measure.span.begin);
  const int begin = measure > before.anchor && measure < statement.anchor ? measure : statement.anchor;
  int joint = begin - 1;
  while (joint > before.anchor && !tokens.starts(joint, bit(Word::coordinate))) --joint;
  const bool dated =
      joint > before.anchor && joint + 1 < begin && holds_date(document, tokens.span(joint + 1, begin - 1));
  return dated ? joint + 1 : begin;
}

/// Gives each of several statements of one clause the words up to the next.
void share_clauses(const sdk::Document& document, const Tokens& tokens, std::vector<Statement>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Statement& a, const Statement& b) {
    return std::pair(a.begin, a.anchor) < std::pair(b.begin, b.anchor);
  });
  for (std::size_t at = 1; at < found.size(); ++at) {
    Statement& before = found[at - 1];
    Statement& statement = found[at];
    if (before.begin != statement.begin || statement.stated == nullptr) continue;
    if (before.first < 0) before.first = before.begin;
    statement.first = before.last = std::max(before.first + 1, own_begin(document, tokens, before, statement));
    statement.last = statement.end;
  }
}

Sort sort_of(const Tokens& tokens, int at) {
  if (tokens.starts(at, records)) return Sort::record;
  return tokens.starts(at, bit(Word::ratio)) ? Sort::ratio : Sort::superlative;
}

}  // namespace

void find_statements(const sdk::Document& document, const Tokens& tokens, const std::vector<Stated>& stated,
                     std::vector<Statement>& found) {
  const sdk::Span all = tokens.span(0, tokens.size() - 1);
  // "Cut taxes by 3 percent": an item of a plan, but not "Average life expectancy is".
  if (tokens.verb(0, verbs_of_state | bit(Word::action), base) && !in_measure(document, tokens, 0)) return;
  for (const sdk::Quantity quantity : document.quantities().within(all)) {
    if (quantity.number.end > all.end) continue;
    const bool measured = stands_for_measure(document, tokens, quantity);
    if (!measured && (is_trivial(quantity) || is_bare(quantity))) continue;
    const int first = tokens.at_or_after(quantity.span.begin);
    const int last = std::max(first, tokens.at_or_after(quantity.span.end) - 1);
    if (first >= tokens.size() || is_noise(tokens, first, last)) continue;
    if (!measured && is_reference(tokens, quantity, first)) continue;
    add(document, tokens, Sort::number, first, found);
  }
  constexpr Words phrases = records | any_of(Word::ratio, Word::superlative);
  if ((tokens.words() & phrases) != 0) {
    for (int at = 0; at < tokens.size(); ++at) {
      if (tokens.starts(at, phrases) && !tokens.starts(at - 1, bit(Word::to)))
        add(document, tokens, sort_of(tokens, at), at, found);
    }
  }
  for (const sdk::Mention mention : document.mentions().within(all)) {
    if (mention.kind != "measure") continue;
    const int at = tokens.at_or_after(mention.span.end);
    for (int next = at; next < at + change_reach && !tokens.breaks(next, clause_break); ++next) {
      const bool changed = tokens.verb(next, any_of(Word::rise, Word::fall), past | participle);
      if (changed) add(document, tokens, Sort::change, next, found);
    }
  }
  for (int at = 1; at < tokens.size(); ++at) {
    if (tokens.starts(at, any_of(Word::deed, Word::rise, Word::fall))) add_deed(document, tokens, at, found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Statement& a, const Statement& b) { return a.begin < b.begin; });
  const auto same = [](const Statement& a, const Statement& b) { return a.begin == b.begin; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  for (const Stated& one : stated) add_stated(document, tokens, one, found);
  share_clauses(document, tokens, found);
}

}  // namespace avow::statistic
