#include <gtest/gtest.h>

#include <map>
#include <string>

#include "learn/evaluation.hpp"
#include "support/paths.hpp"

namespace avow::learn {
namespace {

/// What `avow evaluate statements` gives for a set of tests/statement.
std::map<std::string, double> measured(const std::string& set) {
  Evaluation evaluation;
  evaluation.data = source_folder() / "tests/statement" / set;
  find_task("statements")->run(evaluation);
  std::map<std::string, double> figures;
  for (const Figure& figure : evaluation.figures)
    if (figure.system == "avow") figures[figure.what] = value(*figure.metric, figure.units);
  return figures;
}

void expect_at_least(const std::map<std::string, double>& figures, const std::map<std::string, double>& wanted) {
  for (const auto& [what, least] : wanted) {
    ASSERT_TRUE(figures.contains(what)) << what;
    EXPECT_GE(figures.at(what), least) << what;
  }
}

/// The floors are a sentence or two below what was reached.
TEST(Statements, OfNewsAreReadAsWellAsTheyWere) {
  expect_at_least(measured("sentences"), {{"develop: series and country", 0.97},
                                          {"develop: verdict, of those", 0.95},
                                          {"unseen: series and country", 0.93},
                                          {"unseen: verdict, of those", 0.95}});
}

TEST(Statements, OfWebPagesAreReadAsWellAsTheyWere) {
  expect_at_least(measured("web_sentences"), {{"first_half: series and country", 0.95},
                                              {"first_half: verdict, of those", 0.96},
                                              {"second_half: series and country", 0.89},
                                              {"second_half: verdict, of those", 0.95},
                                              {"further: series and country", 0.87},
                                              {"further: verdict, of those", 0.96}});
}

}  // namespace
}  // namespace avow::learn
