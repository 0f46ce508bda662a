#pragma once

#include <optional>

#include "store/store.hpp"

namespace avow {

/// A claim with its standing reading and verdict; nullopt when it is not there at the clocks.
std::optional<ClaimRow> row_of(Store& store, const Id& claim, const Clocks& clocks);

/// The same with a reading. clocks.today must be set. Error (not_found) when no such claim stands on that day.
ClaimRow standing_row(Store& store, const Id& claim, const Clocks& clocks);

}  // namespace avow
