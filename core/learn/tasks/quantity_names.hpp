#pragma once

#include <string>
#include <string_view>
#include <vector>

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

/// Ours in their words, those of one text in order. Values are as said there, not scaled by the unit: "5 Mt" is 5
/// megatonnes. Their units are noun phrases in the form of a dictionary; the share that "one of four plans" is to them
/// takes two of ours.
std::vector<NamedQuantity> as_cqe_names(std::string_view text, const std::vector<Quantity>& quantities);

}  // namespace avow::learn
