#include "model/assessment.hpp"

namespace avow {

VerdictStage stage(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::not_due:
    case Verdict::on_track:
    case Verdict::off_track:
    case Verdict::stalled:
    case Verdict::kept_so_far:
      return VerdictStage::open;
    case Verdict::kept:
    case Verdict::partly_kept:
    case Verdict::broken:
    case Verdict::thwarted:
    case Verdict::withdrawn:
      return VerdictStage::final_for_promises;
    case Verdict::supported:
    case Verdict::refuted:
    case Verdict::mixed:
      return VerdictStage::final_for_statements;
    case Verdict::undecidable:
      break;
  }
  return VerdictStage::undecidable;
}

bool same_conclusion(const Assessment& a, const Assessment& b) {
  return a.reading == b.reading && a.verdict == b.verdict && a.provisional == b.provisional &&
         a.proposed == b.proposed && a.vintage == b.vintage && a.figures == b.figures && a.reason == b.reason &&
         a.evidence == b.evidence && a.maker == b.maker;
}

}  // namespace avow
