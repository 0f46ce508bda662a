#include "amount.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cue.hpp"
#include "measure.hpp"
#include "stated.hpp"

namespace avow::detect {
namespace {

std::string_view relation_of_bound(std::string_view bound, std::string_view otherwise) {
  if (bound == "at_least" || bound == "more_than") return sdk::relation::at_least;
  if (bound == "at_most" || bound == "less_than") return sdk::relation::at_most;
  return otherwise;
}

/// "nearly 2 million" in the languages there are: below, but close. Its other hedges follow from its bound.
constexpr std::array<std::string_view, 9> nearly_words = {
    "nearly", "almost", "virtually", "just under", "just short of", "knapp", "beinahe", "nahezu", "fast"};

bool begins_with_any_case(std::string_view text, std::string_view words) {
  return text.size() > words.size() && text[words.size()] == ' ' &&
         std::equal(words.begin(), words.end(), text.begin(), [](char a, char b) { return a == (b | 0x20); });
}

std::string_view hedge_of(const sdk::Document& document, const sdk::Quantity& quantity) {
  const std::string_view said = document.words(quantity.span);
  const bool nearly = std::any_of(nearly_words.begin(), nearly_words.end(),
                                  [&](std::string_view words) { return begins_with_any_case(said, words); });
  if (nearly) return sdk::hedge::nearly;
  if (quantity.bound == "about") return sdk::hedge::about;
  if (quantity.bound == "more_than") return sdk::hedge::over;
  return quantity.bound == "less_than" ? sdk::hedge::under : sdk::hedge::none;
}

/// A share that changes a thing, as positions of words.
struct Part {
  double value;
  int first;
  int last;
};

/// "double", "halve", and after "by" or "in" what is cut or raised: "by a third", "in half".
std::optional<Part> part_changed(const Tokens& tokens, const Clause& clause, const Found& found) {
  if (found.change == nullptr || (found.change->word != Word::rise && found.change->word != Word::fall))
    return std::nullopt;
  for (int at = found.at; at < clause.end; ++at) {
    const Match* part = tokens.match(at, Word::part);
    if (part == nullptr) continue;
    const bool governed =
        tokens.inside(at - 1, any_of(Word::by, Word::preposition)) && tokens.starts(at - 1, ~Words{0});
    if (at == found.at || governed) return Part{part->value, at, at + static_cast<int>(part->length) - 1};
  }
  return std::nullopt;
}

/// The word that says that nothing shall be left of what is measured: "net zero", "end homelessness"; -1: none does.
int nothing_left(const Tokens& tokens, const Clause& clause, bool measured) {
  if (measured && tokens.verb(clause.verb, bit(Word::zero), base | gerund | participle)) return clause.verb;
  for (int at = clause.verb; at < clause.end; ++at) {
    if (tokens.starts(at, bit(Word::net_zero))) return at;
  }
  return -1;
}

/// "keep the deficit at 3 percent", "hold debt below 60 percent".
std::optional<std::string_view> relation_kept(const Tokens& tokens, const Clause& clause, int amount,
                                              std::string_view bound) {
  if (!tokens.starts(clause.verb, bit(Word::keep)) || bound != "exact") return std::nullopt;
  if (tokens.starts(amount - 1, bit(Word::up_to)))
    return tokens.starts(amount - 1, bit(Word::more)) ? sdk::relation::at_least : sdk::relation::at_most;
  if (!tokens.starts(amount - 1, bit(Word::at))) return std::nullopt;
  return sdk::relation::equal;
}

/// "help households, including pensioners who receive 135 pounds": an amount that a relative clause says of its own.
bool said_of_another(const Tokens& tokens, int verb, int amount) {
  for (int at = verb + 1; at < amount; ++at) {
    if (tokens.starts(at, bit(Word::relative)) && !tokens.starts(at, any_of(Word::question, Word::other_possessive)))
      return true;
  }
  return false;
}

/// The change that a noun makes of a measure: "an increase in the rate of unemployment"; Word::count_ where none does.
Word change_of(const Tokens& tokens, const Stated& stated) {
  int at = tokens.at_or_after(stated.measure.span.begin) - 1;
  while (tokens.inside(at, bit(Word::determiner))) --at;
  if (at < 1 || tokens.text(at) != "in" || tokens.breaks(at, clause_break)) return Word::count_;
  for (const Word word : {Word::rise, Word::fall})
    if (tokens.starts(at - 1, bit(word))) return word;
  return Word::count_;
}

/// Whether the denial of the clause went into the relation.
bool set_amount(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                const sdk::Quantity& quantity, const Found& found, Tense tense, sdk::Target& target) {
  const int amount = tokens.at_or_after(quantity.span.begin);
  const int after = tokens.at_or_after(quantity.span.end);
  target.value = quantity.value;
  target.unit = quantity.unit;
  target.upper = quantity.upper;
  target.hedge = hedge_of(document, quantity);
  std::string_view plain =
      relation_of_bound(quantity.bound, tense == Tense::future ? sdk::relation::at_least : sdk::relation::equal);
  if (const auto kept = relation_kept(tokens, clause, amount, quantity.bound)) plain = *kept;
  target.relation =
      found.change != nullptr && found.at <= amount ? relation_of_change(tokens, *found.change, amount, plain) : plain;
  // "never less than 2 percent", "no pensioner will pay more than 5 pounds".
  const bool denied = clause.negated || (!clause.subject.empty() && tokens.starts(clause.subject.first, bit(Word::no)));
  const bool used = denied && quantity.bound != "exact" && quantity.bound != "about" && target.relation == plain;
  if (used) target.relation = plain == sdk::relation::at_least ? sdk::relation::at_most : sdk::relation::at_least;
  // "a 50 percent increase in unemployment", "a cut in the deficit of 90 percent".
  const Word changed =
      clause.stated != nullptr && is_share(target.unit) ? change_of(tokens, *clause.stated) : Word::count_;
  if (changed != Word::count_)
    target.relation = changed == Word::rise ? sdk::relation::rise_by : sdk::relation::fall_by;
  // "12 percent lower than in 2015".
  if (tokens.starts(after, any_of(Word::more, Word::less)) && tokens.starts(after + 1, bit(Word::than)))
    target.relation = tokens.starts(after, bit(Word::more)) ? sdk::relation::rise_by : sdk::relation::fall_by;
  if (quantity.upper && (target.relation == sdk::relation::at_least || target.relation == sdk::relation::equal))
    target.relation = sdk::relation::between;
  return used;
}

}  // namespace

bool is_money(std::string_view unit) {
  return unit.size() >= 3 && std::all_of(unit.begin(), unit.begin() + 3, [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool is_mass(std::string_view unit) {
  return unit == "t" || unit.starts_with("t ");
}
bool is_share(std::string_view unit) {
  return unit.starts_with("percent");
}
bool is_time(std::string_view unit) {
  constexpr std::array<std::string_view, 11> times = {
      "year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "years old", "years of age"};
  return std::find(times.begin(), times.end(), unit) != times.end();
}

std::optional<sdk::Quantity> quantity_in(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                         Tense tense, bool measured) {
  if (clause.stated != nullptr) return clause.stated->quantity;
  std::optional<sdk::Quantity> best;
  std::optional<sdk::Quantity> subjects;
  for (const sdk::Quantity quantity : document.quantities().within(clause.span)) {
    const int at = tokens.at_or_after(quantity.number.begin);
    // A length of time measures little but lives: "life expectancy rose to 81 years", "is 81 years".
    const bool stands = measured && stands_for_measure(document, tokens, quantity);
    if (quantity.number.end > clause.span.end || (is_time(quantity.unit) && !stands)) continue;
    const bool in_subject = at >= clause.subject.first && at <= clause.subject.last;
    const bool fits = is_share(quantity.unit) || is_money(quantity.unit) || is_mass(quantity.unit);
    const bool known = tokens.inside(at - 1, bit(Word::definite));  // "our 28 members", "this 5% commitment"
    if (known && (in_subject || !fits)) continue;
    if (tokens.starts(at - 1, bit(Word::start))) continue;
    if (in_subject && !fits) {  // "more than 400,000 people are without work": when nothing else is said
      if (tense == Tense::past && !subjects) subjects = quantity;
      continue;
    }
    if (at < clause.amounts || (tense == Tense::future && said_of_another(tokens, clause.verb, at))) continue;
    if (!in_subject && tense == Tense::future && at < clause.verb) continue;
    if (fits) return quantity;
    const bool apart =
        tokens.inside(at - 1, bit(Word::preposition)) && !tokens.inside(at - 1, any_of(Word::by, Word::up_to));
    const bool object = clause.counts && !apart && (tense == Tense::past || at - clause.verb <= object_reach);
    if (stands && !best) best = quantity;
    // "in room 4": the number of a thing is no amount of it.
    const int first = tokens.at_or_after(quantity.span.begin);
    const bool numbered = quantity.unit.empty() && first > 0 && tokens[first - 1].inside == 0;
    if (numbered) continue;
    const bool counted = !measured || quantity.unit.empty() || holds_measure(document, quantity.span);
    const bool named = tense == Tense::past && holds_measure(document, quantity.span);  // "with 10 million inhabitants"
    if (!best && (object || named) && counted) best = quantity;
  }
  return best ? best : subjects;
}

bool set_relation(const sdk::Document& document, const Tokens& tokens, const Clause& clause, Tense tense,
                  sdk::Target& target, std::vector<sdk::Cue>& cues) {
  const auto quantity = quantity_in(document, tokens, clause, tense, !target.indicator.empty());
  const int amount = quantity ? tokens.at_or_after(quantity->span.begin) : 0;
  const Found found = find_change(tokens, clause, tense, amount);
  if (found.change != nullptr) {
    const int last = found.at + std::max(1, tokens.length(found.at, bit(found.change->word))) - 1;
    cue(cues, tokens.span(found.at, std::min(last, tokens.size() - 1)), found.change->label);
  }
  // "by a third" is a fraction without a unit as well.
  const auto part = part_changed(tokens, clause, found);
  const bool fraction = quantity && quantity->unit.empty() && quantity->value.value < 1;
  if (quantity && !(part && fraction)) {
    cue(cues, quantity->span, "amount");
    return set_amount(document, tokens, clause, *quantity, found, tense, target);
  }
  if (found.change != nullptr) target.relation = found.change->bare;
  if (part) {
    target.value = sdk::Number{std::round(part->value * 10) / 10, 0};
    target.unit = "percent";
    target.relation = found.change->by;
    cue(cues, tokens.span(part->first, part->last), "amount");
  } else if (const int at = nothing_left(tokens, clause, !target.indicator.empty()); at >= 0) {
    target.value = sdk::Number{0, 0};
    target.relation = sdk::relation::fall_to;
    cue(cues, tokens.span(at, at), "amount");
  }
  return false;
}

}  // namespace avow::detect
