#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/check.hpp"
#include "engine/check_host.hpp"
#include "store/check_rows.hpp"

namespace avow {

/// What judging some claims gave, in their order: to be stored and reported. Claims and readings go by their keys.
struct JudgedClaims {
  struct Verdict {
    CheckedClaim checked;
    std::int64_t reading = 0;
  };
  struct Mark {
    std::int64_t claim = 0;
    std::int64_t reading = 0;
    CheckMark mark;
  };
  std::vector<Verdict> verdicts;
  std::vector<Analysis> failures;
  std::vector<Mark> marks;
  CheckTotals totals;
};

/// What a batch begins with.
struct CheckBatch {
  std::int64_t newest = 0;    ///< record, for the marks
  std::uint64_t figures = 0;  ///< another number than the batch before: others have written since
};

/// Judges claims, each with the first checker that can. Used by one thread, with a store and plugins of its own; reads
/// only, so several may be at work on one store.
class ClaimJudge {
 public:
  /// All but the texts must outlive it. `checkers` goes into the marks; clocks.today must be set.
  ClaimJudge(Store& store, const Lexicon& lexicon, std::vector<Plugin*> plugins, const Policy& policy,
             const Clocks& clocks, std::string checkers);

  /// Claims by CheckCandidate::key.
  JudgedClaims judge(const std::vector<std::int64_t>& claims, const CheckBatch& batch);

 private:
  void judge(const CheckRow& row);
  bool judge_with_first(const CheckRow& row);
  bool judge_with(Plugin& checker, const CheckRequest& request, const CheckRow& row);
  void fail(const Plugin& checker, const CheckRequest& request, const Error& error);
  void mark(const CheckRow& row);

  Store& store_;
  const Lexicon& lexicon_;
  std::vector<Plugin*> plugins_;
  const Policy& policy_;
  Clocks clocks_;
  std::string checkers_;
  StoreCheckHost host_;
  CheckBatch batch_;
  JudgedClaims judged_;
};

}  // namespace avow
