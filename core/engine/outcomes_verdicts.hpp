#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/check_host.hpp"
#include "engine/vocabulary.hpp"
#include "plugin/plugin.hpp"
#include "store/store.hpp"

namespace avow {

/// Which figures checkers are to see: of each the newest that is admitted.
using AdmitsFigure = std::function<bool(const ObservationRow&)>;

/// A member of a group whose figure meets the target by one publication and not by the other.
struct ChangedSide {
  std::string entity;  ///< code
  Observation before, after;
  bool meets_it = false;  ///< by the later
};

/// A verdict on a claim by two sets of figures.
struct VerdictChange {
  ClaimRow claim;  ///< with its standing reading
  Assessment before, after;
  std::vector<ChangedSide> changed_sides;  ///< by code; only of targets that set each member an amount
};

struct VerdictComparison {
  ClaimFilter filter;  ///< which claims; by both clocks, judged as if on filter.clocks.today, which must be set
  AdmitsFigure before, after;
};

struct VerdictComparisonTotals {
  std::size_t judged = 0, changed = 0, failed = 0;
};

/// Judges the standing readings of the claims that match twice, stores nothing, and reports those whose verdict differs
/// or whose members changed sides. A checker that fails on one is counted, and the others go on.
VerdictComparisonTotals compare_verdicts(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                                         const VerdictComparison& comparison,
                                         const std::function<void(const VerdictChange&)>& report);

}  // namespace avow
