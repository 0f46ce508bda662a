#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "text/date_finder.hpp"
#include "text/number_words.hpp"

namespace avow::text {
namespace {

using Pointer = Lead::Pointer;

constexpr float few = 3;  ///< how many "a few" are taken for where a date has to be worked out

struct PointerWord {
  Literal word;
  Pointer pointer;
};
constexpr PointerWord pointer_words[] = {
    {{"next"}, Pointer::next},          {{"coming"}, Pointer::next},   {{"following"}, Pointer::following},
    {{"last"}, Pointer::last},          {{"past"}, Pointer::past},     {{"previous"}, Pointer::previous},
    {{"preceding"}, Pointer::previous}, {{"this"}, Pointer::current},  {{"these"}, Pointer::current},
    {{"current"}, Pointer::current},    {{"that"}, Pointer::that},     {{"same"}, Pointer::that},
    {{"latest"}, Pointer::latest},      {{"recent"}, Pointer::recent}, {{"first"}, Pointer::first},
    {{"final"}, Pointer::first},        {{"each"}, Pointer::each},     {{"every"}, Pointer::each},
    {{"per"}, Pointer::each},           {{"another"}, Pointer::other}, {{"upcoming"}, Pointer::next},
    {{"initial"}, Pointer::first},      {{"early"}, Pointer::first}};

struct AdverbOfTime {
  Literal word;
  Grain grain;
};
constexpr AdverbOfTime adverbs[] = {{{"daily"}, Grain::day},    {{"weekly"}, Grain::week}, {{"monthly"}, Grain::month},
                                    {{"yearly"}, Grain::year},  {{"hourly"}, Grain::hour}, {{"nightly"}, Grain::day},
                                    {{"annually"}, Grain::year}};

constexpr Grain grains_of_periods[] = {Grain::none,    Grain::day,  Grain::week,   Grain::month,
                                       Grain::quarter, Grain::year, Grain::decade, Grain::century};

bool is_plural(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(i, {"days", "weeks", "months", "quarters", "years", "decades", "centuries", "hours", "minutes",
                           "seconds", "yrs", "hrs", "mins"});
}

}  // namespace

bool DateFinder::is_back(const Lead& lead) {
  return lead.pointer == Pointer::last || lead.pointer == Pointer::past || lead.pointer == Pointer::previous;
}

bool DateFinder::is_ahead(const Lead& lead) {
  return lead.pointer == Pointer::next || lead.pointer == Pointer::following;
}

Grain DateFinder::grain_at(std::size_t i) const {
  const Period period = tokens_.word(i).period;
  if (period != Period::none) return grains_of_periods[static_cast<std::size_t>(period)];
  if (!tokens_.has(i, unit_word)) return Grain::none;
  if (tokens_.is_any(i, {"hour", "hours", "hr", "hrs"})) return Grain::hour;
  if (tokens_.is_any(i, {"minute", "minutes", "mins"})) return Grain::minute;
  return tokens_.is_any(i, {"seconds"}) ? Grain::second : Grain::none;
}

/// Reads what stands before the unit at `i`, from right to left.
Lead DateFinder::lead_of(std::size_t i) const {
  Lead lead;
  lead.begin = i;
  lead.plural = is_plural(tokens_, i);
  std::size_t p = i - 1;
  if (is_dash(tokens_[p].mark) && tokens_[i].glued) lead.hyphen = true, --p;
  while (tokens_.is_any(p, {"more", "additional", "full", "straight", "consecutive", "extra", "whole", "entire",
                            "solid", "calendar", "fiscal", "financial", "tax", "successive"})) {
    lead.begin = p--;
  }
  p = lead_count(p, lead);
  p = lead_pointer(p, lead);
  const std::size_t begin = lead.begin;
  if (tokens_.is_any(p, {"the", "its", "their", "our", "his", "her", "my", "your"})) {
    lead.article = true;
    lead.begin = p;
  } else if (tokens_.is_any(p, {"a", "an"}) && !lead.counted && (!lead.vague || lead.begin == p + 1)) {
    lead.indefinite = lead.counted = !lead.vague;
    lead.begin = p;
  } else if (tokens_.is(p, "a") && tokens_.has(begin, scale_word)) {
    lead.begin = p;  // "a hundred years"
  }
  if (lead.hyphen && lead.counted && !lead.indefinite) lead.begin = begin;  // "the two-week": the adjective alone
  return lead;
}

/// "ten", "two to three", "several", "a couple of"; answers where to go on to the left.
std::size_t DateFinder::lead_count(std::size_t p, Lead& lead) const {
  if (numeral_.end == p + 1 && numeral_.end > numeral_.begin) {
    lead.counted = true;
    lead.count = numeral_.value;
    lead.begin = numeral_.begin;
    p = numeral_.begin - 1;
    const bool joined = tokens_.is_any(p, {"to", "or"}) || is_dash(tokens_[p].mark);
    if (joined && earlier_numeral_.end == p && earlier_numeral_.end > earlier_numeral_.begin &&
        earlier_numeral_.value < lead.count) {
      lead.upper = lead.count;
      lead.count = earlier_numeral_.value;
      lead.begin = earlier_numeral_.begin;
      p = earlier_numeral_.begin - 1;
    }
    return p;
  }
  const bool couple = tokens_.is(p, "of") && tokens_.is(p - 1, "couple");
  if (couple || tokens_.is_any(p, {"few", "several", "many"})) {
    lead.vague = !couple;
    lead.count = couple ? 2 : TimeValue::unsaid;
    lead.counted = couple;
    lead.begin = couple ? p - 1 : p;
    if (couple && tokens_.is(p - 2, "a")) lead.begin = p - 2;
    return lead.begin - 1;
  }
  return p;
}

std::size_t DateFinder::lead_pointer(std::size_t p, Lead& lead) const {
  if (tokens_.is(p, "other") && tokens_.is_any(p - 1, {"every", "each"})) {
    lead.count = 2;
    lead.begin = p--;
  }
  const auto* found = std::find_if(std::begin(pointer_words), std::end(pointer_words),
                                   [&](const PointerWord& each) { return tokens_.is(p, each.word); });
  if (found == std::end(pointer_words)) return p;
  if (lead.counted && tokens_.is(p, "that")) return p;  // the conjunction: "said that two years ago"
  lead.pointer = found->pointer;
  lead.begin = p;
  const bool past = found->pointer == Pointer::past || found->pointer == Pointer::next;
  if (past && tokens_.is(p - 1, "this")) lead.begin = --p;  // "this past week"
  if (found->pointer == Pointer::other) lead.counted = true;
  return p - 1;
}

/// "ten years", "the first nine months", "a year", "recent years", "months".
std::optional<FoundTime> DateFinder::length(std::size_t i, Grain grain, const Lead& lead) const {
  float count = lead.upper == 0 && !lead.vague && (lead.counted || !lead.plural) ? lead.count : TimeValue::unsaid;
  const std::size_t end = after_length(i + 1, count);
  FoundTime found = told(lead.begin, end, TimeValue::length(grain, count));
  reach(found, grain, lead);
  return found;
}

/// Takes "or so", "or two", "or months", "-long" into an expression.
std::size_t DateFinder::after_length(std::size_t end, float& count) const {
  if (tokens_.is(end, "or") && tokens_.is(end + 1, "so")) return end + 2;
  if (tokens_.is(end, "or") && tokens_.is_any(end + 1, {"two", "more"})) {
    if (tokens_.is(end + 1, "two")) count = TimeValue::unsaid;
    return end + 2;
  }
  if (tokens_.is_any(end, {"or", "and"}) && is_plural(tokens_, end + 1) && count < 0) return end + 2;
  if (is_dash(tokens_[end].mark) && tokens_[end].glued && tokens_.is(end + 1, "long")) return end + 2;
  return tokens_.is(end, "ahead") && count < 0 ? end + 1 : end;
}

/// The preposition that makes a length of time a deadline or a span that reaches back: "within", "over the course of".
std::optional<std::size_t> DateFinder::frame(std::size_t begin) const {
  std::size_t p = with_bound(begin) - 1;
  if (tokens_.is(p, "of") && tokens_.is_any(p - 1, {"course", "space"})) p -= tokens_.is(p - 2, "the") ? 3 : 2;
  if (tokens_.is_any(p, {"within", "over", "in", "for", "during", "throughout"})) return p;
  return std::nullopt;
}

/// What a length of time means as a date: "within a decade", "over the next ten years", "in two years' time".
void DateFinder::reach(FoundTime& found, Grain grain, const Lead& lead) const {
  const auto framed = frame(lead.begin);
  const Reach how = is_back(lead)    ? reach_back(lead, framed, grain)
                    : is_ahead(lead) ? reach_ahead(lead, framed, grain)
                                     : reach_in(lead, framed, found.end);
  if (!how.holds || grain < Grain::day) return;
  found.dated = found.relative = true;
  found.role = how.role;
  found.end = std::max(found.end, how.end);
  if (framed && how.role) found.span_begin = framed;
  const float count = lead.vague || (lead.plural && !lead.counted) ? few : std::max(lead.upper, lead.count);
  found.date = date_from(grain, how.sign * count);
  if (!found.date.known()) return;
  if (lead.upper > 0 && !how.role)
    found.date = Date::interval(date_from(grain, lead.count).earliest(), found.date.latest());
  if (how.approximate) found.date = Date::parse(found.date.text() + "~").value_or(found.date);
}

/// "over the past five years".
DateFinder::Reach DateFinder::reach_back(const Lead& lead, std::optional<std::size_t> framed, Grain grain) const {
  const bool several = lead.counted || lead.plural || lead.vague;
  const bool stretch = framed && (grain == Grain::decade || !tokens_.is(*framed, "in"));
  return {several || stretch, DateRole::since, -1, !lead.counted && several, 0};
}

/// "over the next ten years", "in the coming weeks", "the next decade".
DateFinder::Reach DateFinder::reach_ahead(const Lead& lead, std::optional<std::size_t> framed, Grain grain) const {
  const bool several = lead.counted || lead.plural || lead.vague;
  return {framed || several || grain == Grain::decade, DateRole::within, 1, !lead.counted && several, 0};
}

/// "within a decade", "in two years" where the clause looks ahead, "in two years' time", "in our first 100 days".
DateFinder::Reach DateFinder::reach_in(const Lead& lead, std::optional<std::size_t> framed, std::size_t end) const {
  if (!framed || lead.hyphen || !(lead.counted || lead.vague)) return {};
  if (tokens_.is(*framed, "within")) return {true, DateRole::within, 1, lead.vague, 0};
  if (!tokens_.is(*framed, "in") || lead.vague) return {};
  if (lead.pointer == Pointer::first) return {lead.article, DateRole::within, 1, true, 0};
  if (lead.article || lead.pointer != Pointer::none) return {};
  const bool apostrophe =
      tokens_[end].kind == TokenKind::possessive || tokens_.is_mark(end, '\'') || tokens_.is_mark(end, 0x2019);
  const std::size_t time = apostrophe ? end + 1 : end;
  if (tokens_.is(time, "time")) return {true, {}, 1, false, time + 1};
  return {looks_ahead(*framed) > 0, {}, 1, false, 0};
}

/// The day, month or year that many units from today.
Date DateFinder::date_from(Grain grain, float count) const {
  if (!known_ || std::abs(count) > 10000 || grain < Grain::day) return {};
  const auto units = [&](Grain of, float each) { return here(of).shifted(static_cast<int>(count * each)).date(); };
  if (grain <= Grain::weekend) return units(Grain::day, grain == Grain::day ? 1 : 7);
  if (grain <= Grain::half) return units(Grain::month, grain == Grain::quarter ? 3 : grain == Grain::half ? 6 : 1);
  const float years = grain == Grain::decade ? 10 : grain == Grain::century ? 100 : 1;
  return count == std::floor(count) ? units(Grain::year, years) : units(Grain::month, years * 12);
}

std::optional<FoundTime> DateFinder::adverb_of_time(std::size_t i) const {
  const auto* found = std::find_if(std::begin(adverbs), std::end(adverbs),
                                   [&](const AdverbOfTime& each) { return tokens_.is(i, each.word); });
  if (found == std::end(adverbs)) return std::nullopt;
  if (tokens_[i].capital && tokens_[i + 1].capital && tokens_.is_word(i + 1)) return std::nullopt;
  return told(i, i + 1, TimeValue::each(found->grain, 1));
}

}  // namespace avow::text
