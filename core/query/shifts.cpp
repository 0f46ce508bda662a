#include "query/shifts.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace avow {

std::vector<Id> shifting_claims(Commitments& commitments, const std::string& indicator, LinkKind shift) {
  std::set<std::pair<Day, Id>, std::greater<>> found;
  commitments.each(indicator, [&](const Commitment& commitment) {
    for (const CommitmentUtterance& one : commitment.utterances)
      if (std::find(one.version.shifts.begin(), one.version.shifts.end(), shift) != one.version.shifts.end())
        found.emplace(one.promise.claim.said.latest(), one.promise.id);
    return true;
  });
  std::vector<Id> ids;
  for (const auto& [day, id] : found) ids.push_back(id);
  return ids;
}

}  // namespace avow
