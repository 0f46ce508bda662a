#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using ScorecardCommand = CliTest;
using StaleCommand = CliTest;
using MergeCommand = CliTest;
using SavedCommand = CliTest;
using ClaimPages = CliTest;
using Corrections = CliTest;

TEST_F(ScorecardCommand, CountsByVerdictAndNeverGivesARateWithoutItsNumber) {
  ingest_promise_with_outcomes();
  const auto before = avow({"scorecard", "--all"}).rows().at(0);
  EXPECT_EQ(before["kept"]["n"], 0);
  EXPECT_TRUE(before["kept"]["rate"].is_null());
  avow({"review", claim_with("defence spending"), "--verdict", "kept", "--because", "Seen.", "--by", "ada"});
  const auto after = avow({"scorecard", "--all", "--text", "defence"}).rows().at(0);
  EXPECT_EQ(after["final"]["kept"], 1);
  EXPECT_EQ(after["kept"]["rate"], 1.0);
  EXPECT_THAT(after["selection"].get<std::string>(), AllOf(HasSubstr("no copies"), HasSubstr("words defence")));
  const Result table =
      avow({"scorecard", "--format", "table", "--scale", "politifact-promise", "--weight", "strength"});
  EXPECT_THAT(table.out, AllOf(HasSubstr("100 % of 1"), HasSubstr("Promise Kept"), HasSubstr("Wilson"),
                               HasSubstr("commitment 3")));
  for (const char* by : {"speaker", "party", "topic", "year", "kind"})
    EXPECT_EQ(avow({"scorecard", "--by", by}).exit_code, 0) << by;
  EXPECT_EQ(avow({"scorecard", "--by", "mood"}).exit_code, 2);
  EXPECT_EQ(avow({"scorecard", "--scale", "nobody"}).exit_code, 2);
}

TEST_F(StaleCommand, NamesTheReason) {
  const std::string claim = ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-03-01"});
  const auto rows = avow({"stale", "--reason", "figures", "--today", "2025-09-01"}).rows();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["id"], claim);
  EXPECT_THAT(rows[0]["why"].get<std::string>(), AllOf(HasSubstr("from 2.1"), HasSubstr("to 1.9")));
  EXPECT_EQ(avow({"stale", "--reason", "figures", "--today", "2025-03-01"}).exit_code, 1);
  EXPECT_THAT(avow({"history", claim}).out, HasSubstr("\"revision\""));
}

TEST_F(ClaimPages, LeadOnByTheCursor) {
  const std::size_t all = ingest_speech().size();
  std::vector<std::string> seen;
  std::vector<std::string> page{"claims", "--limit", "2"};
  while (true) {
    const Result run = avow(page);
    for (const auto& row : run.rows()) seen.push_back(row["id"]);
    if (run.err.find("--after") == std::string::npos) break;
    page = {"claims", "--limit", "2", "--after", run.rows().back()["cursor"].get<std::string>()};
  }
  EXPECT_EQ(seen.size(), all);
  EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), all);
  EXPECT_EQ(avow({"claims", "--after", "nowhere"}).exit_code, 2);
}

TEST_F(ClaimPages, CountTheSelectionByValue) {
  const std::size_t all = ingest_speech().size();
  std::size_t counted = 0;
  for (const auto& row : avow({"claims", "--facets", "kind"}).rows()) counted += row["claims"].get<std::size_t>();
  EXPECT_EQ(counted, all);
  EXPECT_GE(avow({"claims", "--facets", "speaker,topic,verdict,year"}).rows().size(), 4u);
  EXPECT_EQ(avow({"claims", "--facets", "mood"}).exit_code, 2);
}

TEST_F(Corrections, StandAndTellWhatStoodBefore) {
  const std::string claim = ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-09-01"});
  const auto confirmed = avow({"review", claim, "--confirm", "--because", "So it is.", "--by", "ada"}).rows().at(0);
  EXPECT_EQ(confirmed["verdict"], "broken");
  EXPECT_EQ(confirmed["overruled"]["verdict"], "broken");
  EXPECT_FALSE(confirmed["evidence"].empty());
  EXPECT_THAT(confirmed["figures"]["confirms"].get<std::string>(), HasSubstr("broken by series"));
  EXPECT_EQ(avow({"review", claim, "--reject", "--because", "No."}).exit_code, 2) << "a person's is not rejected";
  const Result read = avow({"review", claim, "--kind", "forecast", "--field", "due=2031", "--because", "Next term."});
  ASSERT_EQ(read.exit_code, 0) << read.err;
  const auto corrected = avow({"claims", "--kind", "forecast"}).rows().at(0);
  EXPECT_EQ(corrected["id"], claim);
  EXPECT_EQ(corrected["due"], "2031");
  EXPECT_EQ(avow({"review", claim, "--field", "mood=2031", "--because", "No."}).exit_code, 2);
  EXPECT_EQ(avow({"review", claim, "--because", "No."}).exit_code, 2);
}

TEST_F(Corrections, RejectAMachinesVerdictAndLeaveNothingInItsPlace) {
  const std::string claim = ingest_promise_with_outcomes();
  EXPECT_EQ(avow({"review", claim, "--reject", "--because", "No."}).exit_code, 2);
  avow({"check", "--today", "2025-09-01"});
  EXPECT_EQ(avow({"review", claim, "--reject", "--because", "Wrong series.", "--by", "ada"}).exit_code, 0);
  EXPECT_TRUE(avow({"claims", "--text", "defence spending"}).rows().at(0)["verdict"].is_null());
}

TEST_F(SavedCommand, AsksAgainWhatWasSaved) {
  const std::string claim = ingest_promise_with_outcomes();
  const Result added = avow({"saved", "add", "promises", "--", "claims", "--text", "defence spending"});
  ASSERT_EQ(added.exit_code, 0) << added.err;
  EXPECT_EQ(avow({"saved", "list"}).rows().at(0)["name"], "promises");
  const Result asked = avow({"saved", "run", "promises"});
  ASSERT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_EQ(asked.rows().at(0)["id"], claim);
  EXPECT_EQ(avow({"saved", "add", "no name", "--", "claims"}).exit_code, 2);
  EXPECT_EQ(avow({"saved", "add", "wrong", "--", "claims", "--mood"}).exit_code, 2);
  EXPECT_EQ(avow({"saved", "add", "wrong", "--", "retract", "--because", "No."}).exit_code, 2);
  EXPECT_EQ(avow({"saved", "remove", "promises"}).exit_code, 0);
  EXPECT_EQ(avow({"saved", "run", "promises"}).exit_code, 2);
  EXPECT_EQ(avow({"saved"}).exit_code, 1);
  EXPECT_EQ(avow({"verify"}).exit_code, 0);
}

TEST_F(MergeCommand, TakesTheOtherStoreInOnce) {
  const std::string claim = ingest_promise_with_outcomes();
  ASSERT_EQ(avow({"backup", "theirs.db"}).exit_code, 0);
  avow({"review", claim, "--verdict", "kept", "--because", "Seen.", "--by", "ada"});
  avow({"--db", "theirs.db", "review", claim, "--verdict", "broken", "--because", "Not seen.", "--by", "bo"});
  const auto merged = avow({"merge", "theirs.db"}).rows().at(0);
  EXPECT_EQ(merged["added"], 1);
  ASSERT_THAT(merged["conflicts"], SizeIs(1));
  EXPECT_EQ(merged["conflicts"][0]["conflict"], "verdict");
  EXPECT_EQ(merged["conflicts"][0]["subject"], claim);
  const auto again = avow({"merge", "theirs.db"}).rows().at(0);
  EXPECT_EQ(again["added"], 0);
  EXPECT_THAT(again["conflicts"], IsEmpty());
  EXPECT_EQ(avow({"verify"}).exit_code, 0);
  EXPECT_EQ(avow({"merge", "nowhere.db"}).exit_code, 2);
}

}  // namespace
}  // namespace avow::cli_test
