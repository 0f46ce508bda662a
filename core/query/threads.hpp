#pragma once

#include <optional>
#include <vector>

#include "query/commitments.hpp"

/// How promises that belong together become a commitment with its versions.
namespace avow {

struct ThreadMember {
  PromiseRow promise;
  std::optional<CommitmentKey> key;
  bool against = false;
  bool suggested = false;
  double score = 0;
  std::optional<Link> stated;
};

CommitmentKey opposite_of(CommitmentKey key);

/// Those of one key, and of the opposite ones (may be null) what speaks against them.
std::vector<ThreadMember> members_of(const CommitmentKey& key, const std::vector<PromiseRow>& own,
                                     const std::vector<PromiseRow>* opposite);

/// Orders them by day, document, place and id, and compares each with what stood before its day. Two utterances of one
/// day are not compared: a declaration that says both what is hoped and what is decided moved nothing. Copies change
/// nothing. The members must not be empty; their order does not matter.
Commitment thread_of(std::vector<ThreadMember> members, const CommitmentKeys& keys);

}  // namespace avow
