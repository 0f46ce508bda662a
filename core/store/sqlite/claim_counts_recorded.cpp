#include <utility>
#include <vector>

#include "store/row_counts.hpp"
#include "store/sqlite/claim_counts.hpp"
#include "store/store.hpp"

namespace avow::sqlite {

ClaimCounts recorded_counts(Store& store, ClaimFilter filter, CountBy by) {
  filter.limit = 0;
  RowCounts counts(by, by == CountBy::party ? store.entities(filter.clocks) : std::vector<Entity>());
  store.claims(filter, [&](const ClaimRow& row) {
    counts.count(counts.places(row));
    return true;
  });
  return std::move(counts.counts());
}

}  // namespace avow::sqlite
