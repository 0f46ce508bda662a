#pragma once

#include <vector>

#include "base/date.hpp"
#include "text/annotations.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// The dates that the text names, in order, none overlapping another. Rules for what the wording leaves open:
/// a weekday or a month without a year is the nearest past one unless the clause looks ahead ("will", "next"); a month
/// without either cue is that of the document's year; "by the end of the decade" is the year ending in 0 that closes it
/// (2030 said in 2025); "within a decade" said in 2014 is 2024, with role `within`, so that latest() is the deadline;
/// "over the past five years" is role `since` with the year it reaches back to.
std::vector<DateMention> find_dates(const Tokens& tokens, const Date& published);

}  // namespace avow::text
