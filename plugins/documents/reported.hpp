#pragma once

#include <string_view>

#include "act.hpp"

namespace documents {

/// What a sentence reports of an act, clause by clause (parted by commas and their like): the first of Report that one
/// of them says. "Will be built", "if it is built", "urged that it be built" only announce; "was never built", "no
/// terminal was built" report that it was not done; a failure that was overcome ("after delays, it was opened") does
/// not count. Linear but for the few signs of a clause.
Report report_of(std::string_view sentence, const Act& act, const Words& words);

}  // namespace documents
