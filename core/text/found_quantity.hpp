#pragma once

#include <cstddef>
#include <vector>

#include "text/annotations.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// A quantity with the tokens that it covers, bounds included, while a text is gone through.
struct FoundQuantity {
  Quantity quantity;
  std::size_t begin = 0;
  std::size_t end = 0;
  double factor = 1;   ///< of its unit
  double scale = 1;    ///< "million" in it
  bool waits = false;  ///< stands only if the next in the list has a unit: "eight or nine euros"
};

inline void multiply(Decimal& decimal, double factor) {
  decimal.value *= factor;
  decimal.step *= factor;
}

/// Gives the members of a list, of a pair or of a comparison the unit that only one of them says: "eight or nine
/// euros", "two or three million", "7 miles (11 km)", "5 percent, compared with 4", "435 homes today and 187 later".
void share_units(const Tokens& tokens, std::vector<FoundQuantity>& found);

}  // namespace avow::text
