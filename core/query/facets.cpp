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

std::string value_of(const ClaimCounts& counts, const ClaimCounts::Cell& cell, Facet facet) {
  const ClaimSort& sort = counts.sort(cell);
  if (facet == Facet::kind) return std::string(sort.kind ? kinds.name(*sort.kind) : std::string_view());
  if (facet == Facet::verdict) return std::string(sort.verdict ? verdicts.name(*sort.verdict) : std::string_view());
  return counts.group(cell);
}

}  // namespace

std::vector<FacetValue> facet(Store& store, const ClaimFilter& filter, Facet facet) {
  std::map<std::string, std::uint64_t> counted;
  const ClaimCounts counts = store.count_claims(filter, count_by(facet));
  for (const ClaimCounts::Cell& cell : counts.cells) counted[value_of(counts, cell, facet)] += cell.claims;
  std::vector<FacetValue> values;
  values.reserve(counted.size());
  for (const auto& [value, claims] : counted) values.push_back({facet, value, claims});
  std::stable_sort(values.begin(), values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.claims > b.claims; });
  return values;
}

}  // namespace avow
