#include "publish/verdict_text.hpp"

namespace avow {

std::string verdict_text(const Assessment& assessment) {
  std::string marks = assessment.provisional ? "provisional" : "";
  if (assessment.proposed) marks += marks.empty() ? "proposed" : ", proposed";
  std::string text(verdicts.name(assessment.verdict));
  return marks.empty() ? text : text + " (" + marks + ")";
}

}  // namespace avow
