#include "acceptance/given_data.hpp"

namespace avow {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

/// An article with an interview, said on Friday, 25 April 2025, in a machine's paraphrase.
class Interview : public GivenData {
 protected:
  void SetUp() override {
    GivenData::SetUp();
    if (IsSkipped()) return;
    ingested_ = ingest_interview();
    claims_ = rows_of({"claims"});
  }

  /// Of the claims with these words one that the secretary general made on the day.
  Row said_by_rutte(const std::string& words) const {
    SCOPED_TRACE(words);
    return first_of(quoting(claims_, words), [](const Row& claim) {
      return claim["speaker"] == "mark-rutte" && claim["speaker_name"] == "Mark Rutte" && claim["said"] == "2025-04-25";
    });
  }

  Rows ingested_, claims_;
};

bool is_promise(const Row& claim) {
  return claim["kind"] == "pledge" || claim["kind"] == "forecast";
}

TEST_F(Interview, EuropeansAndCanadaAreToPayMore) {
  const Row claim = said_by_rutte("pay more");
  ASSERT_TRUE(claim.is_object());
  EXPECT_TRUE(is_promise(claim)) << claim["kind"];
  EXPECT_EQ(claim["subject"], "nato-europe-and-canada");
  EXPECT_EQ(claim["relation"], "rise");
  ASSERT_TRUE(claim["indicator"].is_string());
  const Row indicator = rows_of({"indicators", "show", claim["indicator"]}).at(0);
  EXPECT_EQ(indicator["measure"], "defence expenditure");
}

TEST_F(Interview, TheirSideWillRampUpSpending) {
  const Row claim = said_by_rutte("ramp up spending");
  ASSERT_TRUE(claim.is_object());
  EXPECT_TRUE(is_promise(claim)) << claim["kind"];
  EXPECT_EQ(claim["relation"], "rise");
  EXPECT_EQ(claim["subject"], "nato-europe-and-canada");
}

TEST_F(Interview, DecisionsAreDueInJune) {
  const Row claim = said_by_rutte("in June");
  ASSERT_TRUE(claim.is_object());
  EXPECT_TRUE(is_promise(claim)) << claim["kind"];
  EXPECT_EQ(claim["due"], "2025-06");
  EXPECT_EQ(claim["due_until"], "2025-06-30");
}

TEST_F(Interview, TheCommitmentToArticle5IsAPledge) {
  const Row claim = said_by_rutte("Article 5");
  ASSERT_TRUE(claim.is_object());
  EXPECT_EQ(claim["kind"], "pledge");
  EXPECT_EQ(claim["negated"], false);
}

TEST_F(Interview, AMembershipNeverPromisedIsNoOpenPledge) {
  const Row claim = said_by_rutte("promised Ukraine");
  ASSERT_TRUE(claim.is_object());
  EXPECT_EQ(claim["kind"], "pledge");
  EXPECT_EQ(claim["negated"], true);
  const Rows open = rows_of({"claims", "--open"});
  EXPECT_THAT(open, Not(IsEmpty()));
  EXPECT_THAT(quoting(open, "promised Ukraine"), IsEmpty());
  const Rows due = rows_of({"due", "--today", "2025-04-26", "--within", "30y"});
  EXPECT_THAT(due, Not(IsEmpty()));
  EXPECT_THAT(quoting(due, "promised Ukraine"), IsEmpty());
}

TEST_F(Interview, TheArticleCountsTheMembersInItsOwnVoice) {
  const Row claim = first_of(quoting(claims_, "32 nations"), [](const Row& row) { return row["kind"] == "statistic"; });
  ASSERT_TRUE(claim.is_object());
  EXPECT_EQ(claim["voice"], "author");
  EXPECT_TRUE(claim["speaker_name"].is_null());
  EXPECT_EQ(claim["subject"], "nato");
  EXPECT_EQ(claim["relation"], "equal");
  EXPECT_EQ(claim["value"], 32);
  EXPECT_EQ(claim["said"], "2025-04-25");
}

TEST_F(Interview, TheInterviewerClaimsNothing) {
  ASSERT_THAT(claims_, Not(IsEmpty()));
  for (const Row& claim : claims_) {
    const std::string speaker = claim["speaker_name"].is_string() ? claim["speaker_name"].get<std::string>() : "";
    EXPECT_EQ(speaker.find("Martin"), std::string::npos) << claim["quote"];
    EXPECT_FALSE(claim["quote"].get<std::string>().ends_with("?")) << claim["quote"];
  }
}

TEST_F(Interview, ASecondIngestAddsNothing) {
  const Rows journal = rows_of({"journal"});
  const Row again = ingest_interview().at(0);
  EXPECT_EQ(again["id"], ingested_.at(0)["id"]);
  EXPECT_EQ(again["added"], false);
  EXPECT_EQ(again["claims"], 0);
  EXPECT_EQ(again["readings"], 0);
  EXPECT_EQ(rows_of({"claims"}), claims_);
  EXPECT_EQ(rows_of({"journal"}), journal) << "an entry that adds nothing leaves no trace";
}

}  // namespace
}  // namespace avow
