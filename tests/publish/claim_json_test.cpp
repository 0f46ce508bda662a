#include "publish/claim_json.hpp"

#include <gmock/gmock.h>

#include "publish/claim_text.hpp"
#include "publish/rows.hpp"
#include "query/lookup.hpp"
#include "query/small_world.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::Not;

class Published : public SmallWorld {
 protected:
  void SetUp() override {
    fill_promise();
    fill_outcomes();
    names = Names::of(*store, {});
  }
  Names names;
};

TEST_F(Published, ClaimHasItsStandingReadingAndVerdict) {
  const Json json = claim_json(claim_row(*store, id_of(claim), {}).value(), names);
  EXPECT_EQ(json["id"], id_of(claim).hex());
  EXPECT_EQ(json["quote"], claim.quote.exact);
  EXPECT_EQ(json["speaker"], "pact");
  EXPECT_EQ(json["kind"], "pledge");
  EXPECT_EQ(json["value"], 2.0);
  EXPECT_EQ(json["due_until"], "2024-12-31");
  EXPECT_EQ(json["testable"], true);
  EXPECT_EQ(json["target"], "each member of Harbour Pact: dike spending at least 2 percent of GDP by 2024");
  EXPECT_EQ(json["verdict"], "partly_kept");
  EXPECT_EQ(json["judged_by"], "Ann");
}

TEST_F(Published, ClaimHasTheSameFieldsWithoutReadingAndVerdict) {
  ClaimRow row = claim_row(*store, id_of(claim), {}).value();
  const Json full = claim_json(row, names);
  row.reading.reset();
  row.reading_id.reset();
  row.assessment.reset();
  row.assessment_id.reset();
  const Json bare = claim_json(row, names);
  std::vector<std::string> keys, bare_keys;
  for (const auto& item : full.items()) keys.push_back(item.key());
  for (const auto& item : bare.items()) bare_keys.push_back(item.key());
  EXPECT_EQ(keys, bare_keys);
  EXPECT_TRUE(bare["kind"].is_null());
  EXPECT_TRUE(bare["verdict"].is_null());
}

TEST_F(Published, ViewResolvesEvidenceToItsFigures) {
  const Json json = claim_view_json(claim_view(*store, id_of(claim), {}), names);
  ASSERT_EQ(json["verdicts"].size(), 3u);
  const Json& evidence = json["verdicts"][0]["evidence"][0];
  EXPECT_EQ(evidence["entity"], "XAA");
  EXPECT_EQ(evidence["value"], "2.1");
  EXPECT_EQ(evidence["published"], "2024-06-17");
  EXPECT_EQ(json["verdicts"][0]["figures"]["members at or above"], "1 of 2");
  EXPECT_EQ(json["before"], "Good day. ");
}

TEST_F(Published, ViewShowsTheCuesOfEachReading) {
  const Json json = claim_view_json(claim_view(*store, id_of(claim), {}), names);
  const Json due{{"quote", "by 2024"}, {"label", "due date"}, {"span", {60, 67}}};
  ASSERT_EQ(json["readings"][0]["cues"].size(), 2u);
  EXPECT_EQ(json["readings"][0]["cues"][1], due);
}

TEST_F(Published, AVintageWithoutASourceIsToldWithoutAGap) {
  VintageEvent vintage{{"pact:dikes", "", "", ""}, 1, 1, date("2024"), date("2024")};
  HistoryEvent event;
  event.detail = vintage;
  EXPECT_EQ(event_summary(event, names), "1 figure of Dike spending, share published for 2024");
}

TEST_F(Published, HistoryEventsCarryBothClocksAndWords) {
  const auto events = history(*store, id_of(claim), {});
  ASSERT_EQ(events.size(), 8u);
  const Json vintage = history_json(events[2], names), verdict = history_json(events[3], names);
  EXPECT_EQ(vintage["summary"], "2 figures of Dike spending, share published by Pact yearbook, for 2024");
  EXPECT_TRUE(vintage["journal"].is_null());
  EXPECT_EQ(verdict["day"], "2024-07-01");
  EXPECT_EQ(verdict["journal"], 4);
  EXPECT_EQ(verdict["summary"],
            "on_track (provisional) by checker: One of two members is there. (figures published 2024-06-17)");
}

TEST_F(Published, DocumentAndObservationRowsNameWhatTheyAre) {
  store->documents({}, [&](const DocumentRow& row) {
    EXPECT_EQ(document_json(row)["claims"], 1);
    return true;
  });
  store->observations({}, [&](const ObservationRow& row) {
    EXPECT_EQ(observation_json(row, names)["source"], "Pact yearbook");
    return true;
  });
  const Json view = document_view_json(document_view(*store, id_of(document), {}), names);
  EXPECT_EQ(view["claims_found"].size(), 1u);
}

TEST_F(Published, TextShowsTheClaimWithinTheWidth) {
  const ClaimView view = claim_view(*store, id_of(claim), {});
  const std::string text = claim_text(view, names, {80, false});
  EXPECT_THAT(text, HasSubstr("* partly_kept, judged 2025-06-01 by Ann"));
  EXPECT_THAT(text, HasSubstr("XAA 2024: 2.1 percent of GDP (estimate, published 2024-06-17"));
  EXPECT_THAT(text, HasSubstr("cues      \"will\" (modal will), \"by 2024\" (due date)"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(claim_text(view, names, {80, true}), HasSubstr("\x1b[31mbroken"));
}

TEST_F(Published, TextNeverSendsEscapesOfADocument) {
  ClaimView view = claim_view(*store, id_of(claim), {});
  view.document.title = "\x1b]0;owned\x07";
  EXPECT_THAT(claim_text(view, names, {}), HasSubstr("\\x1B]0;owned\\x07"));
}

TEST_F(Published, HistoryTextMarksWhatStands) {
  const std::string text = history_text(history(*store, id_of(claim), {}), names, {});
  EXPECT_THAT(text, HasSubstr("  2024-07-01  verdict: on_track (provisional) by checker"));
  EXPECT_THAT(text, HasSubstr("* 2025-06-01  review: partly_kept by Ann"));
  EXPECT_THAT(text, HasSubstr("(journal @7)"));
}

}  // namespace
}  // namespace avow
