#pragma once

#include <string>
#include <vector>

#include "common/measure.hpp"

namespace avow::bench {

struct ChildCost {
  Cost cost;
  double peak_megabytes = 0;  ///< of memory that was resident; never less than this program's own at the start
};

/// Runs a program to its end with its results thrown away; what it says goes to standard error. Throws
/// std::runtime_error when it does not end with 0.
ChildCost run_child(const std::vector<std::string>& command);

}  // namespace avow::bench
