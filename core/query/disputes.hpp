#pragma once

#include <vector>

#include "query/claim_view.hpp"

namespace avow {

/// The disputes about a claim, its readings and its verdicts that are known at the clocks, retracted ones too, oldest
/// first.
std::vector<DisputeView> disputes_about(Store& store, const Id& claim, const Clocks& clocks);

/// Those of them that nobody has answered.
std::vector<DisputeView> open_disputes(Store& store, const Id& claim, const Clocks& clocks);

}  // namespace avow
