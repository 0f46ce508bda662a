#pragma once

#include <optional>
#include <string>

#include "model/json.hpp"
#include "query/scorecard.hpp"

namespace avow {

class Names;

/// One group of a scorecard:
///   group (code, name or word; null when nobody knows), name (of a code), claims; kept and supported {part, n, rate,
///   low, high} (rate is null while n is 0); final, open, provisional, proposed {verdict: claims}, by the words of the
///   scale where one is given; undecidable, unjudged; not_testable {claims, missing {parts: claims}}; stances, unread;
///   commitments {utterances, single, exact, linked, suggested} where each commitment is counted once, and all numbers
///   are of these, else null; weighed {kept, supported} or null; scale (code) or null; selection (in words).
Json score_json(const Score& score, const Names& names, const std::optional<Scale>& scale,
                const std::string& selection);

/// The same as cells of a table: counts beside each other, rates as "62 % of 21 (41-79)".
Json score_cells(const Score& score, const Names& names, const std::optional<Scale>& scale);

}  // namespace avow
