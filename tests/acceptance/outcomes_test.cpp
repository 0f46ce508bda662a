#include <cmath>
#include <map>

#include "acceptance/given_data.hpp"

namespace avow {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr const char* workbook = "2024-06_240617-def-exp-2024-TABLES-en.xlsx";

/// Figures of others, in the files as they were published.
class GivenOutcomes : public GivenData {
 protected:
  std::filesystem::path outcomes() const { return data() / "outcomes"; }

  Row import_workbook() const {
    return rows_of({"outcomes", "import", (outcomes() / "nato" / workbook).string(), "--sheet", "TABLE3", "--rows",
                    "11..43", "--indicator", "nato:defence-share-gdp", "--published", "2024-06-17", "--source",
                    "NATO, workbook"})
        .at(0);
  }

  /// Values by country and year.
  std::map<std::string, std::string> figures(const std::vector<std::string>& options) const {
    std::vector<std::string> arguments{"outcomes", "list"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    std::map<std::string, std::string> values;
    for (const Row& row : rows_of(arguments))
      values[row["entity"].get<std::string>() + " " + row["period"].get<std::string>()] = row["value"];
    return values;
  }
};

/// As many digits as somebody else kept.
bool agree(const std::string& full, const std::string& cut) {
  const auto point = cut.find('.');
  const double step = point == std::string::npos ? 1 : std::pow(10.0, -static_cast<double>(cut.size() - point - 1));
  return std::abs(std::stod(full) - std::stod(cut)) <= step * 0.51;
}

TEST_F(GivenOutcomes, TheSharesOfNatosWorkbookAreThoseOfTheTableMadeOfIt) {
  EXPECT_EQ(import_workbook()["added"], 33 * 11);
  const auto of_workbook = figures({});
  import_june_2024();
  const auto rows = rows_of({"outcomes", "list", "--all-vintages"});
  int compared = 0;
  for (const Row& row : rows) {
    if (row["source"] != "NATO") continue;
    const std::string key = row["entity"].get<std::string>() + " " + row["period"].get<std::string>();
    ASSERT_TRUE(of_workbook.contains(key)) << key;
    EXPECT_TRUE(agree(of_workbook.at(key), row["value"])) << key << ": " << of_workbook.at(key) << " " << row["value"];
    ++compared;
  }
  EXPECT_EQ(compared, 31 * 11);
  for (const Row& row : rows) {
    const bool late = row["period"] == "2023" || row["period"] == "2024";
    EXPECT_EQ(row["status"], late && row["source"] != "NATO" ? "estimate" : "actual");
  }
}

TEST_F(GivenOutcomes, WithoutRowsTheSecondTableOfTheSheetIsInTheWay) {
  const auto run = avow({"outcomes", "import", (outcomes() / "nato" / workbook).string(), "--sheet", "TABLE3",
                         "--indicator", "nato:defence-share-gdp", "--published", "2024-06-17"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("row 45, column D"));
  EXPECT_THAT(run.err, HasSubstr("--rows"));
}

TEST_F(GivenOutcomes, TheMembersThatFellBelowTwoPercentAreNamed) {
  ingest_declarations();
  import_june_2024();
  import_april_2025();
  const Rows rows = rows_of(
      {"outcomes", "diff", "2024-06-17", "2025-04-24", "--indicator", "nato:defence-share-gdp", "--only", "verdicts"});
  const Row promise =
      first_of(rows, [](const Row& row) { return row["period"] == "2024" && !row["no_longer_meet"].empty(); });
  ASSERT_TRUE(promise.is_object());
  EXPECT_THAT(promise["no_longer_meet"],
              UnorderedElementsAre("Albania", "Bulgaria", "Montenegro", "North Macedonia", "Slovakia"));
  EXPECT_THAT(promise["now_meet"], SizeIs(0));
  EXPECT_THAT(promise["reason_before"].get<std::string>(), HasSubstr("23 of the 31"));
  EXPECT_THAT(promise["reason_after"].get<std::string>(), HasSubstr("18 of the 31"));
}

TEST_F(GivenOutcomes, TheRevisionsOfAYearAreListed) {
  import_june_2024();
  import_april_2025();
  const Rows rows = rows_of({"outcomes", "diff", "2024-06-17", "2025-04-24", "--period", "2024", "--only", "figures"});
  const Row poland = first_of(rows, [](const Row& row) { return row["entity"] == "POL"; });
  ASSERT_TRUE(poland.is_object());
  EXPECT_EQ(poland["change"], "revised");
  EXPECT_EQ(poland["before"].get<std::string>().substr(0, 4), "4.12");
  EXPECT_EQ(poland["after"].get<std::string>().substr(0, 3), "3.7");
  EXPECT_LT(poland["difference"].get<double>(), -0.3);
}

TEST_F(GivenOutcomes, AGapminderSetIsImportedByItsFolder) {
  const Row taken =
      rows_of({"outcomes", "import", (outcomes() / "gapminder").string(), "--value-column",
               "military_expenditure_percent_of_gdp", "--indicator", "MS.MIL.XPND.GD.ZS", "--licence", "CC-BY-4.0"})
          .at(0);
  EXPECT_GT(taken["added"].get<int>(), 7000);
  const Rows rows = rows_of({"outcomes", "list", "--entity", "GBR", "--period", "2020"});
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0]["licence"], "CC-BY-4.0");
  EXPECT_EQ(rows[0]["published"], "2026-02-27");
}

}  // namespace
}  // namespace avow
