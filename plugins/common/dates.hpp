#pragma once

#include <vector>

#include "change.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// Sets when the target falls due, or what period it is of, and the date that it is compared with; labels what says so.
/// target.relation is set by then.
void set_dates(const sdk::Document& document, const Tokens& tokens, const Clause& clause, Tense tense,
               sdk::Target& target, std::vector<sdk::Cue>& cues);

/// Whether the words [begin, end) hold a whole date that is known.
bool holds_date(const sdk::Document& document, const Tokens& tokens, int begin, int end);

}  // namespace avow::detect
