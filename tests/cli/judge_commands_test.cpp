#include <gmock/gmock.h>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::HasSubstr;

using CheckCommand = CliTest;
using ReviewCommand = CliTest;
using RetractCommand = CliTest;
using ReplayCommand = CliTest;
using OutcomesCommand = CliTest;

TEST_F(CheckCommand, JudgesByTheVintagesOfTheDay) {
  const std::string claim = ingest_promise_with_outcomes();
  const auto first = avow({"check", "--today", "2025-03-01"}).rows();
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0]["claim"], claim);
  EXPECT_EQ(first[0]["verdict"], "kept");
  EXPECT_EQ(first[0]["vintage"], "2025-02-01");
  EXPECT_EQ(first[0]["changed"], true);
  EXPECT_THAT(first[0]["quote"], HasSubstr("defence spending"));
  EXPECT_EQ(avow({"check", "--today", "2025-09-01"}).rows().at(0)["verdict"], "broken");
}

TEST_F(CheckCommand, StoresNothingNewTheSecondTime) {
  ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-09-01"});
  const Result again = avow({"check", "--today", "2025-09-01"});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_TRUE(again.rows().empty());
  EXPECT_THAT(again.err, HasSubstr("1 passed over"));
  EXPECT_EQ(avow({"check", "--today", "2025-09-01", "--all"}).rows().at(0)["changed"], false);
}

TEST_F(CheckCommand, StoresNothingInADryRun) {
  const std::string claim = ingest_promise_with_outcomes();
  EXPECT_EQ(avow({"check", claim.substr(0, 10), "--dry-run"}).rows().size(), 1u);
  EXPECT_TRUE(avow({"show", claim}).rows().at(0)["verdicts"].empty());
}

TEST_F(CheckCommand, ExplainsWhoJudgesAndWhenAgain) {
  const std::string claim = ingest_promise_with_outcomes();
  const auto explained = avow({"check", "--explain", claim, "--today", "2025-03-01"}).rows().at(0);
  EXPECT_EQ(explained["claim"], claim);
  EXPECT_EQ(explained["judged_now_because"], "it was never judged");
  EXPECT_EQ(explained["assessment"]["verdict"], "kept");
  EXPECT_EQ(explained["checkers"][0]["takes"].is_boolean(), true);
  EXPECT_TRUE(avow({"show", claim}).rows().at(0)["verdicts"].empty());
  EXPECT_EQ(avow({"check", "--explain"}).exit_code, 2);
}

TEST_F(CheckCommand, EndsWithOneWhenThereIsNothingToJudge) {
  ingest_speech();
  const Result run = avow({"check", "--text", "unicorns"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("0 judged"));
}

TEST_F(ReviewCommand, StandsBeforeAMachinesVerdict) {
  const std::string claim = ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-09-01"});
  const Result run = avow({"review", claim, "--verdict", "thwarted", "--because", "The ministry was dissolved.",
                           "--evidence", "https://example.org/dissolved", "--by", "ada"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.rows().at(0)["judged_by"], "ada");
  EXPECT_EQ(avow({"claims", "--verdict", "thwarted"}).rows().at(0)["id"], claim);
}

TEST_F(ReviewCommand, RefusesAVerdictThatDoesNotFitTheKind) {
  const std::string claim = ingest_promise_with_outcomes();
  EXPECT_EQ(avow({"review", claim, "--verdict", "refuted", "--because", "No."}).exit_code, 2);
  EXPECT_EQ(avow({"review", claim, "--verdict", "kept"}).exit_code, 2);
}

TEST_F(RetractCommand, TakesAClaimOutOfTheListAndKeepsItForThePast) {
  const std::string claim = ingest_promise_with_outcomes();
  const Result run = avow({"retract", claim, "--because", "Never said.", "--by", "ada"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.rows().at(0)["reason"], "Never said.");
  EXPECT_EQ(claim_with("defence spending"), "");
  EXPECT_EQ(avow({"claims", "--as-of", "@3"}).exit_code, 0);
  EXPECT_EQ(avow({"retract", claim, "--because", "Twice."}).exit_code, 2);
}

TEST_F(ReplayCommand, MakesEveryVerdictAgain) {
  ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-03-01"});
  avow({"check", "--today", "2025-09-01"});
  const Result run = avow({"replay", "--all"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_TRUE(run.rows().empty());
  EXPECT_THAT(run.err, HasSubstr("2 verdicts: 2 came out the same"));
  EXPECT_EQ(avow({"replay"}).exit_code, 2);
}

TEST_F(ReplayCommand, MakesAVerdictAgain) {
  const std::string claim = ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-03-01"});
  const std::string verdict = avow({"show", claim}).rows().at(0)["verdicts"][0]["id"];
  const Result run = avow({"replay", verdict.substr(0, 10)});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.rows().at(0)["same"], true);
}

TEST_F(ReplayCommand, SaysThatAPersonsVerdictCannotBeReplayed) {
  const std::string claim = ingest_promise_with_outcomes();
  const auto review = avow({"review", claim, "--verdict", "kept", "--because", "Seen."}).rows();
  EXPECT_EQ(avow({"replay", review.at(0)["id"]}).exit_code, 2);
}

TEST_F(OutcomesCommand, ListsTheNewestVintageOfEachFigure) {
  ingest_promise_with_outcomes();
  const auto newest = avow({"outcomes", "list", "--entity", "Germany", "--period", "2024"}).rows();
  ASSERT_EQ(newest.size(), 1u);
  EXPECT_EQ(newest[0]["value"], "1.9");
  EXPECT_EQ(newest[0]["published"], "2025-08-01");
  EXPECT_EQ(avow({"outcomes", "list", "--period", "2024", "--all-vintages"}).rows().size(), 2u);
  EXPECT_EQ(avow({"outcomes", "list", "--period", "2024", "--today", "2025-03-01"}).rows().at(0)["value"], "2.1");
}

TEST_F(OutcomesCommand, KnowsAFileItHasReadBefore) {
  ingest_promise_with_outcomes();
  const auto again = avow({"outcomes", "import", "first.csv", "--indicator", "nato:defence-share-gdp", "--vintage",
                           "2025-02-01", "--source", "Invented figures"})
                         .rows();
  EXPECT_EQ(again.at(0)["added"], 0);
  EXPECT_EQ(again.at(0)["known"], 2);
}

}  // namespace
}  // namespace avow::cli_test
