#pragma once

#include <vector>

#include "base/date.hpp"
#include "text/annotations.hpp"
#include "text/time_value.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// The dates that the text names, in order, none overlapping another. Rules for what the wording leaves open:
/// a weekday or a month without a year is the nearest past one unless the clause looks ahead ("will", "next"); a month
/// without either cue is that of the document's year; "by the end of the decade" is the year ending in 0 that closes it
/// (2030 said in 2025); "within a decade" said in 2014 is 2024, with role `within`, so that latest() is the deadline;
/// "over the past five years" is role `since` with the year it reaches back to. "mid-2027" is May to August, "early"
/// and "late" the four months before and after. Where the count is not told ("in the coming weeks", three of them) or
/// the first day is not ("in our first 100 days", from publication on) the date is about right: EDTF's "~". A date
/// that hangs on a term of office ("by the end of this parliament") is unknown, and its term tells the engine, which
/// knows the speaker, what to work out. 03/04/2025 is read as the other dates of the document are written; where they
/// do not tell, it spans both days that it can be.
std::vector<DateMention> find_dates(const Tokens& tokens, const Date& published);

/// A time expression as TimeML 1.2.1 has it (TIMEX3).
struct TimeExpression {
  Span extent;  ///< without a preposition, with "the", "early", "more than": "the end of 2026", "a year ago"
  TimeValue value;
};

/// All time expressions, also those that name no date of the calendar: lengths of time, "every day", "now". Finer than
/// what plugins need; deadlines and dates come from the same pass. In order, none overlapping another.
std::vector<TimeExpression> find_times(const Tokens& tokens, const Date& published);

}  // namespace avow::text
