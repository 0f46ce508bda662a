#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// By what a selection of claims can be told apart.
enum class Facet { speaker, party, kind, topic, verdict, year };
inline constexpr auto facet_names = enum_names<Facet>({{Facet::speaker, "speaker"},
                                                       {Facet::party, "party"},
                                                       {Facet::kind, "kind"},
                                                       {Facet::topic, "topic"},
                                                       {Facet::verdict, "verdict"},
                                                       {Facet::year, "year"}});

/// So many claims of the selection have this value: a code, name or word, as the filter of that name takes it; empty
/// for those that have none.
struct FacetValue {
  Facet facet = Facet::speaker;
  std::string value;
  std::uint64_t claims = 0;
};

/// The values of a facet within a selection, those of most claims first, then by value. The filter's order, limit and
/// `after` play no part.
std::vector<FacetValue> facet(Store& store, const ClaimFilter& filter, Facet facet);

}  // namespace avow
