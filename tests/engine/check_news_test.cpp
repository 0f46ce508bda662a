#include "engine/check_news.hpp"

#include <gmock/gmock.h>

#include "engine/check.hpp"
#include "engine/explain.hpp"
#include "engine/outcomes.hpp"
#include "engine/review.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// A pledge that is due in 2024, judged by a checker that asks for its figures.
class CheckNewsTest : public EngineTest {
 protected:
  CheckNewsTest() : checker("fake") {
    checker.on_check = [this](const CheckRequest& request, CheckHost& host) { return ask(request, host); };
    const SmallPledge pledge = small_pledge("XAA");
    claim = pledge.claim;
    reading = pledge.reading;
    add(pledge);
  }

  Judgement ask(const CheckRequest& request, CheckHost& host) {
    ++asked;
    if (asks_figures) host.observations({request.target.indicator, request.target.subject, {}, {}, {}});
    if (asks_members) host.members("pact", request.today);
    if (asks_passages) host.passages({"harbour", {}, {}, 0});
    Judgement judgement;
    judgement.verdict = Verdict::on_track;
    judgement.reason = "as it was";
    return judgement;
  }

  /// How many claims were judged.
  std::size_t check(const char* today) {
    asked = 0;
    check_claims(*store, lexicon, {&checker}, {}, *parse_day(today), {});
    return asked;
  }
  void import(const char* indicator, const char* csv, const char* published) {
    OutcomeOptions options;
    options.indicator = indicator;
    options.source = "tables";
    options.published = parse_day(published);
    import_outcomes(*store, lexicon, "figures.csv", csv, options, "test");
  }
  std::string why(const char* today) {
    ClaimFilter filter;
    filter.claim = id_of(claim).hex();
    std::optional<std::string> reason;
    store->check_candidates(filter, [&](const CheckCandidate& candidate) {
      CheckNews news(*store, lexicon, checkers_digest({&checker}, Policy::shipped()), *parse_day(today));
      reason = news.why(candidate);
      return false;
    });
    return reason.value_or("");
  }

  FakePlugin checker;
  Claim claim;
  Reading reading;
  std::size_t asked = 0;
  bool asks_figures = true, asks_members = false, asks_passages = false;
};

TEST_F(CheckNewsTest, PassesOverAClaimForWhichNothingIsNew) {
  EXPECT_EQ(check("2022-01-01"), 1u);
  EXPECT_EQ(check("2022-01-01"), 0u);
  EXPECT_EQ(check("2023-06-01"), 0u);
  EXPECT_EQ(why("2023-06-01"), "");
}

TEST_F(CheckNewsTest, JudgesAgainOnTheDayAfterTheDueDate) {
  check("2024-12-31");
  EXPECT_EQ(check("2024-12-31"), 0u);
  EXPECT_THAT(why("2025-01-01"), HasSubstr("due date"));
  EXPECT_EQ(check("2025-01-01"), 1u);
  EXPECT_EQ(check("2025-02-01"), 0u);
}

TEST_F(CheckNewsTest, JudgesAgainWhenFiguresOfItsIndicatorComeIn) {
  check("2022-01-01");
  import("pact:usd", "country,period,value\nArvania,2021,5\n", "2021-12-01");
  EXPECT_EQ(check("2022-01-01"), 0u);
  import("pact:share", "country,period,value\nArvania,2021,1.5\n", "2021-12-01");
  EXPECT_THAT(why("2022-01-01"), HasSubstr("pact:share"));
  EXPECT_EQ(check("2022-01-01"), 1u);
  EXPECT_EQ(check("2022-01-01"), 0u);
}

TEST_F(CheckNewsTest, JudgesAgainWhenAVintageComesOutOrAPeriodBegins) {
  import("pact:share", "country,period,value\nArvania,2023,1.5\n", "2022-06-01");
  check("2022-01-01");
  EXPECT_EQ(check("2022-05-31"), 0u);
  EXPECT_EQ(check("2022-06-01"), 1u);
  EXPECT_EQ(check("2022-12-31"), 0u);
  EXPECT_EQ(check("2023-01-01"), 1u);
}

TEST_F(CheckNewsTest, HeedsDocumentsOnlyWhereTheCheckerReadsThem) {
  const auto add_document = [&](const char* url) {
    const Document document{url, "", "", "", "", Date::year(2021), "en", "text/plain", "Some text.", sha256(url)};
    const auto writer = store->begin();
    writer->begin_entry({"ingest", "test", ""});
    writer->add(document, url);
    writer->commit();
  };
  check("2022-01-01");
  add_document("https://example.org/one");
  EXPECT_EQ(check("2022-01-02"), 0u);
  asks_passages = true;
  checker.set_revision(2);
  EXPECT_EQ(check("2022-01-03"), 1u);
  EXPECT_EQ(check("2022-01-03"), 0u);
  add_document("https://example.org/two");
  EXPECT_THAT(why("2022-01-03"), HasSubstr("documents"));
  EXPECT_EQ(check("2022-01-03"), 1u);
}

TEST_F(CheckNewsTest, JudgesAgainWhenTheCheckersOrTheReadingChange) {
  check("2022-01-01");
  checker.set_revision(2);
  EXPECT_THAT(why("2022-01-01"), HasSubstr("checkers"));
  EXPECT_EQ(check("2022-01-01"), 1u);
  reading.target.value = Decimal{3, 1};
  reading.maker = {};
  reading.maker.person = "Ada";
  const auto writer = store->begin();
  writer->begin_entry({"review", "Ada", ""});
  writer->add(reading);
  writer->commit();
  EXPECT_THAT(why("2022-01-01"), HasSubstr("read otherwise"));
  EXPECT_EQ(check("2022-01-01"), 1u);
}

TEST_F(CheckNewsTest, JudgesAgainWhenNamesOrRetractionsCome) {
  check("2022-01-01");
  Vocabulary more;
  more.entities = {{"XCC", EntityKind::country, "Cestria", "", {}, {}}};
  add_vocabulary(*store, more, "test", "another");
  EXPECT_EQ(check("2022-01-01"), 1u);
  import("pact:share", "country,period,value\nArvania,2021,1.5\n", "2021-12-01");
  check("2022-01-01");
  ObservationFilter filter;
  std::optional<Id> observation;
  store->observations(filter, [&](const ObservationRow& row) {
    observation = row.id;
    return false;
  });
  retract(*store, RecordKind::observation, *observation, "Ada", "misprint", Instant{1});
  EXPECT_THAT(why("2022-01-01"), HasSubstr("retracted"));
  EXPECT_EQ(check("2022-01-01"), 1u);
}

TEST_F(CheckNewsTest, JudgesAnEarlierDayWithoutForgettingTheLater) {
  check("2023-01-01");
  EXPECT_EQ(check("2021-01-01"), 1u);
  EXPECT_EQ(check("2023-01-01"), 0u);
}

TEST_F(CheckNewsTest, ExplainsWhoJudgesAndWhenAgain) {
  const auto explained = [&](const char* today) {
    Clocks clocks;
    clocks.today = parse_day(today);
    return explain_check(*store, lexicon, {&checker}, Policy::shipped(), id_of(claim), clocks);
  };
  const CheckExplanation before = explained("2022-01-01");
  EXPECT_EQ(before.news, "it was never judged");
  EXPECT_FALSE(before.judged);
  ASSERT_EQ(before.checkers.size(), 1u);
  EXPECT_TRUE(before.checkers[0].takes);
  ASSERT_TRUE(before.assessment);
  EXPECT_EQ(before.assessment->verdict, Verdict::on_track);
  EXPECT_EQ(before.falls_due, parse_day("2024-12-31"));
  EXPECT_EQ(before.waited_until, parse_day("2026-12-31"));
  EXPECT_THAT(store->assessments_of(id_of(claim), {}), IsEmpty());
  check("2022-01-01");
  EXPECT_FALSE(explained("2022-01-01").news);
  EXPECT_EQ(explained("2022-01-01").judged, parse_day("2022-01-01"));
}

TEST_F(CheckNewsTest, ProposesWhatPolicyLeavesToPeople) {
  checker.on_check = [](const CheckRequest&, CheckHost&) {
    Judgement judgement;
    judgement.verdict = Verdict::withdrawn;
    judgement.reason = "given up";
    return judgement;
  };
  check("2022-01-01");
  const auto verdicts = store->assessments_of(id_of(claim), {});
  ASSERT_EQ(verdicts.size(), 1u);
  EXPECT_TRUE(verdicts[0].value.proposed);
  ClaimFilter open;
  open.promises_open_only = true;
  std::size_t found = 0;
  store->claims(open, [&](const ClaimRow&) { return ++found != 0; });
  EXPECT_EQ(found, 1u);
}

}  // namespace
}  // namespace avow
