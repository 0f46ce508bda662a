#pragma once

#include <vector>

#include "text/annotations.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// The quantities of the text, in order, none overlapping another. `dates` are those of the same text, in order: a
/// number inside one is no quantity.
std::vector<Quantity> find_quantities(const Tokens& tokens, const std::vector<DateMention>& dates);

}  // namespace avow::text
