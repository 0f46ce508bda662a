#pragma once

#include <string>
#include <vector>

#include "base/digest.hpp"

namespace avow {

/// Somebody's names for verdicts, as data: each of our verdicts and what they would call it.
struct ScaleEntry {
  std::string verdict;  ///< ours, e.g. "partly_kept"
  std::string label;    ///< theirs, e.g. "Compromise"
  bool operator==(const ScaleEntry&) const = default;
};

struct Scale {
  std::string code;  ///< "politifact-meter"
  std::string name;
  std::string source;  ///< where the labels are defined
  std::vector<ScaleEntry> entries;
  bool operator==(const Scale&) const = default;
};

Id id_of(const Scale& scale);

}  // namespace avow
