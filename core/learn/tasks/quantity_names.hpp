#pragma once

#include <string>
#include <string_view>

#include "text/annotations.hpp"

namespace avow::learn {

/// A quantity in the words of the CQE sets (Almasian et al. 2023).
struct NamedQuantity {
  double value = 0;
  double upper = 0;  ///< the value again when it is no range
  bool range = false;
  std::string unit{};  ///< "percentage", "dollar per barrel", "mile per hour", a noun with its adjectives; "-" for none
  std::string change{};  ///< "=", "<", ">", "~", "up", "down"
};

/// One of ours in their words. Values are as said there, not scaled by the unit: "5 Mt" is 5 megatonnes.
NamedQuantity as_cqe_names(std::string_view text, const Quantity& quantity);

}  // namespace avow::learn
