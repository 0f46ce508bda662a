#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/analyzer_pool.hpp"
#include "engine/policy.hpp"
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
  /// Claims judged in one transaction. The store's write lock is held from before the first is judged until the last is
  /// written, so that nothing comes between what a verdict rests on and the verdict: for about a second, and until the
  /// claims that threads hold by then are judged (32 with one thread, up to 160 a thread with several).
  std::size_t batch = 10'000;
  /// Judge also those for which nothing is new since they were judged last: not due since, no figures, documents or
  /// names since that their checker asked for, the same checkers. Always so in runs that store nothing.
  bool all = false;
  /// What checkers may conclude by themselves; must outlive the run.
  const Policy& policy = Policy::shipped();
  /// Asked before each claim is handed to a thread; true ends the run with Error (interrupted), after what was handed
  /// out is judged, written and reported. May be empty.
  std::function<bool()> stop = {};
  /// Threads that judge. With one the calling thread does, on the store and the plugins that it gave; with several each
  /// has a store of its own from `more_stores`, which reads the same file, and plugins of its own: the first those
  /// given, each other new instances of the same from `more_plugins`. Verdicts, their order and all that is stored are
  /// the same. The calling thread alone writes and reports.
  std::size_t threads = 1;
  std::function<std::unique_ptr<Store>()> more_stores = {};  ///< called from any thread, from several at once
  AnalyzerPool::MorePlugins more_plugins = {};
};

struct CheckedClaim {
  Id claim;
  Id assessment_id;
  Assessment assessment;
  bool changed = false;    ///< not the conclusion that stood before
  bool retracted = false;  ///< the very same verdict was retracted: it is not stored again, and `failure` says so
  std::string failure;  ///< why nothing was concluded: the checker failed (then there is no assessment), or retracted
};

struct CheckTotals {
  std::size_t judged = 0, changed = 0, unchanged = 0, not_testable = 0, no_checker = 0, failed = 0, retracted = 0;
  std::size_t passed_over = 0;  ///< nothing is new since they were judged
  CheckTotals& operator+=(const CheckTotals& other);
};

/// Holds the standing readings of the claims that match against outcomes, those that are due or whose inputs changed. A
/// run that was stopped goes on where it was. Assessments that say nothing new are not stored again; a verdict that was
/// retracted does not count as said. A checker that breaks its contract is a failure of that claim, recorded, and the
/// run goes on. `report` is called after the transaction with them is durable.
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
