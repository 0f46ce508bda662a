#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/vocabulary.hpp"
#include "plugin/plugin.hpp"
#include "store/store.hpp"

namespace avow {

struct CheckOptions {
  ClaimFilter filter;  ///< which claims, and both clocks; today unset: the clock's day
  std::string actor;
  /// Judge and report, store nothing. Always so when the filter looks back in journal time (as_of): such a verdict was
  /// not reached then, and recorded now it could not be replayed from what is known now.
  bool dry_run = false;
  std::size_t batch = 1000;  ///< assessments in one transaction
};

struct CheckedClaim {
  Id claim;
  Id assessment_id;
  Assessment assessment;
  bool changed = false;  ///< not the conclusion that stood before
  std::string failure;   ///< the checker failed: why; then there is no assessment
};

struct CheckTotals {
  std::size_t judged = 0, changed = 0, unchanged = 0, not_testable = 0, no_checker = 0, failed = 0;
};

/// Holds the standing readings of the claims that match against outcomes. Assessments that say nothing new are not
/// stored again. `report` is called after the transaction with them is durable.
CheckTotals check_claims(Store& store, const Lexicon& lexicon, const std::vector<Plugin*>& plugins,
                         const CheckOptions& options, Day today,
                         const std::function<void(const CheckedClaim&)>& report);

struct ReplayResult {
  bool same = false;
  std::string recorded;  ///< canonical JSON of the recorded assessment
  std::string replayed;  ///< of the one made again; empty when the checker is not there at that revision
  std::string reason;    ///< why it could not be replayed or what differs
};

/// Makes a recorded assessment again, from what the store knew when it was recorded, as if on its day.
ReplayResult replay(Store& store, const std::vector<Plugin*>& plugins, const Id& assessment);

}  // namespace avow
