#pragma once

#include <cstdint>
#include <vector>

#include "query/commitments.hpp"
#include "store/claim_count.hpp"

namespace avow {

/// What holds commitments together, so that whoever reads a count knows what it rests on.
struct CommitmentTally {
  std::uint64_t utterances = 0;  ///< of all of them that were selected, no copies
  std::uint64_t single = 0;      ///< said once
  std::uint64_t exact = 0;       ///< said more than once, by one key
  std::uint64_t linked = 0;      ///< by links that a person made or confirmed
  std::uint64_t suggested = 0;   ///< some utterance is there by a suggested link alone
  void add(const CommitmentTally& other);
};

/// Each commitment once.
struct CommitmentCounts {
  ClaimCounts counts;
  std::vector<CommitmentTally> tallies;  ///< of each cell of the counts
};

/// Counts the commitments that have an utterance among the promises of the filter, each as its last such utterance that
/// was judged counts, or as its last one when none was. Copies play no part. A promise that belongs with no other is a
/// commitment of its own. In memory: an id and a number for each promise of the filter.
CommitmentCounts count_commitments(Store& store, Commitments& commitments, ClaimFilter filter, CountBy by);

}  // namespace avow
