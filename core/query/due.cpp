#include "query/due.hpp"

#include "store/store.hpp"

namespace avow {

void due_claims(Store& store, ClaimFilter filter, const DayRange& window, Day today,
                const std::function<bool(const DueClaim&)>& visit) {
  filter.due_from = window.from;
  filter.due_until = window.until;
  filter.promises_open_only = true;
  filter.order = ClaimFilter::Order::due_first;
  store.claims(filter, [&](const ClaimRow& row) {
    if (!row.reading || !row.reading->target.due.known()) return true;
    return visit({row, day_number(row.reading->target.due.latest()) - day_number(today)});
  });
}

}  // namespace avow
