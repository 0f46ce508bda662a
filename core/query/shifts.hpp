#pragma once

#include <string>
#include <vector>

#include "query/commitments.hpp"

namespace avow {

/// Claims that moved a promise so against what stood before, newest first. `indicator`: code or measure; empty for all.
std::vector<Id> shifting_claims(Commitments& commitments, const std::string& indicator, LinkKind shift);

}  // namespace avow
