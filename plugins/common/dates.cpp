#include "dates.hpp"

#include <algorithm>

#include "cue.hpp"
#include "stated.hpp"

namespace avow::detect {
namespace {

/// How far before a date, in words, the "from" of the amount that it dates may stand.
constexpr int start_reach = 7;

bool moves(std::string_view relation) {
  return relation.starts_with("rise") || relation.starts_with("fall") || relation.starts_with("record");
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

/// "Arvania, which has 2 million inhabitants, overtook Belmark in 2010", "Belmark (population 9 million) voted in
/// 2010": what is put in between has no part in the date that follows it.
bool is_of_another(const Tokens& tokens, const Stated& stated, const sdk::DateMention& date) {
  constexpr int reach = 10;  // words of the insertion before its amount
  const int amount = tokens.at_or_after(stated.quantity.number.end);
  const int at = tokens.at_or_after(date.span.begin);
  bool closed = false;
  for (int word = amount; word <= at; ++word) closed = closed || tokens.breaks(word, comma | close_paren);
  if (!closed || at < amount) return false;
  int word = tokens.at_or_after(stated.quantity.span.begin);
  const int first = std::max(1, word - reach);
  while (word > first && !tokens.breaks(word, comma | open_paren)) --word;
  return tokens.breaks(word, open_paren) ||
         (tokens.breaks(word, comma) && tokens.inside(word, any_of(Word::relative, Word::determiner)));
}

bool starts_amount(const sdk::Document& document, const Tokens& tokens, int at) {
  if (at >= tokens.size()) return false;
  const std::size_t begin = tokens[at].begin;
  const auto here = document.quantities().within({begin, begin + 1});
  return !here.empty() && here[0].span.begin <= begin;
}

bool is_baseline(const sdk::Document& document, const Tokens& tokens, const sdk::DateMention& date, bool change) {
  const int after = tokens.at_or_after(date.span.end);
  const int first = tokens.at_or_after(date.span.begin);
  // "down from 10 percent in 2022", "from 30,000 in 2022 to": the date of the amount it starts from.
  for (int at = first - 1; at > 0 && at > first - start_reach && !tokens.breaks(at + 1, clause_break); --at) {
    if (tokens.starts(at, any_of(Word::to, Word::by))) break;
    if (tokens.starts(at, bit(Word::start)) && starts_amount(document, tokens, at + 1)) return true;
  }
  const bool levels = tokens.starts(after, bit(Word::level)) || tokens.starts(after + 1, bit(Word::level));
  const sdk::Date published = document.published();
  const bool from = change && date.role == "from" && published.known() && date.date.latest < published.earliest;
  const bool compared = tokens.inside(first - 1, any_of(Word::compare, Word::than)) ||
                        tokens.starts(first, any_of(Word::compare, Word::than));
  return levels || from || compared;
}

/// "the Act of 1966", "the events of September": the date tells which, not when.
bool is_part_of_name(const Tokens& tokens, const sdk::DateMention& date) {
  const int first = tokens.at_or_after(date.span.begin);
  return !tokens.starts(first, bit(Word::preposition)) && tokens.starts(first - 1, bit(Word::preposition)) &&
         !tokens.breaks(first, clause_break);
}

}  // namespace

void set_dates(const sdk::Document& document, const Tokens& tokens, const Clause& clause, Tense tense,
               sdk::Target& target, std::vector<sdk::Cue>& cues) {
  if (clause.own.end > clause.own.begin) {  // "5 percent in 2011 and 3 percent in 2012": the other's date only for want
    Clause own = clause;
    own.span = clause.own;
    own.own = {};
    set_dates(document, tokens, own, tense, target, cues);
    if (!target.due.empty() || !target.baseline.empty()) return;
  }
  const sdk::Date published = document.published();
  int best = 0;
  sdk::Span best_span;
  for (const sdk::DateMention mention : document.dates().within(clause.span)) {
    if (mention.span.end > clause.span.end || !mention.date.known()) continue;
    if (tokens.at_or_after(mention.span.begin) < clause.amounts) continue;
    const bool since = tense == Tense::past && mention.role == "since" && moves(target.relation);
    if (since || is_baseline(document, tokens, mention, !target.relation.empty())) {
      target.baseline = mention.date.edtf;
      cue(cues, mention.span, "baseline");
      continue;
    }
    if (is_part_of_name(tokens, mention)) continue;
    const bool now = mention.relative && mention.date.earliest == mention.date.latest;  // "born today", "is now"
    if (clause.stated != nullptr && now) continue;
    if (clause.stated != nullptr && is_of_another(tokens, *clause.stated, mention)) continue;
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

bool holds_date(const sdk::Document& document, const Tokens& tokens, int begin, int end) {
  if (begin >= end || begin >= tokens.size()) return false;
  const sdk::Span span = tokens.span(begin, std::min(end, tokens.size()) - 1);
  for (const sdk::DateMention date : document.dates().within(span)) {
    if (date.span.end <= span.end && date.date.known()) return true;
  }
  return false;
}

}  // namespace avow::detect
