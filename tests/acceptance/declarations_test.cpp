#include "acceptance/given_data.hpp"

namespace avow {
namespace {

/// What the Alliance declared at its summits of 2014 and 2025.
class Declarations : public GivenData {
 protected:
  /// The pledge to reach this share of GDP by this year.
  Row pledge_of(int percent, const std::string& due) const {
    ingest_declarations();
    return first_of(rows_of({"claims", "--kind", "pledge"}), [&](const Row& claim) {
      return claim["value"] == percent && claim["unit"] == "percent of GDP" && claim["due"] == due;
    });
  }
};

TEST_F(Declarations, TwoPercentWithinADecade) {
  const Row claim = pledge_of(2, "2024");
  ASSERT_TRUE(claim.is_object());
  EXPECT_EQ(claim["indicator"], "nato:defence-share-gdp");
  EXPECT_EQ(claim["subject"], "nato");
  EXPECT_EQ(claim["scope"], "each");
  EXPECT_EQ(claim["relation"], "at_least");
  EXPECT_EQ(claim["due_until"], "2024-12-31");
  EXPECT_EQ(claim["said"], "2014-09-05");
  EXPECT_EQ(claim["strength"], "aim");
  EXPECT_EQ(claim["testable"], true);
}

TEST_F(Declarations, FivePercentBy2035) {
  const Row claim = pledge_of(5, "2035");
  ASSERT_TRUE(claim.is_object());
  EXPECT_EQ(claim["indicator"], "nato:defence-share-gdp");
  EXPECT_EQ(claim["subject"], "nato");
  EXPECT_EQ(claim["scope"], "each");
  EXPECT_EQ(claim["relation"], "at_least");
  EXPECT_EQ(claim["due_until"], "2035-12-31");
  EXPECT_EQ(claim["testable"], true);
}

}  // namespace
}  // namespace avow
