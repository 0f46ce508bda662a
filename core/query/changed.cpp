#include "query/changed.hpp"

#include <algorithm>

#include "store/store.hpp"

namespace avow {
namespace {

/// Takes in the moments of those records that stand or that were retracted.
template <typename T>
void take_newest(Store& store, const std::vector<Recorded<T>>& records, const std::optional<Id>& standing,
                 const Clocks& clocks, Instant& newest) {
  for (const Recorded<T>& one : records) {
    if (one.id == standing) newest = std::max(newest, one.at);
    if (one.live) continue;
    for (const auto& retraction : store.retractions_of(one.id, clocks)) newest = std::max(newest, retraction.at);
  }
}

}  // namespace

Instant changed_at(Store& store, const ClaimRow& row, const Clocks& clocks) {
  Instant newest;
  take_newest(store, store.readings_of(row.id, clocks), row.reading_id, clocks, newest);
  take_newest(store, store.assessments_of(row.id, clocks), row.assessment_id, clocks, newest);
  // A reading never came before its claim, so that the claim's own moment matters only where there is none.
  if (newest == Instant{})
    for (const auto& claim : store.claims_of(row.claim.document, clocks))
      if (claim.id == row.id) newest = claim.at;
  return newest;
}

}  // namespace avow
