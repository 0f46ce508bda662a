#include <gmock/gmock.h>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// One promise in three versions.
class CommitmentCommands : public CliTest {
 protected:
  void SetUp() override {
    say("2020", "Germany will raise its defence spending to at least 2 percent of GDP by 2024.");
    say("2022", "Germany will raise its defence spending to at least 2 percent of GDP by 2026.");
    say("2025", "Germany will raise its defence spending to at least 3 percent of GDP by 2026.");
  }
  void say(const std::string& year, const std::string& sentence) {
    write(year + ".txt", "Statement of " + year + "\n\n10 January " + year + "\n\n" + sentence + "\n");
    const Result ingest = avow({"ingest", year + ".txt", "--speaker", "Germany", "--published", year + "-01-10"});
    ASSERT_EQ(ingest.exit_code, 0) << ingest.err;
  }
};

TEST_F(CommitmentCommands, ListAPromiseOnceWithWhatBecameOfIt) {
  const auto rows = avow({"commitments", "--utterances", "2"}).rows();
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0]["side"], "DEU");
  EXPECT_EQ(rows[0]["utterances"], 3);
  EXPECT_THAT(rows[0]["shifts"], ElementsAre("strengthens", "moves_later"));
  EXPECT_EQ(rows[0]["value"], 3);
  EXPECT_EQ(rows[0]["due"], "2026");
  EXPECT_EQ(rows[0]["links"], "confirmed");
  EXPECT_EQ(avow({"commitments", "--side", "nato"}).exit_code, 1);
  EXPECT_THAT(avow({"commitments", "--side", "germany", "--shift", "later", "--limit", "1"}).rows(), SizeIs(1));
  EXPECT_EQ(avow({"commitments", "--shift", "sideways"}).exit_code, 2);
}

TEST_F(CommitmentCommands, TellEveryUtteranceByEitherId) {
  const auto listed = avow({"commitments"}).rows().at(0);
  const std::string id = listed["id"], claim = listed["first"];
  const auto rows = avow({"history", id.substr(0, 12)}).rows();
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows, avow({"history", claim, "--commitment"}).rows());
  EXPECT_THAT(rows[1]["shifts"], ElementsAre("moves_later"));
  EXPECT_EQ(rows[1]["differences"][0]["before"], "2024");
  EXPECT_EQ(rows[1]["compared_with"], claim);
  EXPECT_THAT(avow({"history", id, "--format", "table"}).out, HasSubstr("by [2026]"));
}

TEST_F(CommitmentCommands, NameWhoMovedGoalposts) {
  const auto rows = avow({"claims", "--shift", "later"}).rows();
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0]["said"], "2022-01-10");
  EXPECT_EQ(avow({"claims", "--shift", "later", "--speaker", "nato"}).exit_code, 1);
}

TEST_F(CommitmentCommands, LinkAndPartByAPersonsWord) {
  const auto rows = avow({"claims"}).rows();
  const std::string first = rows.back()["id"], last = rows.front()["id"];
  EXPECT_EQ(avow({"link", first}).exit_code, 2);
  EXPECT_EQ(avow({"link", first, last}).exit_code, 2) << "no reason";
  const auto linked =
      avow({"link", first, last, "--kind", "weakens", "--because", "It is less.", "--by", "ada"}).rows();
  ASSERT_THAT(linked, SizeIs(1));
  EXPECT_EQ(linked[0]["from"], last);
  const auto told = avow({"history", first, "--commitment"}).rows();
  EXPECT_EQ(told.back()["stated_by"], "ada");
  EXPECT_THAT(told.back()["shifts"], ElementsAre("weakens"));
  ASSERT_EQ(avow({"retract", linked[0]["id"], "--because", "Wrong.", "--by", "ada"}).exit_code, 0);
  EXPECT_THAT(avow({"history", first, "--commitment"}).rows(), SizeIs(2));
}

TEST_F(CommitmentCommands, SuggestLinksOnce) {
  const auto rows = avow({"link"}).rows();
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0]["added"], 0) << "what is measured has its key";
}

TEST_F(CommitmentCommands, MatchSentences) {
  const auto one = avow({"match", "Germany says 3 percent by 2026 #NATO", "--limit", "1"}).rows();
  ASSERT_THAT(one, SizeIs(1));
  EXPECT_THAT(one[0]["quote"], HasSubstr("3 percent"));
  Surroundings input;
  input.input = "{\"id\": \"a\", \"text\": \"spending 3 percent\"}\nzeppelins\n";
  const auto many = avow({"match", "--file", "-"}, input).rows();
  ASSERT_THAT(many, SizeIs(2));
  EXPECT_EQ(many[0]["id"], "a");
  EXPECT_EQ(many[0]["matches"][0]["id"], one[0]["id"]);
  EXPECT_TRUE(many[1]["matches"].empty());
  EXPECT_EQ(avow({"match"}).exit_code, 2);
}

TEST_F(CommitmentCommands, MatchSentencesByTitlesToo) {
  write("met.txt", "The ministers will spend 3 percent.\n");
  ASSERT_EQ(avow({"ingest", "met.txt", "--title", "Grimsund meeting", "--speaker", "NATO", "--published", "2023-01-10",
                  "--link"})
                .exit_code,
            0);
  const auto rows = avow({"match", "what was said at Grimsund?"}).rows();
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0]["title"], "Grimsund meeting");
}

TEST_F(CommitmentCommands, MatchClaimsOfAListByItsOwnIds) {
  write("claims.tsv", "vclaim_id\tvclaim\ttitle\nv7\tFares will rise.\tThe ferry to Halmvik\nv8\tBread is dear.\t\n");
  write("tweets.tsv", "tweet_id\ttweet_content\nt1\t\"ferry \"\"fares\"\" up\"\nt2\tzeppelins\n");
  const auto rows = avow({"match", "--file", "tweets.tsv", "--claims", "claims.tsv"}).rows();
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0]["id"], "t1");
  ASSERT_THAT(rows[0]["matches"], SizeIs(1));
  EXPECT_EQ(rows[0]["matches"][0]["id"], "v7");
  EXPECT_TRUE(rows[1]["matches"].empty());
  EXPECT_EQ(avow({"match", "bread", "--claims", "claims.tsv"}).rows().at(0)["id"], "v8");
  EXPECT_EQ(avow({"match", "bread", "--claims", "none.tsv"}).exit_code, 2);
}

TEST_F(CommitmentCommands, FindTheLikesOfAClaimAndWhatSpeaksAgainstIt) {
  const std::string id = avow({"claims"}).rows().at(0)["id"];
  EXPECT_THAT(avow({"similar", id, "--limit", "1"}).rows(), SizeIs(1));
  EXPECT_EQ(avow({"contradictions"}).exit_code, 1);
}

}  // namespace
}  // namespace avow::cli_test
