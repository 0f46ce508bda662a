#include "engine/retractions.hpp"

#include <algorithm>

namespace avow {

bool live_retraction(Store& store, const Id& record, const Clocks& clocks) {
  const auto retractions = store.retractions_of(record, clocks);
  return std::any_of(retractions.begin(), retractions.end(),
                     [&](const auto& one) { return store.retractions_of(one.id, clocks).empty(); });
}

}  // namespace avow
