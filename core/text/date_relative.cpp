#include <algorithm>
#include <array>

#include "text/date_finder.hpp"

namespace avow::text {
namespace {

struct VagueWord {
  Literal word;
  VagueTime time;
};
constexpr VagueWord vague_words[] = {{{"now"}, VagueTime::present},      {{"currently"}, VagueTime::present},
                                     {{"nowadays"}, VagueTime::present}, {{"presently"}, VagueTime::present},
                                     {{"current"}, VagueTime::present},  {{"recently"}, VagueTime::past},
                                     {{"recent"}, VagueTime::past},      {{"lately"}, VagueTime::past}};

}  // namespace

/// The unit that today lies in; unknown when today is.
CalendarUnit DateFinder::here(Grain grain) const {
  if (!known_ || (!today_known_ && grain <= Grain::weekend)) return {};
  return CalendarUnit::around(grain, today_);
}

/// Everything whose head is a unit of time: "next year", "ten years ago", "the first nine months", "every week".
std::optional<FoundTime> DateFinder::unit_of_time(std::size_t i) const {
  const Grain grain = grain_at(i);
  const Lead lead = lead_of(i);
  if (names_part_after(i)) return std::nullopt;
  if (auto found = moved(i, grain, lead)) return found;
  if (auto found = start_of_term(i, grain, lead)) return found;
  const std::size_t next = hyphen_at(i + 1) ? i + 2 : i + 1;
  if (tokens_.is(next, "old")) return std::nullopt;
  if (lead.pointer == Pointer::each) return told(lead.begin, i + 1, TimeValue::each(grain, lead.count));
  const bool one = !lead.counted && !lead.vague && !lead.plural;
  if (one && next == i + 2 && tokens_.is(next, "long")) return told(i, i + 3, TimeValue::length(grain, 1));
  return one ? one_unit(i, grain, lead) : several_units(i, grain, lead);
}

/// "next year", "the previous week", "that day", "the year".
std::optional<FoundTime> DateFinder::one_unit(std::size_t i, Grain grain, const Lead& lead) const {
  switch (lead.pointer) {
    case Pointer::next:
      return shifted(i, grain, lead, 1);
    case Pointer::last:
      return shifted(i, grain, lead, -1);
    case Pointer::past:
      return grain == Grain::year || tokens_.is(lead.begin, "this") ? shifted(i, grain, lead, -1)
                                                                    : length(i, grain, lead);
    case Pointer::current:
      return shifted(i, grain, lead, 0);
    case Pointer::previous:
      return that_unit(i, grain, lead, -1);
    case Pointer::following:
      return that_unit(i, grain, lead, 1);
    case Pointer::that:
      return that_unit(i, grain, lead, 0);
    case Pointer::none:
      return lead.article ? the_unit(i, grain, lead) : std::nullopt;
    default:
      return std::nullopt;
  }
}

/// "ten years", "a month", "several days", "weeks". A quarter without "the" is a fraction, and "a second" an ordinal.
std::optional<FoundTime> DateFinder::several_units(std::size_t i, Grain grain, const Lead& lead) const {
  if (lead.pointer == Pointer::that) return std::nullopt;
  if (lead.counted && lead.pointer == Pointer::none) {
    if (grain == Grain::quarter && (lead.indefinite || !lead.article)) return std::nullopt;
    if (grain == Grain::second && lead.indefinite) return std::nullopt;
  }
  if (!lead.counted && !lead.vague && lead.pointer == Pointer::none && grain < Grain::hour) return std::nullopt;
  return length(i, grain, lead);
}

/// "next year", "this month", "last week", "the coming decade".
std::optional<FoundTime> DateFinder::shifted(std::size_t i, Grain grain, const Lead& lead, int by) const {
  if (grain <= Grain::day) return std::nullopt;
  const bool coming = by > 0 && tokens_.is(lead.begin, "this");  // "this coming year" is this one
  FoundTime found = unit(lead.begin, i + 1, here(grain).shifted(coming ? 0 : by), true);
  if (by > 0 && tokens_.is(i + 1, "or") && tokens_.is(i + 2, "so")) found.end += 2;
  if (grain == Grain::century) found.dated = false;
  if (grain == Grain::year && tokens_.is(lead.begin - 1, "time") && tokens_.is(lead.begin - 2, "this"))
    return unit(lead.begin - 2, i + 1, here(Grain::month).years_on(by), true);
  if (grain == Grain::year) compare_with(found, i, by);
  if (by != 0 && !tokens_.is(lead.begin - 1, "of")) spread(found, grain, lead);
  return found;
}

/// A period said with "the" is counted from today where a preposition or its length makes it a stretch: "over the next
/// year", "the past decade".
void DateFinder::spread(FoundTime& found, Grain grain, const Lead& lead) const {
  const bool long_one = grain == Grain::decade || grain == Grain::century;
  if (lead.article && long_one) found.value = TimeValue::length(grain, 1);
  const bool framed = lead.article && grain != Grain::quarter && frame(lead.begin);
  if (lead.pointer == Pointer::past || framed || grain == Grain::decade) reach(found, grain, lead);
}

/// "last year's quarter" when figures are told for a quarter.
void DateFinder::compare_with(FoundTime& found, std::size_t i, int by) const {
  if (!known_ || tokens_[i + 1].kind != TokenKind::possessive) return;
  const auto part = reported_in(year_ + by, i + 2);
  if (!part) return;
  found.value = TimeValue::on(*part);
  found.compared = true;
  found.end = i + 3;
}

/// "the year", "the week", "by the end of the decade".
std::optional<FoundTime> DateFinder::the_unit(std::size_t i, Grain grain, const Lead& lead) const {
  const std::size_t of = tokens_.is(lead.begin, "of") ? lead.begin : lead.begin - 1;  // German "des": "of the"
  const bool part = tokens_.is(of, "of") && tokens_.is_any(of - 1, {"end", "close", "start", "beginning", "middle"});
  if (part)
    if (auto found = closing(i, lead.begin, grain)) return found;
  if (!tokens_.is(lead.begin, "the")) return std::nullopt;
  if (grain == Grain::year && tokens_.is_any(i + 1, {"ended", "ending"}))
    return told(lead.begin, i + 1, TimeValue::length(grain, 1));
  if (grain != Grain::year && grain != Grain::week) return std::nullopt;
  return told(lead.begin, i + 1, TimeValue::on(here(grain)));
}

/// The unit that today lies in, named by its last year: "(the end of) the decade".
std::optional<FoundTime> DateFinder::closing(std::size_t i, std::size_t begin, Grain grain) const {
  if (grain < Grain::week) return std::nullopt;
  FoundTime found = unit(begin, i + 1, here(grain), true);
  if (known_ && grain == Grain::decade) found.date = here(Grain::year).shifted((10 - year_ % 10) % 10).date();
  if (known_ && grain == Grain::century) found.date = here(Grain::year).shifted((100 - year_ % 100) % 100).date();
  return found;
}

/// "that year", "the same day", "the following month", "the previous week": from the date named last.
std::optional<FoundTime> DateFinder::that_unit(std::size_t i, Grain grain, const Lead& lead, int by) const {
  if (grain < Grain::day) return std::nullopt;
  const CalendarUnit& base = grain <= Grain::weekend ? last_day_ : last_;
  if (!base.known() || base.grain > grain) {
    if (by == 0) return std::nullopt;
    return unit(lead.begin, i + 1, here(grain).shifted(by), true);
  }
  return told(lead.begin, i + 1, TimeValue::on(CalendarUnit::around(grain, base.date().earliest()).shifted(by)));
}

/// "ten years ago", "two weeks from now", "a year earlier", "three days later".
std::optional<FoundTime> DateFinder::moved(std::size_t i, Grain grain, const Lead& lead) const {
  if (lead.hyphen || lead.pointer != Pointer::none) return std::nullopt;
  const bool hyphen = hyphen_at(i + 1);
  std::size_t at = hyphen ? i + 2 : i + 1;
  if (tokens_.is(at, "or") && tokens_.is(at + 1, "so")) at += 2;
  const bool from_now = tokens_.is(at, "from") && tokens_.is(at + 1, "now");
  const bool ago = tokens_.is(at, "ago");
  const bool earlier = tokens_.is(at, "earlier") || (tokens_.is(at, "before") && lead.indefinite);
  if (!from_now && !ago && !earlier && !tokens_.is(at, "later")) return std::nullopt;
  const bool back = ago || earlier;
  if (grain == Grain::year && back && (hyphen || (lead.counted && lead.count == 1))) return year_before(i, lead);
  if (hyphen || !(lead.counted || lead.vague || lead.plural)) return std::nullopt;
  const std::size_t end = from_now ? at + 2 : at + 1;
  if (!lead.counted || grain < Grain::day)
    return told(lead.begin, end, TimeValue::only(back ? VagueTime::past : VagueTime::future));
  const int count = static_cast<int>(std::min(lead.count, 9999.0F)) * (back ? -1 : 1);
  return ago || from_now ? from_today(lead.begin, end, grain, count) : from_last(lead.begin, end, grain, count);
}

FoundTime DateFinder::from_today(std::size_t begin, std::size_t end, Grain grain, int count) const {
  const int years = grain == Grain::decade ? 10 : grain == Grain::century ? 100 : 1;
  FoundTime found = unit(begin, end, here(years > 1 ? Grain::year : grain).shifted(count * years), true);
  found.date = date_from(grain, static_cast<float>(count));
  return found;
}

/// Counted from the date named last, or from today when none is as fine.
FoundTime DateFinder::from_last(std::size_t begin, std::size_t end, Grain grain, int count) const {
  const CalendarUnit& base = grain <= Grain::weekend ? last_day_ : last_;
  if (!base.known()) return told(begin, end, from_today(begin, end, grain, count).value);
  return told(begin, end, TimeValue::on(CalendarUnit::around(grain, base.date().earliest()).shifted(count)));
}

/// "a year ago", "a year earlier", "the year-ago quarter": for figures the same quarter a year before.
std::optional<FoundTime> DateFinder::year_before(std::size_t i, const Lead& lead) const {
  const bool hyphen = is_dash(tokens_[i + 1].mark);
  const bool ago = tokens_.is(hyphen ? i + 2 : i + 1, "ago");
  std::size_t begin = lead.begin;
  std::size_t end = hyphen ? i + 3 : i + 2;
  if (hyphen) {
    begin = i;
    if (tokens_.is_any(end, {"third", "second", "first", "fourth"}) && tokens_.is(end + 1, "quarter")) ++end;
    if (tokens_.is_any(end, {"quarter", "period"})) {
      ++end;
      if (tokens_.is(i - 1, "the")) begin = i - 1;
    }
  }
  if (hyphen && !reported_.known() && !known_) return std::nullopt;
  CalendarUnit at = reported_.known() ? reported_ : here(Grain::year);
  if (!reported_.known() && !ago && last_.known() && last_.grain >= Grain::year) at = last_;
  FoundTime found = told(begin, end, TimeValue::on(at.years_on(-1)));
  found.compared = true;
  if (ago && !hyphen) {
    found.dated = found.relative = true;
    found.date = date_from(Grain::year, -1);
  }
  return found;
}

/// Whether "this year's" or "1988" only tells the year of what follows it: "third quarter".
bool DateFinder::names_part_after(std::size_t i) const {
  std::size_t end = 0;
  if (tokens_.is(i, "year") && (year_at(i + 1) || spoken_year(i + 1, end))) return true;
  const bool possessive = tokens_[i + 1].kind == TokenKind::possessive;
  if (!possessive && !year_at(i)) return false;
  const std::size_t at = possessive ? i + 2 : i + 1;
  return tokens_.is_any(at, {"first", "second", "third", "fourth"}) && tokens_.is_any(at + 1, {"quarter", "half"});
}

/// The quarter of that year that compares with the one that figures are told for: "the 1988 period".
std::optional<CalendarUnit> DateFinder::reported_in(int year, std::size_t i) const {
  if (reported_.grain != Grain::quarter || !tokens_.is_any(i, {"period", "quarter"})) return std::nullopt;
  return CalendarUnit::of(Grain::quarter, year, reported_.part);
}

/// "year-end", "the year end".
std::optional<FoundTime> DateFinder::end_of_year(std::size_t i) const {
  if (!tokens_.is(i, "year")) return std::nullopt;
  const bool hyphen = is_dash(tokens_[i + 1].mark) && tokens_[i + 1].glued;
  const std::size_t at = hyphen ? i + 2 : i + 1;
  if (!tokens_.is(at, "end") || tokens_.is(at + 1, "of") || lead_of(i).counted) return std::nullopt;
  FoundTime found = unit(i, at + 1, here(Grain::year), true);
  if (known_) found.value.at = CalendarUnit::day(found.date.latest());
  return found;
}

/// "now", "recently", "the future", "in the past": no date at all, but time expressions by TimeML.
std::optional<FoundTime> DateFinder::vague(std::size_t i) const {
  const bool the = tokens_.is(i - 1, "the") || (tokens_.is(i - 1, "near") && tokens_.is(i - 2, "the"));
  if (tokens_.is(i, "future") && (the || tokens_.is(i - 1, "in")))
    return told(tokens_.is(i - 1, "in")    ? i
                : tokens_.is(i - 1, "the") ? i - 1
                                           : i - 2,
                i + 1, TimeValue::only(VagueTime::future));
  if (tokens_.is(i, "past")) {
    const bool alone = !tokens_.is_word(i + 1) || tokens_.has(i + 1, function_word);
    if (!the || !alone || tokens_.is_number(i + 1)) return std::nullopt;
    return told(i - 1, i + 1, TimeValue::only(VagueTime::past));
  }
  const auto* found = std::find_if(std::begin(vague_words), std::end(vague_words),
                                   [&](const VagueWord& each) { return tokens_.is(i, each.word); });
  if (found == std::end(vague_words)) return std::nullopt;
  if (tokens_.is_any(i, {"current", "recent"}) &&
      (tokens_.has(i + 1, period_word | number_word) || tokens_.is(i + 1, "fiscal")))
    return std::nullopt;
  const bool right = tokens_.is(i, "now") && tokens_.is(i - 1, "right");
  return told(right ? i - 1 : i, i + 1, TimeValue::only(found->time));
}

}  // namespace avow::text
