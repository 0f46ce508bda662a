#pragma once

#include <vector>

#include "query/history.hpp"

namespace avow {

/// A publication of figures that a reading's target rests on.
struct Vintage {
  Day published{};
  VintageEvent event;
};

/// The publications known at the clocks that hold the target's indicator for its subject (for each member of it when
/// the target is about each), for periods from the baseline (else the year before it was said; of a statement, the
/// period spoken of) to the due date. By day published, then series. Empty when the target names no subject or
/// indicator.
std::vector<Vintage> vintages(Store& store, const Reading& reading, const Date& said, const Clocks& clocks);

}  // namespace avow
