#pragma once

#include "model/assessment.hpp"

namespace avow {

/// Whether verdicts of this stage end the matter, once they are judged for good.
constexpr bool is_final(VerdictStage stage) noexcept {
  return stage == VerdictStage::final_for_promises || stage == VerdictStage::final_for_statements;
}

/// Whether a verdict ends the matter: a final one that neither rests on estimates (provisional) nor waits for a person
/// to confirm it (proposed). What is counted as kept or broken, and what is published as a verdict, is this.
inline bool judged_for_good(Verdict verdict, bool provisional, bool proposed) noexcept {
  return is_final(stage(verdict)) && !provisional && !proposed;
}
inline bool judged_for_good(const Assessment& assessment) noexcept {
  return judged_for_good(assessment.verdict, assessment.provisional, assessment.proposed);
}

}  // namespace avow
