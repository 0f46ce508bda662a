#include "acceptance/given_data.hpp"

namespace avow {
namespace {

/// What the Alliance promised in 2014 and in 2025, and what its head said in between.
class CommitmentOfTheAlliance : public GivenData {
 protected:
  void SetUp() override {
    GivenData::SetUp();
    if (IsSkipped()) return;
    ingest_declarations();
    ingest_interview();
    const Row two = first_of(rows_of({"claims", "--kind", "pledge"}),
                             [](const Row& claim) { return claim["value"] == 2 && claim["due"] == "2024"; });
    told_ = rows_of({"history", two["id"], "--commitment"});
  }

  static bool has(const Row& utterance, const char* shift) {
    const Row& shifts = utterance["shifts"];
    return std::find(shifts.begin(), shifts.end(), shift) != shifts.end();
  }

  Rows told_;
};

TEST_F(CommitmentOfTheAlliance, IsOneFrom2014To2025) {
  const Row id = told_.at(0)["commitment"];
  const Row listed =
      first_of(rows_of({"commitments", "--side", "nato"}), [&](const Row& row) { return row["id"] == id; });
  ASSERT_TRUE(listed.is_object());
  EXPECT_EQ(listed["first_said"], "2014-09-05");
  EXPECT_EQ(listed["last_said"], "2025-06-26");
  EXPECT_EQ(listed["value"], 5);
  EXPECT_EQ(listed["due"], "2035");
  EXPECT_EQ(listed["links"], "confirmed");
  EXPECT_TRUE(has(listed, "strengthens"));
  EXPECT_TRUE(has(listed, "moves_later"));
}

TEST_F(CommitmentOfTheAlliance, IsMovedLaterByWhoeverNamed2035) {
  const Rows later = rows_of({"claims", "--shift", "later"});
  EXPECT_FALSE(quoting(later, "5%").empty());
  for (const Row& claim : quoting(later, "5%")) EXPECT_EQ(claim["due"], "2035");
}

TEST_F(CommitmentOfTheAlliance, HoldsWhatItsHeadSaidOfAPartOfIt) {
  const Row said = first_of(told_, [](const Row& row) { return row["speaker"] == "mark-rutte"; });
  ASSERT_TRUE(said.is_object());
  EXPECT_TRUE(has(said, "narrows"));
}

}  // namespace
}  // namespace avow
