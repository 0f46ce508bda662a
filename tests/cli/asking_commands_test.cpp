#include <gmock/gmock.h>

#include <algorithm>
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
using DisputeCommand = CliTest;

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

TEST_F(DisputeCommand, WaitsForAnAnswerAndChangesNothing) {
  const std::string claim = ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-09-01"});
  const auto made = avow({"dispute", claim, "--from", "Ada Quill", "--as", "speaker", "--because",
                          "The year is not over.", "--evidence", "https://example.org/letter", "--by", "bo"})
                        .rows();
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0]["kind"], "assessment");
  EXPECT_EQ(made[0]["person"], "Ada Quill");
  const std::vector<std::string> disputed{"claims", "--disputed", "--today", "2025-09-01"};
  const auto listed = avow(disputed).rows();
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0]["disputes"], 1);
  EXPECT_EQ(listed[0]["verdict"], "broken");
  EXPECT_EQ(avow({"scorecard", "--all", "--disputed", "--today", "2025-09-01"}).rows().at(0)["claims"], 1);
  const auto waiting = avow({"stale", "--waiting", "--today", "2025-09-01"}).rows();
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0]["stale"], "dispute");
  EXPECT_THAT(waiting[0]["why"].get<std::string>(), HasSubstr("Ada Quill (speaker) disputes the assessment"));
  EXPECT_EQ(avow({"show", made[0]["id"]}).rows().at(0)["open"], true);
  EXPECT_THAT(avow({"show", claim, "--format", "table"}).out, HasSubstr("Disputes (* open)"));
  EXPECT_EQ(avow({"dispute", made[0]["id"], "--answer", "corrected", "--because", "Right."}).exit_code, 2);
  const auto answer =
      avow({"dispute", made[0]["id"], "--answer", "upheld", "--because", "It is.", "--by", "bo"}).rows();
  EXPECT_EQ(answer.at(0)["ruling"], "upheld");
  EXPECT_EQ(avow(disputed).exit_code, 1);
  EXPECT_THAT(avow({"history", claim}).out, AllOf(HasSubstr("\"dispute\""), HasSubstr("upheld by bo: It is.")));
  EXPECT_EQ(avow({"verify"}).exit_code, 0);
}

TEST_F(DisputeCommand, NeedsAReasonAndSomethingThatCanBeDisputed) {
  const std::string claim = ingest_promise_with_outcomes();
  EXPECT_EQ(avow({"dispute", claim}).exit_code, 2);
  EXPECT_EQ(avow({"dispute", avow({"show", claim}).rows().at(0)["document"]["id"], "--because", "No."}).exit_code, 2);
  EXPECT_EQ(avow({"dispute", claim, "--because", "No.", "--as", "ghost"}).exit_code, 2);
  EXPECT_EQ(avow({"dispute", claim, "--because", "No.", "--answer", "upheld"}).exit_code, 2);
}

TEST_F(Corrections, TellWhoWhyAndWhatChanged) {
  const std::string claim = ingest_promise_with_outcomes();
  avow({"review", claim, "--field", "due=2031", "--because", "She said next decade.", "--by", "ada"});
  const auto events = avow({"history", claim}).rows();
  const auto found =
      std::find_if(events.begin(), events.end(), [](const auto& one) { return one["event"] == "correction"; });
  ASSERT_NE(found, events.end());
  const std::string summary = (*found)["summary"];
  EXPECT_THAT(summary,
              AllOf(HasSubstr("by ada"), HasSubstr("due from 2024 to 2031"), HasSubstr("She said next decade.")));
  EXPECT_EQ((*found)["detail"]["changes"][0]["field"], "due");
}

TEST_F(ScorecardCommand, CountsEachCommitmentOnce) {
  const std::string claim = ingest_promise_with_outcomes();
  for (const auto& [file, day] : {std::pair("again.txt", "2021-01-10"), std::pair("once_more.txt", "2022-01-10")}) {
    write(file, std::string(promise) + "\nThat was said in " + day + ", and it holds.\n");
    avow({"ingest", file, "--speaker", "Ada Quill", "--published", day});
  }
  const auto claims = avow({"scorecard", "--all", "--kind", "forecast"}).rows().at(0);
  const auto once = avow({"scorecard", "--all", "--by-commitment", "--kind", "forecast"}).rows().at(0);
  EXPECT_TRUE(claims["commitments"].is_null());
  EXPECT_EQ(once["commitments"]["utterances"], claims["claims"]);
  EXPECT_LE(once["claims"], claims["claims"]);
  EXPECT_THAT(once["selection"].get<std::string>(), HasSubstr("confirmed links"));
  EXPECT_THAT(avow({"scorecard", "--by-commitment", "--format", "table"}).out, HasSubstr("utterances"));
  EXPECT_EQ(avow({"scorecard", "--by-commitment", "--copies"}).exit_code, 2);
  EXPECT_EQ(avow({"scorecard", "--all", "--shift", "later"}).exit_code, 1);
}

}  // namespace
}  // namespace avow::cli_test
