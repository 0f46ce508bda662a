#include "target.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace avow::detect {
namespace {

/// How far back, in bytes, a bare word looks for the measure that it stands for: pronouns a few sentences, a noun that
/// the measure's own name ends in ("spending" after "defence spending") most of an article.
constexpr std::size_t pronoun_reach = 600;
constexpr std::size_t noun_reach = 12'000;
/// How far back a promise looks for the due date of the one it repeats.
constexpr std::size_t due_reach = 1'500;
constexpr std::size_t max_promises = 64;
constexpr std::size_t max_mentions = 256;
/// How far after the verb, in words, a count of things ("200,000 new homes") still is its object.
constexpr int object_reach = 5;
/// How far before a date, in words, the "from" of the amount that it dates may stand.
constexpr int start_reach = 7;
/// How many bytes before an amount the measure may stand that it is the goal of.
constexpr std::size_t goal_reach = 200;

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
  constexpr std::array<std::string_view, 10> times = {"year",   "month",  "week",   "day",     "hour",
                                                      "minute", "second", "decade", "century", "years old"};
  return std::find(times.begin(), times.end(), unit) != times.end();
}

bool ends_with_word(std::string_view phrase, std::string_view word) {
  if (phrase.size() < word.size() || word.size() < 4) return false;
  const std::size_t at = phrase.size() - word.size();
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return (at == 0 || phrase[at - 1] == ' ') && std::equal(word.begin(), word.end(), phrase.begin() + at, same);
}

void cue(std::vector<sdk::Cue>& cues, sdk::Span span, std::string_view label) {
  cues.push_back({span, std::string(label)});
}

bool moves(std::string_view relation) {
  return relation.starts_with("rise") || relation.starts_with("fall") || relation.starts_with("record");
}

std::string_view relation_of_bound(std::string_view bound, std::string_view otherwise) {
  if (bound == "at_least" || bound == "more_than") return sdk::relation::at_least;
  if (bound == "at_most" || bound == "less_than") return sdk::relation::at_most;
  return otherwise;
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

/// "help households, including pensioners who receive 135 pounds": an amount that a relative clause says of its own.
bool said_of_another(const Tokens& tokens, int verb, int amount) {
  for (int at = verb + 1; at < amount; ++at) {
    if (tokens.starts(at, bit(Word::relative)) && !tokens.starts(at, any_of(Word::question, Word::other_possessive)))
      return true;
  }
  return false;
}

/// "as we did this summer": a date that a clause after the verb's own says of itself.
bool hangs_after(const Tokens& tokens, int verb, int date) {
  constexpr Words subjects = any_of(Word::own_pronoun, Word::other_pronoun, Word::you_pronoun);
  for (int at = verb + 1; at + 1 < date; ++at) {
    const bool clause = tokens.starts(at + 1, subjects) && !tokens.starts(at + 1, bit(Word::determiner));
    if (tokens.starts(at, bit(Word::subordinator)) && clause) return true;
  }
  return false;
}

}  // namespace

void TargetBuilder::start(const sdk::Document& document) {
  document_.emplace(document);
  promises_.clear();
}

std::string TargetBuilder::subject_text(const Tokens& tokens, const Subject& subject) const {
  if (subject.empty()) return {};
  const sdk::Span span = tokens.span(subject.first, subject.last);
  // "NATO, the largest alliance, which holds": what stands before the apposition is meant.
  if (subject.relative && tokens.breaks(subject.first, comma | dash)) {
    const std::size_t end = tokens[subject.first - 1].end;
    for (const sdk::Mention mention : document_->mentions().within({tokens[0].begin, end})) {
      if (mention.kind == "entity" && mention.span.end == end) return std::string(mention.code);
    }
  }
  for (const sdk::Mention mention : document_->mentions().within(span)) {
    if (mention.kind != "entity" || mention.span.end > span.end) continue;
    const bool whole = mention.span.end == span.end || tokens.at_or_after(mention.span.end) > subject.last;
    const bool first =
        mention.span.begin == span.begin || (tokens.starts(subject.first, bit(Word::determiner)) &&
                                             tokens.at_or_after(mention.span.begin) == subject.first + 1);
    if (whole && first) return std::string(mention.code);
  }
  return std::string(document_->words(span));
}

sdk::Target TargetBuilder::build(const Tokens& tokens, const Clause& clause, Tense tense, std::vector<sdk::Cue>& cues) {
  denial_used_ = false;
  sdk::Target target;
  target.subject = subject_text(tokens, clause.subject);
  if (!clause.subject.empty()) cue(cues, tokens.span(clause.subject.first, clause.subject.last), "subject");
  auto measure = measure_in(tokens, clause, tense);
  if (!measure) measure = measure_meant(tokens, clause, tense);
  if (!measure) measure = measure_of_goal(tokens, clause, tense);
  if (measure) {
    target.indicator = measure->code;
    cue(cues, measure->span, "measure");
  }
  set_relation(tokens, clause, tense, target, cues);
  // A measure that nothing is said of, far from the verb, is only mentioned: "a vote on membership".
  const bool said = !target.relation.empty() || target.value.has_value();
  if (measure && !said && tokens.at_or_after(measure->span.begin) - clause.verb > object_reach) {
    target.indicator.clear();
    std::erase_if(cues, [](const sdk::Cue& each) { return each.label == "measure"; });
  }
  set_dates(tokens, clause, tense, target, cues);
  set_condition(tokens, clause, target, cues);
  set_scope(tokens, clause, target);
  return target;
}

std::optional<TargetBuilder::Measure> TargetBuilder::measure_in(const Tokens& tokens, const Clause& clause,
                                                                Tense tense) const {
  if (clause.verb >= tokens.size()) return std::nullopt;
  const std::size_t verb = tokens[clause.verb].begin;
  std::optional<Measure> before;
  for (const sdk::Mention mention : document_->mentions().within(clause.span)) {
    if (mention.kind != "measure" || mention.span.end > clause.span.end || is_unit(mention.span)) continue;
    const int at = tokens.at_or_after(mention.span.begin);
    // "member states will": who acts, and no measure unless they are counted.
    if (tokens.inside(at, any_of(Word::group, Word::each)) && !is_counted(mention.span)) continue;
    if (mention.span.begin >= verb) return Measure{mention.code, mention.span};
    const bool moved = clause.object >= 0 && at >= clause.object;
    const bool subject = moved || (at >= clause.subject.first && at <= clause.subject.last);
    if (tense == Tense::past || subject) before = Measure{mention.code, mention.span};
  }
  return before;
}

/// "2 percent of gross domestic product": what the share is of is no measure of its own.
bool TargetBuilder::is_unit(sdk::Span mention) const {
  const auto quantities = document_->quantities();
  const auto before = document_->quantities().within({0, mention.begin + 1});
  if (before.empty()) return false;
  const sdk::Quantity quantity = quantities[before.size() - 1];
  return quantity.span.contains(mention) && (is_share(quantity.unit) || is_money(quantity.unit));
}

std::optional<TargetBuilder::Measure> TargetBuilder::measure_meant(const Tokens& tokens, const Clause& clause,
                                                                   Tense tense) const {
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
  const auto mentions = document_->mentions().within({here > reach ? here - reach : 0, here});
  const std::size_t oldest = mentions.size() > max_mentions ? mentions.size() - max_mentions : 0;
  for (std::size_t left = mentions.size(); left > oldest; --left) {
    const sdk::Mention mention = mentions[left - 1];
    if (mention.kind != "measure" || is_unit(mention.span)) continue;
    if (pronoun) return Measure{mention.code, tokens.span(object, object)};
    const int noun = bare_noun(tokens, object, clause.end);
    if (noun < 0) return std::nullopt;
    if (ends_with_word(document_->words(mention.span), tokens.text(noun)))
      return Measure{mention.code, tokens.span(noun, noun)};
  }
  return std::nullopt;
}

std::optional<sdk::Quantity> TargetBuilder::quantity_in(const Tokens& tokens, const Clause& clause, Tense tense,
                                                        bool measured) const {
  std::optional<sdk::Quantity> best;
  std::optional<sdk::Quantity> subjects;
  for (const sdk::Quantity quantity : document_->quantities().within(clause.span)) {
    const int at = tokens.at_or_after(quantity.number.begin);
    // A length of time measures little but lives: "life expectancy rose to 81 years".
    const bool length = measured && tokens.inside(at - 1, any_of(Word::to, Word::up_to));
    if (quantity.span.end > clause.span.end || (is_time(quantity.unit) && !length)) continue;
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
    // "in room 4": the number of a thing is no amount of it.
    const bool numbered = quantity.unit.empty() && at > 0 && tokens[at - 1].inside == 0;
    if (numbered) continue;
    const bool counted = !measured || length || quantity.unit.empty() || holds_measure(quantity.span);
    if (!best && object && counted) best = quantity;
  }
  return best ? best : subjects;
}

/// "meet the 2 percent target": what an earlier sentence measured in the same amount.
std::optional<TargetBuilder::Measure> TargetBuilder::measure_of_goal(const Tokens& tokens, const Clause& clause,
                                                                     Tense tense) const {
  const auto goal = quantity_in(tokens, clause, tense, false);
  if (!goal || !is_share(goal->unit)) return std::nullopt;
  const int after = tokens.at_or_after(goal->span.end);
  if (!tokens.starts(after, bit(Word::goal)) && !tokens.starts(after + 1, bit(Word::goal))) return std::nullopt;
  const std::size_t here = goal->span.begin;
  const auto amounts = document_->quantities().within({here > noun_reach ? here - noun_reach : 0, here});
  const std::size_t oldest = amounts.size() > max_mentions ? amounts.size() - max_mentions : 0;
  for (std::size_t left = amounts.size(); left > oldest; --left) {
    const sdk::Quantity amount = amounts[left - 1];
    if (!is_share(amount.unit) || amount.value.value != goal->value.value) continue;
    const std::size_t from = amount.span.begin;
    for (const sdk::Mention mention :
         document_->mentions().within({from > goal_reach ? from - goal_reach : 0, amount.span.end + goal_reach})) {
      if (mention.kind == "measure" && !is_unit(mention.span)) return Measure{mention.code, goal->span};
    }
  }
  return std::nullopt;
}

/// Whether an amount stands right before the mention, or holds it: "32 members".
bool TargetBuilder::is_counted(sdk::Span mention) const {
  const auto before = document_->quantities().within({0, mention.begin + 1});
  if (before.empty()) return false;
  const sdk::Quantity quantity = document_->quantities()[before.size() - 1];
  return quantity.span.end + 1 >= mention.begin;
}

/// "32 members" where members are the measure.
bool TargetBuilder::holds_measure(sdk::Span quantity) const {
  for (const sdk::Mention mention : document_->mentions().within(quantity)) {
    if (mention.kind == "measure") return true;
  }
  return false;
}

void TargetBuilder::set_relation(const Tokens& tokens, const Clause& clause, Tense tense, sdk::Target& target,
                                 std::vector<sdk::Cue>& cues) {
  const auto quantity = quantity_in(tokens, clause, tense, !target.indicator.empty());
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
    return set_amount(tokens, clause, *quantity, found, tense, target);
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
}

void TargetBuilder::set_amount(const Tokens& tokens, const Clause& clause, const sdk::Quantity& quantity,
                               const Found& found, Tense tense, sdk::Target& target) {
  const int amount = tokens.at_or_after(quantity.span.begin);
  const int after = tokens.at_or_after(quantity.span.end);
  target.value = quantity.value;
  target.unit = quantity.unit;
  target.upper = quantity.upper;
  std::string_view plain =
      relation_of_bound(quantity.bound, tense == Tense::future ? sdk::relation::at_least : sdk::relation::equal);
  if (const auto kept = relation_kept(tokens, clause, amount, quantity.bound)) plain = *kept;
  target.relation =
      found.change != nullptr && found.at <= amount ? relation_of_change(tokens, *found.change, amount, plain) : plain;
  // "never less than 2 percent", "no pensioner will pay more than 5 pounds".
  const bool denied = clause.negated || (!clause.subject.empty() && tokens.starts(clause.subject.first, bit(Word::no)));
  if (denied && quantity.bound != "exact" && quantity.bound != "about" && target.relation == plain) {
    target.relation = plain == sdk::relation::at_least ? sdk::relation::at_most : sdk::relation::at_least;
    denial_used_ = true;
  }
  // "12 percent lower than in 2015".
  if (tokens.starts(after, any_of(Word::more, Word::less)) && tokens.starts(after + 1, bit(Word::than)))
    target.relation = tokens.starts(after, bit(Word::more)) ? sdk::relation::rise_by : sdk::relation::fall_by;
  if (quantity.upper && (target.relation == sdk::relation::at_least || target.relation == sdk::relation::equal))
    target.relation = sdk::relation::between;
}

bool TargetBuilder::starts_amount(const Tokens& tokens, int at) const {
  if (at >= tokens.size()) return false;
  const std::size_t begin = tokens[at].begin;
  const auto here = document_->quantities().within({begin, begin + 1});
  return !here.empty() && here[0].span.begin <= begin;
}

bool TargetBuilder::is_baseline(const Tokens& tokens, const sdk::DateMention& date, bool change) const {
  const int after = tokens.at_or_after(date.span.end);
  const int first = tokens.at_or_after(date.span.begin);
  // "down from 10 percent in 2022", "from 30,000 in 2022 to": the date of the amount it starts from.
  for (int at = first - 1; at > 0 && at > first - start_reach && !tokens.breaks(at + 1, clause_break); --at) {
    if (tokens.starts(at, any_of(Word::to, Word::by))) break;
    if (tokens.starts(at, bit(Word::start)) && starts_amount(tokens, at + 1)) return true;
  }
  const bool levels = tokens.starts(after, bit(Word::level)) || tokens.starts(after + 1, bit(Word::level));
  const sdk::Date published = document_->published();
  const bool from = change && date.role == "from" && published.known() && date.date.latest < published.earliest;
  const bool compared = tokens.inside(first - 1, any_of(Word::compare, Word::than)) ||
                        tokens.starts(first, any_of(Word::compare, Word::than));
  return levels || from || compared;
}

/// "the Act of 1966", "the events of September": the date tells which, not when.
bool TargetBuilder::is_part_of_name(const Tokens& tokens, const sdk::DateMention& date) const {
  const int first = tokens.at_or_after(date.span.begin);
  return !tokens.starts(first, bit(Word::preposition)) && tokens.starts(first - 1, bit(Word::preposition)) &&
         !tokens.breaks(first, clause_break);
}

void TargetBuilder::set_dates(const Tokens& tokens, const Clause& clause, Tense tense, sdk::Target& target,
                              std::vector<sdk::Cue>& cues) const {
  const sdk::Date published = document_->published();
  int best = 0;
  sdk::Span best_span;
  for (const sdk::DateMention mention : document_->dates().within(clause.span)) {
    if (mention.span.end > clause.span.end || !mention.date.known()) continue;
    if (tokens.at_or_after(mention.span.begin) < clause.amounts) continue;
    const bool since = tense == Tense::past && mention.role == "since" && moves(target.relation);
    if (since || is_baseline(tokens, mention, !target.relation.empty())) {
      target.baseline = mention.date.edtf;
      cue(cues, mention.span, "baseline");
      continue;
    }
    if (is_part_of_name(tokens, mention)) continue;
    if (tense == Tense::future && hangs_after(tokens, clause.verb, tokens.at_or_after(mention.span.begin))) continue;
    const bool past = published.known() && mention.date.latest <= published.earliest;
    const bool bound = mention.role == "by" || mention.role == "within" || mention.role == "until";
    int rank = 0;
    if (tense == Tense::future) {
      // "From January 2026 meals will be free": it is kept from then on.
      rank = past || mention.role == "since" ? 0 : bound ? 4 : mention.role == "from" ? 2 : 3;
      if (!published.known() && mention.role == "at" && rank != 0) rank = 1;
    } else {
      rank = mention.role == "at" ? 3 : 1;
    }
    if (rank <= best) continue;
    best = rank;
    best_span = mention.span;
    target.due = mention.date.edtf;
  }
  if (best != 0) cue(cues, best_span, tense == Tense::future ? "due date" : "period");
}

void TargetBuilder::set_condition(const Tokens& tokens, const Clause& clause, sdk::Target& target,
                                  std::vector<sdk::Cue>& cues) const {
  for (int at = clause.begin; at < clause.end; ++at) {
    const bool opens = tokens.starts(at, bit(Word::opening)) && (at == 0 || tokens.breaks(at, clause_break));
    if (!opens && !tokens.starts(at, bit(Word::condition))) continue;
    int last = at;
    const int stop = at < clause.subject.first ? clause.subject.first : clause.end;
    while (last + 1 < stop && !tokens.breaks(last + 1, clause_break | quote)) ++last;
    if (last - at < 1) continue;
    const sdk::Span span = tokens.span(at, last);
    target.condition = document_->words(span);
    cue(cues, span, "condition");
    return;
  }
}

void TargetBuilder::set_scope(const Tokens& tokens, const Clause& clause, sdk::Target& target) const {
  const Subject& subject = clause.subject;
  bool each = false;
  bool total = false;
  bool joined = false;
  for (int at = subject.first; at <= subject.last; ++at) {
    each = each || tokens.inside(at, bit(Word::each));
    joined = joined || (at > subject.first && tokens.starts(at, bit(Word::coordinate)));
    total = total || joined || tokens.inside(at, bit(Word::total));
  }
  for (int at = clause.verb; at < clause.end && !total; ++at) total = tokens.starts(at, bit(Word::total));
  if (total || each) target.scope = each && !joined ? sdk::scope::each : sdk::scope::total;
}

int TargetBuilder::further_amount(const Tokens& tokens, const Clause& clause) const {
  int first_end = -1;
  for (const sdk::Quantity quantity : document_->quantities().within(clause.span)) {
    const int at = tokens.at_or_after(quantity.span.begin);
    if (at < std::max(clause.verb, clause.amounts) || !(is_share(quantity.unit) || is_money(quantity.unit))) continue;
    if (first_end < 0) {
      first_end = tokens.at_or_after(quantity.span.end);
      continue;
    }
    int joint = at - 1;
    while (joint > first_end && tokens.inside(joint, any_of(Word::by, Word::to, Word::adverb))) --joint;
    if (!tokens.starts(joint, bit(Word::coordinate)) && !tokens.breaks(joint + 1, comma)) continue;
    if (!tokens.starts(joint, bit(Word::coordinate))) ++joint;
    if (holds_date(tokens, first_end, joint) && holds_date(tokens, at, clause.end)) return joint;
  }
  return -1;
}

bool TargetBuilder::holds_date(const Tokens& tokens, int begin, int end) const {
  if (begin >= end || begin >= tokens.size()) return false;
  const sdk::Span span = tokens.span(begin, std::min(end, tokens.size()) - 1);
  for (const sdk::DateMention date : document_->dates().within(span)) {
    if (date.span.end <= span.end && date.date.known()) return true;
  }
  return false;
}

void TargetBuilder::inherit_due(sdk::Target& target, sdk::Span where, std::vector<sdk::Cue>& cues) const {
  if (!target.due.empty() || target.indicator.empty()) return;
  for (auto promise = promises_.rbegin(); promise != promises_.rend(); ++promise) {
    if (where.begin > promise->end + due_reach) return;
    const bool same = promise->subject == target.subject || promise->group;
    if (promise->due.empty() || promise->indicator != target.indicator || !same) continue;
    target.due = promise->due;
    cue(cues, where, "due date of an earlier promise");
    return;
  }
}

void TargetBuilder::remember(const sdk::Target& target, sdk::Span where, bool own_or_group) {
  if (target.indicator.empty() || target.due.empty()) return;
  if (promises_.size() >= max_promises) promises_.erase(promises_.begin());
  promises_.push_back({target.subject, target.indicator, target.due, where.end, own_or_group});
}

}  // namespace avow::detect
