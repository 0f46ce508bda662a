#pragma once

#include "store/store.hpp"

namespace avow {

/// Whether the record is taken out of the views at the clocks: retracted, by a retraction that was not itself
/// retracted. The same as the store's own views hold.
bool live_retraction(Store& store, const Id& record, const Clocks& clocks);

}  // namespace avow
