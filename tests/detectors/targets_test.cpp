#include <gtest/gtest.h>

#include <map>
#include <string>

#include "learn/evaluation.hpp"
#include "support/paths.hpp"

namespace avow::learn {
namespace {

/// F1 by field, as `avow evaluate targets` gives it for the sentences that the rules were written with.
std::map<std::string, double> measured() {
  Evaluation evaluation;
  evaluation.data = source_folder() / "tests/detectors/targets/develop.ndjson";
  find_task("targets")->run(evaluation);
  std::map<std::string, double> figures;
  for (const Figure& figure : evaluation.figures)
    if (figure.system == "avow") figures[figure.what] = value(*figure.metric, figure.units);
  return figures;
}

/// Somewhat below what was reached, so that a change elsewhere that costs a sentence or two is seen, and one that costs
/// more is stopped.
TEST(Targets, FieldsAreReadAsWellAsTheyWere) {
  const std::map<std::string, double> figures = measured();
  const std::map<std::string, double> wanted = {
      {"develop: kind", 0.96},        {"develop: subject", 0.95}, {"develop: indicator", 0.94},
      {"develop: relation", 0.94},    {"develop: value", 0.94},   {"develop: due", 0.93},
      {"develop: baseline", 0.85},    {"develop: scope", 0.80},   {"develop: condition", 0.85},
      {"develop: strength", 0.95},    {"develop: negated", 0.85}, {"develop: missing", 0.92},
      {"develop: whole target", 0.90}};
  for (const auto& [what, least] : wanted) {
    ASSERT_TRUE(figures.contains(what)) << what;
    EXPECT_GE(figures.at(what), least) << what;
  }
}

}  // namespace
}  // namespace avow::learn
