#include "acceptance/given_data.hpp"

namespace avow {
namespace {

/// The interview of April 2025, the declarations of the summit in June, and NATO's figures of that summer.
class LaterDocuments : public GivenData {
 protected:
  void SetUp() override {
    GivenData::SetUp();
    if (IsSkipped()) return;
    ingest_interview();
    ingest_declarations();
    import_april_2025();
    import_august_2025();
    rows_of({"check", "--today", "2026-01-10"});
    claims_ = rows_of({"claims", "--today", "2026-01-10"});
  }

  Row said_by_rutte(const std::string& words) const {
    return first_of(quoting(claims_, words), [](const Row& claim) { return claim["speaker"] == "mark-rutte"; });
  }

  Rows claims_;
};

TEST_F(LaterDocuments, DecisionsInJuneWereTakenAsTheDeclarationShowsUntilAPersonConfirms) {
  const Row claim = said_by_rutte("in June");
  ASSERT_TRUE(claim.is_object());
  EXPECT_EQ(claim["verdict"], "kept");
  EXPECT_EQ(claim["proposed"], true);
  const Row verdict = rows_of({"show", claim["assessment"]}).at(0);
  ASSERT_FALSE(verdict["evidence"].empty());
  EXPECT_EQ(verdict["evidence"][0]["kind"], "document");
  EXPECT_NE(verdict["evidence"][0]["note"].get<std::string>().find("decides"), std::string::npos);

  rows_of({"review", claim["id"], "--verdict", "kept", "--because", "the summit decided", "--by", "Ada", "--today",
           "2026-01-11"});
  const Row confirmed =
      first_of(rows_of({"claims", "--today", "2026-01-12"}), [&](const Row& row) { return row["id"] == claim["id"]; });
  EXPECT_EQ(confirmed["verdict"], "kept");
  EXPECT_EQ(confirmed["proposed"], false);
}

TEST_F(LaterDocuments, RampingUpIsJudgedOnTheFiguresOfEuropeAndCanada) {
  const Row claim = said_by_rutte("ramp up spending");
  ASSERT_TRUE(claim.is_object());
  ASSERT_TRUE(claim["verdict"].is_string());
  EXPECT_EQ(claim["judged_by"].get<std::string>().rfind("series", 0), 0u);
  EXPECT_NE(claim["reason"].get<std::string>().find("stood at"), std::string::npos);
}

TEST_F(LaterDocuments, EveryVerdictIsMadeAgainByteForByte) {
  EXPECT_TRUE(rows_of({"replay", "--all"}).empty());
}

}  // namespace
}  // namespace avow
