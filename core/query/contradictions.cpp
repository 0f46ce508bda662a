#include "query/contradictions.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace avow {
namespace {

bool is_before(const PromiseRow& a, const PromiseRow& b) {
  return a.claim.said.latest() <= b.claim.said.latest() && a.id != b.id;
}

std::string speaker_of(const PromiseRow& promise) {
  return promise.claim.speaker.empty() ? promise.claim.speaker_name : promise.claim.speaker;
}

/// The last utterance before it that it speaks against; null when there is none.
const CommitmentUtterance* last_opposed(const Commitment& commitment, const CommitmentUtterance& later) {
  const CommitmentUtterance* found = nullptr;
  for (const CommitmentUtterance& one : commitment.utterances)
    if (!one.promise.copy && one.against != later.against && is_before(one.promise, later.promise) &&
        contradicts(one.promise.reading, later.promise.reading))
      found = &one;
  return found;
}

const CommitmentUtterance* compared_with(const Commitment& commitment, const CommitmentUtterance& later) {
  const auto found = std::find_if(commitment.utterances.begin(), commitment.utterances.end(),
                                  [&](const auto& one) { return later.before == one.promise.id; });
  return found == commitment.utterances.end() ? nullptr : &*found;
}

bool withdraws(const CommitmentUtterance& one) {
  return std::find(one.version.shifts.begin(), one.version.shifts.end(), LinkKind::withdraws) !=
         one.version.shifts.end();
}

}  // namespace

void contradictions(Commitments& commitments, const std::string& indicator,
                    const std::function<bool(const Contradiction&)>& visit) {
  std::set<std::pair<Id, Id>> told;  // a commitment and its opposite both hold the pair
  commitments.each(indicator, [&](const Commitment& commitment) {
    for (const CommitmentUtterance& later : commitment.utterances) {
      if (later.promise.copy) continue;
      const CommitmentUtterance* earlier = last_opposed(commitment, later);
      const bool withdrawn = withdraws(later);
      if (earlier == nullptr && withdrawn) earlier = compared_with(commitment, later);
      if (earlier == nullptr || !told.emplace(earlier->promise.id, later.promise.id).second) continue;
      const std::string speaker = speaker_of(later.promise);
      if (!visit({earlier->promise, later.promise, commitment.key, withdrawn,
                  !speaker.empty() && speaker == speaker_of(earlier->promise)}))
        return false;
    }
    return true;
  });
}

}  // namespace avow
