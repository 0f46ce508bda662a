#pragma once

#include "base/instant.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// A claim and the moment at which what the store says of it last became otherwise.
struct ChangedClaim {
  ClaimRow row;
  Instant at;
};

/// The newest journal time among: the claim, the reading and the verdict that stand, and what was retracted of its
/// readings and verdicts. It depends on the store alone, never on the hour, and does not go back when a verdict is
/// retracted and an older one stands again. Epoch when the store does not hold the claim.
Instant changed_at(Store& store, const ClaimRow& row, const Clocks& clocks);

}  // namespace avow
