#pragma once

#include <functional>

#include "query/day_range.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// A promise that falls due, and how many days are left from today (negative: overdue).
struct DueClaim {
  ClaimRow row;
  std::int32_t days_left = 0;
};

/// Promises (pledges and forecasts) whose due date ends within the window, that are not negated and have no final
/// verdict (a provisional one is not final), soonest first. `filter` narrows them further; its due days, order and
/// promises_open_only are set here. `visit` returns false to stop.
void due_claims(Store& store, ClaimFilter filter, const DayRange& window, Day today,
                const std::function<bool(const DueClaim&)>& visit);

}  // namespace avow
