#include "query/facets.hpp"

#include <algorithm>
#include <map>

#include "store/claim_count.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

CountBy count_by(Facet facet) {
  switch (facet) {
    case Facet::speaker:
      return CountBy::speaker;
    case Facet::party:
      return CountBy::party;
    case Facet::topic:
      return CountBy::topic;
    case Facet::year:
      return CountBy::year;
    case Facet::kind:
    case Facet::verdict:  // every count tells these apart
      break;
  }
  return CountBy::nothing;
}

std::string value_of(const ClaimCount& count, Facet facet) {
  if (facet == Facet::kind) return std::string(count.kind ? kinds.name(*count.kind) : std::string_view());
  if (facet == Facet::verdict) return std::string(count.verdict ? verdicts.name(*count.verdict) : std::string_view());
  return count.group;
}

}  // namespace

std::vector<FacetValue> facet(Store& store, const ClaimFilter& filter, Facet facet) {
  std::map<std::string, std::uint64_t> counted;
  for (const ClaimCount& count : store.count_claims(filter, count_by(facet), false))
    counted[value_of(count, facet)] += count.claims;
  std::vector<FacetValue> values;
  values.reserve(counted.size());
  for (const auto& [value, claims] : counted) values.push_back({facet, value, claims});
  std::stable_sort(values.begin(), values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.claims > b.claims; });
  return values;
}

}  // namespace avow
