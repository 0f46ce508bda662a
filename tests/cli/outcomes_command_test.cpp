#include <gmock/gmock.h>

#include "support/program.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class OutcomesFiles : public cli_test::CliTest {
 protected:
  cli_test::Result import(const std::string& file, std::vector<std::string> more) const {
    std::vector<std::string> arguments{"outcomes", "import", file, "--published", "2024-06-17", "--source", "Invented"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return avow(arguments);
  }
};

TEST_F(OutcomesFiles, DiffShowsWhatAVintageRevisedAndWhichVerdictChanges) {
  const std::string claim = ingest_promise_with_outcomes();
  const auto entries = avow({"journal"}).rows().size();
  const auto vintages = avow({"outcomes", "list", "--all-vintages"}).rows();
  std::string first = "9999", last;
  for (const auto& row : vintages) {
    first = std::min(first, row["published"].get<std::string>());
    last = std::max(last, row["published"].get<std::string>());
  }
  const auto rows = avow({"outcomes", "diff", first, last}).rows();
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0]["change"], "revised");
  EXPECT_EQ(rows.back()["change"], "verdict");
  EXPECT_EQ(rows.back()["claim"], claim);
  EXPECT_NE(rows.back()["before"], rows.back()["after"]);
  EXPECT_EQ(rows[0].size(), rows.back().size()) << "every row has every field";
  for (const auto& row : avow({"outcomes", "diff", first, last, "--only", "verdicts"}).rows())
    EXPECT_EQ(row["change"], "verdict");
  EXPECT_EQ(avow({"outcomes", "diff", last, last}).exit_code, 1);
  EXPECT_EQ(avow({"outcomes", "diff", "@", last}).exit_code, 2);
  EXPECT_EQ(avow({"journal"}).rows().size(), entries) << "nothing is stored";
}

TEST_F(OutcomesFiles, DeriveWorksOutChangesAndRefusesWhatDoesNotAddUp) {
  write("f.csv", "country,period,value\nGermany,2022,40\nGermany,2023,50\nFrance,2023,60\n");
  ASSERT_EQ(import("f.csv", {"--indicator", "nato:defence-usd"}).exit_code, 0);
  const auto change =
      avow({"outcomes", "derive", "change", "--indicator", "nato:defence-usd", "--entity", "Germany", "--percent"})
          .rows();
  ASSERT_THAT(change, SizeIs(1));
  EXPECT_EQ(change[0]["value"], "25");
  EXPECT_THAT(change[0]["parts"], SizeIs(2));
  const auto total =
      avow({"outcomes", "derive", "total", "--indicator", "nato:defence-usd", "--group", "nato", "--period", "2023"})
          .rows();
  ASSERT_THAT(total, SizeIs(1));
  EXPECT_EQ(total[0]["value"], "110");
  EXPECT_EQ(total[0]["partial"], true);
  EXPECT_THAT(total[0]["method"].get<std::string>(), HasSubstr("sum of 2 of 31 members"));
  const auto refused =
      avow({"outcomes", "derive", "total", "--indicator", "nato:defence-share-gdp", "--group", "nato"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("not said to add up"));
}

TEST_F(OutcomesFiles, ImportChoosesRowsAndKeepsWhenTheFileWasFetched) {
  write("cube.csv", "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nF,DE,T,2023,3.1\nF,DE,F,2023,2.9\n");
  const std::vector<std::string> indicator{"--indicator", "SL.UEM.TOTL.NE.ZS"};
  const auto refused = import("cube.csv", indicator);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--where SEX=F"));
  const auto taken =
      import("cube.csv", {"--indicator", "SL.UEM.TOTL.NE.ZS", "--where", "SEX=T", "--retrieved", "2024-06-20"});
  EXPECT_EQ(taken.exit_code, 0) << taken.err;
  EXPECT_EQ(avow({"outcomes", "list", "--entity", "DEU"}).rows().at(0)["value"], "3.1");
  EXPECT_THAT(avow({"journal"}).rows().back()["reason"].get<std::string>(), HasSubstr("retrieved 2024-06-20"));
  EXPECT_EQ(import("cube.csv", {"--where", "SEX"}).exit_code, 2);
  EXPECT_EQ(import("cube.csv", {"--rows", "2-3"}).exit_code, 2);
}

TEST_F(OutcomesFiles, AFolderIsADataPackage) {
  write("set/datapackage.json", R"({"resources": [{"name": "a", "path": "a.csv"}]})");
  write("set/a.csv", "country,period,value\nGermany,2023,3.1\n");
  const auto taken = import(path("set").string(), {"--indicator", "SL.UEM.TOTL.NE.ZS"});
  EXPECT_EQ(taken.exit_code, 0) << taken.err;
  EXPECT_EQ(taken.rows().at(0)["added"], 1);
  write("set/datapackage.json", R"({"resources": [{"name": "a", "path": "../a.csv"}]})");
  const auto refused = import(path("set").string(), {"--indicator", "SL.UEM.TOTL.NE.ZS"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("lies outside of the package's folder"));
}

}  // namespace
}  // namespace avow
