#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"

namespace avow::detect {

/// Notes that `span` is what a part of the answer rests on.
inline void cue(std::vector<sdk::Cue>& cues, sdk::Span span, std::string_view label) {
  cues.push_back({span, std::string(label)});
}

}  // namespace avow::detect
