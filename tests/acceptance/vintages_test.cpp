#include "acceptance/given_data.hpp"

namespace avow {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The same year as two publications gave it, and the verdicts that rest on each.
class Vintages : public GivenData {
 protected:
  void SetUp() override {
    GivenData::SetUp();
    if (IsSkipped()) return;
    ingest_declarations();
    import_june_2024();
    first_ = judged("2024-07-01", 2, "2024");
    entry_between_ = rows_of({"journal"}).back();
    import_april_2025();
    second_ = judged("2025-05-01", 2, "2024");
    import_august_2025();
  }

  /// Checks as if on that day; the verdict on the pledge of so many percent, due then.
  Row judged(const std::string& today, int percent, const std::string& due) const {
    const Rows verdicts = rows_of({"check", "--today", today});
    const Row claim = first_of(rows_of({"claims", "--today", today}),
                               [&](const Row& row) { return row["value"] == percent && row["due"] == due; });
    return first_of(verdicts, [&](const Row& row) { return row["claim"] == claim["id"]; });
  }

  Row claim_now(std::vector<std::string> clocks) const {
    std::vector<std::string> arguments{"claims", "--indicator", "nato:defence-share-gdp"};
    arguments.insert(arguments.end(), clocks.begin(), clocks.end());
    return first_of(rows_of(arguments), [&](const Row& row) { return row["id"] == first_["claim"]; });
  }

  Row first_, second_, entry_between_;
};

TEST_F(Vintages, TheFirstHas23Of31AtTwoPercent) {
  EXPECT_EQ(first_["figures"]["members that meet it"], "23");
  EXPECT_EQ(first_["figures"]["members with figures"], "31");
  EXPECT_EQ(first_["figures"]["period"], "2024");
  EXPECT_EQ(first_["vintage"], "2024-06-17");
  EXPECT_THAT(first_["reason"].get<std::string>(), StartsWith("23 of the 31 members"));
}

TEST_F(Vintages, TheLaterHas18OfTheSameYear) {
  EXPECT_EQ(second_["claim"], first_["claim"]);
  EXPECT_EQ(second_["figures"]["members that meet it"], "18");
  EXPECT_EQ(second_["figures"]["members with figures"], "31");
  EXPECT_EQ(second_["figures"]["period"], "2024");
  EXPECT_EQ(second_["vintage"], "2025-04-24");
}

TEST_F(Vintages, TheHistoryNamesBoth) {
  std::vector<std::string> told;
  for (const Row& event : rows_of({"history", first_["claim"]}))
    if (event["event"] == "verdict") told.push_back(event["summary"]);
  EXPECT_THAT(told, ElementsAre(AllOf(HasSubstr("23 of the 31"), HasSubstr("2024-06-17")),
                                AllOf(HasSubstr("18 of the 31"), HasSubstr("2025-04-24"))));
}

TEST_F(Vintages, TheOtherClockBringsTheFirstBack) {
  EXPECT_EQ(claim_now({})["vintage"], "2025-04-24");
  const std::string entry = "@" + entry_between_["number"].dump();
  for (const std::string& then : {entry, entry_between_["at"].get<std::string>()}) {
    const Row claim = claim_now({"--as-of", then});
    ASSERT_TRUE(claim.is_object()) << then;
    EXPECT_EQ(claim["assessment"], first_["id"]) << then;
    EXPECT_EQ(claim["verdict"], first_["verdict"]) << then;
    EXPECT_THAT(claim["reason"].get<std::string>(), HasSubstr("23 of the 31")) << then;
  }
}

TEST_F(Vintages, FivePercentIsNotDueAndSaysWhatItNeeds) {
  const Row verdict = judged("2025-09-01", 5, "2035");
  ASSERT_TRUE(verdict.is_object());
  EXPECT_EQ(verdict["verdict"], "not_due");
  std::vector<std::string> names;
  for (const auto& [name, value] : verdict["figures"].items()) names.push_back(name);
  EXPECT_THAT(names, Contains(StartsWith("needed a year")));
  EXPECT_THAT(verdict["reason"].get<std::string>(), HasSubstr("percentage points a year"));
}

}  // namespace
}  // namespace avow
