#include "target.hpp"

#include <algorithm>

#include "amount.hpp"
#include "cue.hpp"
#include "dates.hpp"
#include "measure.hpp"

namespace avow::detect {
namespace {

/// How far back a promise looks for the due date of the one it repeats.
constexpr std::size_t due_reach = 1'500;
constexpr std::size_t max_promises = 64;

/// "5 billion dollars of tax cuts and military spending": money that stands before the measure and is parted from it by
/// more than a few words, or by "and" or "that", is paid for something else.
bool is_for_another(const Tokens& tokens, const sdk::Target& target, sdk::Span measure,
                    const std::vector<sdk::Cue>& cues) {
  constexpr int reach = 5;
  const auto amount =
      std::find_if(cues.begin(), cues.end(), [](const sdk::Cue& each) { return each.label == "amount"; });
  if (amount == cues.end() || !is_money(target.unit) || amount->span.end > measure.begin) return false;
  const int first = tokens.at_or_after(amount->span.end);
  const int last = tokens.at_or_after(measure.begin);
  bool parted = last - first > reach;
  for (int at = first; at < last; ++at)
    parted = parted || tokens.starts(at, any_of(Word::coordinate, Word::relative)) || tokens.breaks(at, clause_break);
  return parted;
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
  sdk::Target target;
  target.subject = subject_text(tokens, clause.subject);
  if (!clause.subject.empty()) cue(cues, tokens.span(clause.subject.first, clause.subject.last), "subject");
  const auto measure = measure_of(*document_, tokens, clause, tense);
  if (measure) {
    target.indicator = measure->code;
    cue(cues, measure->span, "measure");
  }
  denial_used_ = set_relation(*document_, tokens, clause, tense, target, cues);
  // A measure that nothing is said of, far from the verb, is only mentioned: "a vote on membership".
  const bool said = !target.relation.empty() || target.value.has_value();
  const bool other = clause.stated == nullptr && measure && tense == Tense::past &&
                     is_for_another(tokens, target, measure->span, cues);
  if (other || (measure && clause.stated == nullptr && !said &&
                tokens.at_or_after(measure->span.begin) - clause.verb > object_reach)) {
    target.indicator.clear();
    std::erase_if(cues, [](const sdk::Cue& each) { return each.label == "measure"; });
  }
  set_dates(*document_, tokens, clause, tense, target, cues);
  set_condition(tokens, clause, target, cues);
  set_scope(tokens, clause, target);
  return target;
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
    if (holds_date(*document_, tokens, first_end, joint) && holds_date(*document_, tokens, at, clause.end))
      return joint;
  }
  return -1;
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
