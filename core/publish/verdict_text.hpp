#pragma once

#include <string>

#include "model/assessment.hpp"

namespace avow {

/// A verdict with what takes away from it: "kept", "broken (provisional)", "kept (proposed)".
std::string verdict_text(Verdict verdict, bool provisional, bool proposed);
std::string verdict_text(const Assessment& assessment);

}  // namespace avow
