#include "measure.hpp"

#include <algorithm>

#include "amount.hpp"
#include "stated.hpp"

namespace avow::detect {
namespace {

/// How far back, in bytes, a bare word looks for the measure that it stands for: pronouns a few sentences, a noun that
/// the measure's own name ends in ("spending" after "defence spending") most of an article.
constexpr std::size_t pronoun_reach = 600;
constexpr std::size_t noun_reach = 12'000;
constexpr std::size_t max_mentions = 256;
/// How many bytes before an amount the measure may stand that it is the goal of.
constexpr std::size_t goal_reach = 200;

bool ends_with_word(std::string_view phrase, std::string_view word) {
  if (phrase.size() < word.size() || word.size() < 4) return false;
  const std::size_t at = phrase.size() - word.size();
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return (at == 0 || phrase[at - 1] == ' ') && std::equal(word.begin(), word.end(), phrase.begin() + at, same);
}

constexpr Words function_words = any_of(Word::preposition, Word::conjunction, Word::adverb, Word::subordinator,
                                        Word::to, Word::own_pronoun, Word::other_pronoun, Word::relative, Word::that);

/// The noun that is the object from `at` on with nothing but articles before it: "spending", "the budget"; -1 when
/// others qualify it, for then it may be another measure.
int bare_noun(const Tokens& tokens, int at, int end) {
  while (at < end && tokens.starts(at, any_of(Word::determiner, Word::own_possessive, Word::other_possessive))) ++at;
  const bool known = at >= end || tokens.inside(at, function_words) || tokens.breaks(at, clause_break);
  const bool alone = at + 1 >= end || tokens[at + 1].inside != 0 || tokens.breaks(at + 1, clause_break);
  return known || !alone ? -1 : at;
}

/// The last amount that begins at or before the mention.
std::optional<sdk::Quantity> quantity_by(const sdk::Document& document, sdk::Span mention) {
  const auto until = document.quantities().within({0, mention.begin + 1});
  return until.empty() ? std::nullopt : std::optional(until[until.size() - 1]);
}

/// Whether an amount stands right before the mention, or holds it: "32 members".
bool is_counted(const sdk::Document& document, sdk::Span mention) {
  const auto quantity = quantity_by(document, mention);
  return quantity && quantity->span.end + 1 >= mention.begin;
}

/// "2 percent of gross domestic product": what the share is of is no measure of its own.
bool is_unit(const sdk::Document& document, sdk::Span mention) {
  const auto quantity = quantity_by(document, mention);
  return quantity && quantity->span.contains(mention) && (is_share(quantity->unit) || is_money(quantity->unit));
}

/// "adjusted for inflation", "its inflation target": named, but not what the clause tells the amount of.
bool is_aside(const Tokens& tokens, sdk::Span mention) {
  const int at = tokens.at_or_after(mention.begin);
  const bool adjusted = at > 1 && tokens.text(at - 1) == "for" && tokens.text(at - 2).starts_with("adjust");
  return adjusted || tokens.starts(tokens.at_or_after(mention.end), bit(Word::goal));
}

std::optional<Measure> measure_in(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                  Tense tense) {
  if (clause.verb >= tokens.size()) return std::nullopt;
  const std::size_t verb = tokens[clause.verb].begin;
  std::optional<Measure> before;
  std::optional<Measure> whole;  // only where nothing else is named: "64 percent of seats in parliament"
  for (const sdk::Mention mention : document.mentions().within(clause.span)) {
    if (mention.kind != "measure" || mention.span.end > clause.span.end) continue;
    if (!can_be_measured(document, tokens, mention, tense)) continue;
    const int at = tokens.at_or_after(mention.span.begin);
    if (tense == Tense::past && is_whole(document, mention.span)) {
      if (!whole) whole = Measure{mention.code, mention.span};
      continue;
    }
    if (mention.span.begin >= verb) return Measure{mention.code, mention.span};
    const bool moved = clause.object >= 0 && at >= clause.object;
    const bool subject = moved || (at >= clause.subject.first && at <= clause.subject.last);
    if (tense == Tense::past || subject) before = Measure{mention.code, mention.span};
  }
  return before ? before : whole;
}

std::optional<Measure> measure_meant(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                     Tense tense) {
  const auto change = find_change(tokens, clause, tense, 0);
  if (change.change == nullptr) return std::nullopt;
  int object = change.at + std::max(1, tokens.length(change.at, changes));
  // "it will fall to 4 percent", "bring it down to 4 percent": without an object, what rises is the subject or what
  // stands before the particle.
  const bool pronoun_object = object < clause.end && tokens.starts(object, bit(Word::other_pronoun)) &&
                              !tokens.starts(object, bit(Word::determiner));
  if (!pronoun_object && (object >= clause.end || tokens.inside(object, function_words | bit(Word::up_to)) ||
                          tokens[object].digit || tokens.breaks(object, clause_break))) {
    const bool particle = change.at == clause.verb + 2 && tokens.starts(change.at - 1, bit(Word::other_pronoun));
    const Subject& subject = clause.subject;
    // Who devotes or reaches something is an actor, seldom a measure: "each of us will devote 0.7 percent".
    const bool acts = change.change->word == Word::reach;
    if (!particle && (acts || subject.first != subject.last || subject.empty())) return std::nullopt;
    object = particle ? change.at - 1 : subject.first;
    if (!tokens.starts(object, bit(Word::other_pronoun))) return std::nullopt;
  }
  const bool pronoun = tokens.starts(object, bit(Word::other_pronoun)) &&
                       (object < change.at || object + 1 >= clause.end || tokens[object + 1].inside != 0 ||
                        tokens.breaks(object + 1, clause_break));
  const std::size_t here = tokens[clause.begin].begin;
  const std::size_t reach = pronoun ? pronoun_reach : noun_reach;
  const auto mentions = document.mentions().within({here > reach ? here - reach : 0, here});
  const std::size_t oldest = mentions.size() > max_mentions ? mentions.size() - max_mentions : 0;
  for (std::size_t left = mentions.size(); left > oldest; --left) {
    const sdk::Mention mention = mentions[left - 1];
    if (mention.kind != "measure" || is_unit(document, mention.span)) continue;
    if (pronoun) return Measure{mention.code, tokens.span(object, object)};
    const int noun = bare_noun(tokens, object, clause.end);
    if (noun < 0) return std::nullopt;
    if (ends_with_word(document.words(mention.span), tokens.text(noun)))
      return Measure{mention.code, tokens.span(noun, noun)};
  }
  return std::nullopt;
}

/// "meet the 2 percent target": what an earlier sentence measured in the same amount.
std::optional<Measure> measure_of_goal(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                       Tense tense) {
  const auto goal = quantity_in(document, tokens, clause, tense, false);
  if (!goal || !is_share(goal->unit)) return std::nullopt;
  const int after = tokens.at_or_after(goal->span.end);
  if (!tokens.starts(after, bit(Word::goal)) && !tokens.starts(after + 1, bit(Word::goal))) return std::nullopt;
  const std::size_t here = goal->span.begin;
  const auto amounts = document.quantities().within({here > noun_reach ? here - noun_reach : 0, here});
  const std::size_t oldest = amounts.size() > max_mentions ? amounts.size() - max_mentions : 0;
  for (std::size_t left = amounts.size(); left > oldest; --left) {
    const sdk::Quantity amount = amounts[left - 1];
    if (!is_share(amount.unit) || amount.value.value != goal->value.value) continue;
    const std::size_t from = amount.span.begin;
    for (const sdk::Mention mention :
         document.mentions().within({from > goal_reach ? from - goal_reach : 0, amount.span.end + goal_reach})) {
      if (mention.kind == "measure" && !is_unit(document, mention.span)) return Measure{mention.code, goal->span};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Measure> measure_of(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                  Tense tense) {
  if (clause.stated != nullptr) return clause.stated->measure;
  auto measure = measure_in(document, tokens, clause, tense);
  if (!measure) measure = measure_meant(document, tokens, clause, tense);
  if (!measure) measure = measure_of_goal(document, tokens, clause, tense);
  return measure;
}

bool is_whole(const sdk::Document& document, sdk::Span mention) {
  constexpr std::size_t longest = 48;  // " percent of Arvania's total"
  const auto quantity = quantity_by(document, mention);
  if (!quantity || !is_share(quantity->unit) || quantity->number.end >= mention.begin) return false;
  const std::string_view between = document.words({quantity->number.end, mention.begin});
  return between.size() <= longest && between.find(" of ") != between.npos &&
         between.find_first_of(",;.(") == between.npos;
}

bool can_be_measured(const sdk::Document& document, const Tokens& tokens, const sdk::Mention& mention, Tense tense) {
  if (is_unit(document, mention.span)) return false;
  const int at = tokens.at_or_after(mention.span.begin);
  // "member states will": who acts, and no measure unless they are counted.
  if (tokens.inside(at, any_of(Word::group, Word::each)) && !is_counted(document, mention.span)) return false;
  return tense == Tense::future || !is_aside(tokens, mention.span);
}

bool stands_for_measure(const sdk::Document& document, const Tokens& tokens, const sdk::Quantity& quantity) {
  constexpr int reach = 8;  // words: "the unemployment rate among young people in Spain is"
  int before = tokens.at_or_after(quantity.span.begin) - 1;
  while (tokens.inside(before, bit(Word::adverb))) --before;
  constexpr Words leads = any_of(Word::to, Word::up_to, Word::be, Word::at, Word::reach);
  const bool led = tokens.inside(before, leads) || (before >= 0 && tokens.text(before) == "of");
  if (!led) return false;
  const std::size_t from = tokens[std::max(0, before - reach)].begin;
  return holds_measure(document, {from, tokens[before].end});
}

bool holds_measure(const sdk::Document& document, sdk::Span span) {
  for (const sdk::Mention mention : document.mentions().within(span)) {
    if (mention.kind == "measure") return true;
  }
  return false;
}

bool is_in_measure(const sdk::Document& document, sdk::Span span) {
  constexpr std::size_t longest = 64;  // bytes of a name
  for (const sdk::Mention mention :
       document.mentions().within({span.begin - std::min<std::size_t>(span.begin, longest), span.begin + 1})) {
    if (mention.kind == "measure" && mention.span.end >= span.end) return true;
  }
  return false;
}

}  // namespace avow::detect
