#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/error.hpp"
#include "learn/evaluation.hpp"
#include "learn/tasks/quantity_names.hpp"
#include "learn/tasks/tasks.hpp"
#include "text/annotate.hpp"

namespace avow::learn {
namespace {

class QuantitiesTask : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("quantities_task_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Evaluation run(const std::string& json) {
    std::ofstream(folder_ / "sample.json") << json;
    Evaluation evaluation;
    evaluation.data = folder_;
    evaluation.error = [&](const nlohmann::json& error) { errors_.push_back(error); };
    run_quantities(evaluation);
    return evaluation;
  }

  std::filesystem::path folder_;
  std::vector<nlohmann::json> errors_;
};

double figure(const Evaluation& evaluation, std::string_view system, std::string_view what) {
  for (const Figure& one : evaluation.figures)
    if (one.system == system && one.what == what) return value(*one.metric, one.units);
  ADD_FAILURE() << system << ": " << what;
  return -1;
}

TEST_F(QuantitiesTask, CountsValueUnitAndChangeEachQuantityOnce) {
  const Evaluation evaluation = run(R"([
    {"text": "Fares rose 4 percent to 12 euros.", "quantities": [
      {"change": "up", "value": "4.0", "unit": "percent", "normalized_unit": "percentage"},
      {"change": "=", "value": "12.0", "unit": "euros", "normalized_unit": "dollar"}]},
    {"text": "Nothing was said.", "quantities": []}])");
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "value, F1"), 1);
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "value and unit, F1"), 0.5);
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "value and change, F1"), 1);
  EXPECT_DOUBLE_EQ(figure(evaluation, "every number, no unit", "value, F1"), 1);
  EXPECT_DOUBLE_EQ(figure(evaluation, "every number, no unit", "value and unit, F1"), 0);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].at("found").size(), 2U);
}

TEST_F(QuantitiesTask, ReadsRangesAndNegativeValues) {
  const Evaluation evaluation =
      run(R"([{"text": "It is between 2 and 3 metres deep and -4 degrees cold.", "quantities": [
      {"value": "2.0-3.0", "normalized_unit": "metre"}, {"value": "-4.0", "normalized_unit": "degree"}]}])");
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "value and unit, F1"), 1);
}

TEST_F(QuantitiesTask, NamesTheFileThatIsNotOfTheForm) {
  for (const char* broken : {"{", R"([{"text": 3}])", R"([{"text": "a", "quantities": [{"value": "x"}]}])"}) {
    try {
      run(broken);
      ADD_FAILURE() << broken;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("sample.json"), std::string::npos) << error.what();
    }
  }
}

TEST(QuantityNames, AreThoseOfTheSets) {
  struct Case {
    std::string_view text;
    double value;
    std::string_view unit;
    std::string_view change;
  };
  for (const Case& one :
       {Case{"Five different harbours closed.", 5, "different harbour", "="},
        Case{"More than 30 miles per hour is too fast.", 30, "mile per hour", ">"},
        Case{"They emit 5 megatonnes.", 5, "megaton", "="},
        Case{"It fell by 25 basis points.", 25, "basis point", "down"},
        Case{"It is one of the oldest mills.", 1, "old mill", "="},
        Case{"It is one of the oldest mills in the county.", 1, "old mill county", "="},
        Case{"As many as 14 mills closed.", 14, "mill", "="}, Case{"Eight more mills closed.", 8, "mill", ">"},
        Case{"One in five mills closed.", 0.2, "% mill", "="}, Case{"It holds 40 tons.", 40, "ton", "="},
        Case{"About 300 came.", 300, "-", "~"}}) {
    const auto quantities = annotate(one.text, {}, Gazetteer()).quantities;
    ASSERT_EQ(quantities.size(), 1U) << one.text;
    const NamedQuantity named = as_cqe_names(one.text, quantities).front();
    EXPECT_DOUBLE_EQ(named.value, one.value) << one.text;
    EXPECT_EQ(named.unit, one.unit) << one.text;
    EXPECT_EQ(named.change, one.change) << one.text;
  }
}

TEST(QuantityNames, TakeOneOfSeveralForAShare) {
  constexpr std::string_view text = "It is one of four old mills.";
  const auto named = as_cqe_names(text, annotate(text, {}, Gazetteer()).quantities);
  ASSERT_EQ(named.size(), 1U);
  EXPECT_DOUBLE_EQ(named[0].value, 0.25);
  EXPECT_EQ(named[0].unit, "% old mill");
}

}  // namespace
}  // namespace avow::learn
