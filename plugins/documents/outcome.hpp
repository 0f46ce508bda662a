#pragma once

#include <vector>

#include "report.hpp"

namespace documents {

/// What the reports that were found make of a promise: the rule of docs/checking.md, chapter "Later documents".
avow::sdk::Assessment outcome(const avow::sdk::Claim& claim, const Search& search,
                              const std::vector<Finding>& findings);

}  // namespace documents
