#pragma once

#include <string>
#include <string_view>

#include "store/filters.hpp"

namespace avow {

/// The word for where a page of claims ended: "said.2025-04-24.<32 hex digits>", with no day for a claim that has none.
/// It names a place in the order, not a number of rows: what is written meanwhile moves no claim from one page to
/// another. Error (usage) for the order by relevance, in which there are no such places.
std::string cursor_of(const ClaimRow& last, ClaimFilter::Order order);

/// The place that a word names. Error (usage): it is none, or of another order.
PageEnd parse_cursor(std::string_view cursor, ClaimFilter::Order order);

}  // namespace avow
