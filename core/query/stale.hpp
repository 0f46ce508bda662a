#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// Why a claim should be judged or read again.
enum class StaleReason { overdue, figures, checker, analyzer, proposed, disagreement, dispute };
inline constexpr auto stale_reasons = enum_names<StaleReason>({{StaleReason::overdue, "overdue"},
                                                               {StaleReason::figures, "figures"},
                                                               {StaleReason::checker, "checker"},
                                                               {StaleReason::analyzer, "analyzer"},
                                                               {StaleReason::proposed, "proposed"},
                                                               {StaleReason::disagreement, "disagreement"},
                                                               {StaleReason::dispute, "dispute"}});
/// Whether it waits for a person to say something, and not for a machine to run again.
constexpr bool waits_for_person(StaleReason reason) noexcept {
  return reason >= StaleReason::proposed;
}

struct StaleClaim {
  ClaimRow row;
  StaleReason reason = StaleReason::overdue;
  std::string why;  ///< one line
};

/// Claims of the filter that should be looked at again, in its order, with each reason that there is:
///   overdue       a promise, not negated, whose date has passed since it was judged last, or that was never judged
///   figures       the verdict that stands rests on figures that a later publication gives otherwise
///   checker       it was made by an earlier output revision, or another configuration, of a checker in `current`
///   analyzer      the same of the reading that stands
///   proposed      the verdict that stands is a checker's of a sort that waits for a person to confirm it
///   disagreement  a person's verdict stands, and a checker has come to another since
///   dispute       somebody disputes it, and nobody has answered yet
/// `current` are the makers of the plugins as they are now; what others made is never stale for its maker. `visit`
/// returns false to stop.
void stale_claims(Store& store, const ClaimFilter& filter, const std::vector<Maker>& current, Day today,
                  const std::function<bool(const StaleClaim&)>& visit);

}  // namespace avow
