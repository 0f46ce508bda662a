#include "publish/verdict_text.hpp"

namespace avow {

std::string verdict_text(Verdict verdict, bool provisional, bool proposed) {
  std::string marks = provisional ? "provisional" : "";
  if (proposed) marks += marks.empty() ? "proposed" : ", proposed";
  const std::string text(verdicts.name(verdict));
  return marks.empty() ? text : text + " (" + marks + ")";
}

std::string verdict_text(const Assessment& assessment) {
  return verdict_text(assessment.verdict, assessment.provisional, assessment.proposed);
}

}  // namespace avow
