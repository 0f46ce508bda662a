#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/check_mark.hpp"
#include "store/filters.hpp"

/// What check runs read of claims.
namespace avow {

/// What tells whether a claim is to be judged: its standing reading in short, and when it was judged last.
struct CheckCandidate {
  std::int64_t key = 0;  ///< of the claim, in this store alone
  Id reading;
  Kind kind = Kind::pledge;
  Date due;  ///< of the target
  std::optional<CheckMark> mark;
};

/// As much of a recorded verdict as tells whether another says anything new.
struct PastVerdict {
  Id id;
  std::string plugin;  ///< empty for a person's
  Day today{};
  bool live = true;  ///< no retraction of it stands
};

/// What judging a claim begins with.
struct CheckRow {
  std::int64_t key = 0;          ///< of the claim, and of its standing reading: in this store alone
  std::int64_t reading_key = 0;  ///< 0 without one
  ClaimRow claim;  ///< without what is told of its document, and without its standing verdict
  std::optional<CheckMark> mark;
  std::vector<PastVerdict> verdicts;  ///< on any reading of it, in the order they were recorded
};

}  // namespace avow
