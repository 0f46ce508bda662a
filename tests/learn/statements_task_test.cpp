#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "learn/tasks/figure_table.hpp"
#include "learn/tasks/tasks.hpp"
#include "support/temp_folder.hpp"

namespace avow::learn {
namespace {

class StatementsTask : public testing::Test {
 protected:
  Evaluation run(const std::string& sentences, const std::string& figures) {
    std::filesystem::create_directories(folder_.path() / "figures");
    std::ofstream(folder_.path() / "set.csv") << "sentence,country,indicator,value,label,date\n" << sentences;
    std::ofstream(folder_.path() / "figures" / "all.csv") << "indicator,country,period,value,published\n" << figures;
    Evaluation evaluation;
    evaluation.data = folder_.path();
    evaluation.error = [&](const nlohmann::json& error) { errors_.push_back(error); };
    run_statements(evaluation);
    return evaluation;
  }
  static double figure(const Evaluation& evaluation, std::string_view system, std::string_view what) {
    for (const Figure& one : evaluation.figures)
      if (one.system == system && one.what == what) return value(*one.metric, one.units);
    ADD_FAILURE() << system << ": " << what;
    return -1;
  }

  TempFolder folder_;
  std::vector<nlohmann::json> errors_;
};

TEST_F(StatementsTask, CountsSeriesCountryValueAndVerdict) {
  const Evaluation evaluation =
      run("The unemployment rate in Norway is 3.5 percent.,Norway,SL.UEM.TOTL.ZS,3.5,true,2014-06-15\n"
          "The unemployment rate in Sweden is 5 percent.,SWE,unemployment,5,true,2014-06-15\n"
          "The unemployment rate in Sweden is 8 percent.,FIN,unemployment,8,,2014-06-15\n",
          "SL.UEM.TOTL.ZS,NOR,2013,3.5,2014-03-01\nunemployment,Sweden,2013,8,2014-03-01\n");
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "set: series"), 1);
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "set: country"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "set: value"), 1);
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "set: verdict, of those"), 0.5);
  EXPECT_DOUBLE_EQ(figure(evaluation, "first named, all true", "set: verdict, of those"), 1);
  EXPECT_EQ(errors_.size(), 2U);
}

TEST_F(StatementsTask, JudgesByTheVintageOfTheDay) {
  const Evaluation evaluation =
      run("The unemployment rate in Norway is 3.5 percent.,NOR,SL.UEM.TOTL.ZS,3.5,true,2014-06-15\n"
          "The unemployment rate in Norway is 3.5 percent.,NOR,SL.UEM.TOTL.ZS,3.5,false,2015-06-15\n",
          "SL.UEM.TOTL.ZS,NOR,2013,3.5,2014-03-01\nSL.UEM.TOTL.ZS,NOR,2013,4.5,2015-03-01\n");
  EXPECT_DOUBLE_EQ(figure(evaluation, "avow", "set: verdict, of those"), 1);
}

TEST_F(StatementsTask, SaysWhichLineIsNotOfTheForm) {
  try {
    run("Something is said.,,,,,\n", "");
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("set.csv:2"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace avow::learn
