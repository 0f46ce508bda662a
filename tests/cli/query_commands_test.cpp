#include <gmock/gmock.h>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using ClaimsCommand = CliTest;
using ShowCommand = CliTest;
using HistoryCommand = CliTest;
using DueCommand = CliTest;
using SqlCommand = CliTest;

TEST_F(ClaimsCommand, FiltersByWhatIsGiven) {
  ASSERT_GE(ingest_speech().size(), 3u);
  EXPECT_THAT(avow({"claims", "--text", "homes"}).rows(), SizeIs(1));
  EXPECT_THAT(avow({"claims", "--kind", "pledge", "--due", "2026..2026"}).rows(), SizeIs(1));
  EXPECT_THAT(avow({"claims", "--speaker", "ada quill", "--text", "homes"}).rows(), SizeIs(1));
  EXPECT_EQ(avow({"claims", "--said", "..2020"}).exit_code, 1);
  EXPECT_EQ(avow({"claims", "--limit", "1"}).rows().size(), 1u);
}

TEST_F(ClaimsCommand, EndsWithOneWhenNothingMatches) {
  ingest_speech();
  const Result run = avow({"claims", "--text", "zeppelin"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out, "");
}

TEST_F(ClaimsCommand, SortsByDueDate) {
  ingest_speech();
  const auto rows = avow({"claims", "--kind", "pledge", "--sort", "due"}).rows();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["due"], "2026");
  EXPECT_EQ(rows[1]["due"], "2027");
}

TEST_F(ClaimsCommand, ForgetsWhatWasNotThereYetOnEitherClock) {
  ingest_speech();
  EXPECT_EQ(avow({"claims", "--as-of", "2001-01-01"}).exit_code, 1);
  EXPECT_EQ(avow({"claims", "--today", "2021-03-02"}).exit_code, 1);
  EXPECT_EQ(avow({"claims", "--as-of", "@2"}).exit_code, 1) << "entries 1 and 2 are the vocabulary and the ranks";
  EXPECT_EQ(avow({"claims", "--as-of", "@3"}).exit_code, 0);
}

TEST_F(ClaimsCommand, NarrowsToADocumentByPrefix) {
  const auto claims = ingest_speech();
  const std::string document = claims.at(0)["document"];
  EXPECT_EQ(avow({"claims", "--document", document.substr(0, 8)}).rows().size(), claims.size());
}

TEST_F(ShowCommand, ShowsAClaimWithItsReadings) {
  ingest_speech();
  const std::string id = claim_with("4,000 homes");
  const auto shown = avow({"show", id.substr(0, 12)}).rows().at(0);
  EXPECT_EQ(shown["id"], id);
  ASSERT_FALSE(shown["readings"].empty());
  EXPECT_EQ(shown["readings"][0]["due"], "2027");
  const Result text = avow({"show", id, "--format", "table"});
  EXPECT_THAT(text.out, AllOf(HasSubstr("4,000 homes"), HasSubstr("Ada Quill")));
}

TEST_F(ShowCommand, ShowsEverySortOfRecord) {
  const std::string claim = ingest_promise_with_outcomes();
  ASSERT_EQ(avow({"check"}).exit_code, 0);
  const auto shown = avow({"show", claim}).rows().at(0);
  const std::string reading = shown["readings"][0]["id"];
  const std::string verdict = shown["verdicts"][0]["id"];
  const std::string observation = shown["verdicts"][0]["evidence"][0]["reference"];
  EXPECT_EQ(avow({"show", reading}).rows().at(0)["claim"], claim);
  EXPECT_EQ(avow({"show", verdict}).rows().at(0)["claim"], claim);
  EXPECT_EQ(avow({"show", observation}).rows().at(0)["entity"], "DEU");
  for (const std::string& id : {claim, reading, verdict, observation, shown["document"]["id"].get<std::string>()})
    EXPECT_GT(avow({"show", id, "--format", "table"}).out.size(), 40u) << id;
}

TEST_F(HistoryCommand, TellsBothVerdictsWithTheirVintages) {
  const std::string claim = ingest_promise_with_outcomes();
  ASSERT_EQ(avow({"check", "--today", "2025-03-01"}).exit_code, 0);
  ASSERT_EQ(avow({"check", "--today", "2025-09-01"}).exit_code, 0);
  const Result run = avow({"history", claim});
  EXPECT_THAT(run.out, AllOf(HasSubstr("kept"), HasSubstr("broken"), HasSubstr("2025-02-01"), HasSubstr("2025-08-01")));
  std::vector<std::string> events;
  for (const auto& row : run.rows()) events.push_back(row["event"]);
  EXPECT_THAT(events, ::testing::Contains("said"));
  EXPECT_EQ(std::count(events.begin(), events.end(), "verdict"), 2);
  EXPECT_THAT(avow({"history", claim, "--format", "table"}).out, HasSubstr("broken"));
}

TEST_F(DueCommand, ListsPromisesWithTheDaysLeft) {
  ingest_speech();
  const auto rows = avow({"due", "--today", "2026-12-01"}).rows();
  ASSERT_EQ(rows.size(), 1u) << "due in 2026 and within 90 days; not the one of 2027";
  EXPECT_EQ(rows[0]["days_left"], 30);
  EXPECT_EQ(avow({"due", "--today", "2026-12-01", "--within", "2y"}).rows().size(), 2u);
  EXPECT_EQ(avow({"due", "--today", "2026-12-01", "--until", "2027"}).rows().size(), 2u);
}

TEST_F(DueCommand, ListsWhatIsOverdueUnlessToldNotTo) {
  ingest_speech();
  EXPECT_LT(avow({"due", "--today", "2028-01-01"}).rows().at(0)["days_left"].get<int>(), 0);
  EXPECT_EQ(avow({"due", "--today", "2028-01-01", "--upcoming"}).exit_code, 1);
}

TEST_F(SqlCommand, GivesRowsWithTheColumnsAsked) {
  ingest_speech();
  const auto rows = avow({"sql", "SELECT count(*) AS n, 'a' AS letter, NULL AS gap FROM claims"}).rows();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_GE(rows[0]["n"].get<int>(), 3);
  EXPECT_EQ(rows[0]["letter"], "a");
  EXPECT_TRUE(rows[0]["gap"].is_null());
}

TEST_F(SqlCommand, KeepsColumnsOfOneNameApart) {
  ingest_speech();
  const Result run = avow({"sql", "SELECT 1 AS a, 2 AS a, 3 AS b"});
  EXPECT_EQ(run.rows().at(0)["a"], 1);
  EXPECT_EQ(run.rows().at(0)["a_2"], 2);
}

TEST_F(SqlCommand, RefusesToWriteAndToGoOnForEver) {
  ingest_speech();
  EXPECT_EQ(avow({"sql", "DELETE FROM claims"}).exit_code, 2);
  EXPECT_EQ(avow({"sql", "SELEC 1"}).exit_code, 2);
  EXPECT_EQ(
      avow({"sql", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n", "--max-rows", "10"})
          .exit_code,
      2);
  EXPECT_EQ(avow({"sql", "SELECT 1 WHERE 0"}).exit_code, 1);
}

}  // namespace
}  // namespace avow::cli_test
