#include <gmock/gmock.h>

#include <algorithm>

#include "base/error.hpp"
#include "query/commitments.hpp"
#include "query/facets.hpp"
#include "query/history.hpp"
#include "query/lookup.hpp"
#include "query/paging.hpp"
#include "query/revisions.hpp"
#include "query/scorecard.hpp"
#include "query/small_world.hpp"
#include "query/stale.hpp"

namespace avow {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

/// Ten more promises and statements than the small world has, by two people.
class Asking : public SmallWorld {
 protected:
  void SetUp() override { fill_promise(); }

  Claim say(int number, const char* speaker, const char* said, Kind kind, bool testable = true) {
    Claim one = claim;
    one.span = {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number) + 4};
    one.quote = text_quote(document.text, one.span);
    one.speaker = speaker;
    one.said = *said == '\0' ? Date() : date(said);
    Reading understood = reading;
    understood.claim = id_of(one);
    understood.kind = kind;
    understood.topic = number % 2 == 0 ? "dikes" : "";
    if (!testable) understood.target.subject.clear();
    write("ingest", one, understood);
    readings.push_back(understood);
    return one;
  }
  void judge(const Reading& understood, Verdict what, bool provisional = false, bool proposed = false) {
    Assessment one;
    one.reading = id_of(understood);
    one.verdict = what;
    one.provisional = provisional;
    one.proposed = proposed;
    one.today = day("2024-07-01");
    one.reason = "seen";
    one.maker.plugin = "checker";
    write("check", one);
  }
  std::vector<Score> scores(ScorecardQuestion::By by, Weight weight = Weight::none) {
    ScorecardQuestion question;
    question.by = by;
    question.weight = weight;
    return scorecard(*store, question);
  }

  std::vector<Reading> readings;
};

TEST(Rates, HaveWilsonsInterval) {
  // Wilson's interval for 8 of 10, as computed by hand from the formula.
  EXPECT_THAT(rate(8, 10).low, DoubleNear(0.4902, 0.0001));
  EXPECT_THAT(rate(8, 10).high, DoubleNear(0.9433, 0.0001));
  EXPECT_EQ(rate(0, 5).low, 0);
  EXPECT_THAT(rate(0, 5).high, DoubleNear(0.4345, 0.0001));
  EXPECT_EQ(rate(0, 0).high, 1);
}

TEST_F(Asking, ScorecardsCountEveryClaimInOneColumnOnly) {
  for (int i = 0; i < 6; ++i) say(i, "ada", "2020-05-01", Kind::pledge, i != 5);
  say(6, "bo", "2021-05-01", Kind::statistic);
  judge(readings[0], Verdict::kept);
  judge(readings[1], Verdict::broken);
  judge(readings[2], Verdict::broken, true);
  judge(readings[3], Verdict::kept, false, true);
  judge(readings[4], Verdict::on_track);
  judge(readings[6], Verdict::supported);
  const auto by_speaker = scores(ScorecardQuestion::By::speaker);
  ASSERT_EQ(by_speaker.size(), 3u);  // the pact has one promise of its own
  const Score& ada = by_speaker.front();
  EXPECT_EQ(ada.group, "ada");
  EXPECT_EQ(ada.n, 6u);
  EXPECT_THAT(ada.final_verdicts, ElementsAre(Pair(Verdict::kept, 1u), Pair(Verdict::broken, 1u)));
  EXPECT_THAT(ada.provisional_verdicts, ElementsAre(Pair(Verdict::broken, 1u)));
  EXPECT_THAT(ada.proposed_verdicts, ElementsAre(Pair(Verdict::kept, 1u)));
  EXPECT_THAT(ada.open_verdicts, ElementsAre(Pair(Verdict::on_track, 1u)));
  EXPECT_THAT(ada.not_testable, ElementsAre(Pair("subject", 1u)));
  EXPECT_EQ(ada.kept.n, 2u);
  EXPECT_EQ(ada.kept.part, 1u);
  EXPECT_EQ(ada.supported.n, 0u);
  EXPECT_EQ(scores(ScorecardQuestion::By::year).size(), 2u);
  const auto all = scores(ScorecardQuestion::By::nothing, Weight::strength);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].n, 8u);
  EXPECT_EQ(all[0].unjudged, 1u);
  EXPECT_THAT(all[0].weighed_kept.value(), DoubleNear(0.5, 1e-9));
}

TEST_F(Asking, ScorecardsCountEachCommitmentOnceByItsLastJudgedUtterance) {
  for (int i = 0; i < 4; ++i) say(i, "ada", ("202" + std::to_string(i) + "-05-01").c_str(), Kind::pledge);
  say(5, "bo", "2021-05-01", Kind::pledge, false);  // without a subject: a commitment of its own
  say(6, "bo", "2021-05-01", Kind::statistic);      // a statement: none
  judge(readings[0], Verdict::kept);
  judge(readings[2], Verdict::broken);  // the last of hers that was judged
  Names names = Names::of(*store, {});
  Commitments commitments(*store, names, {}, LinkUse::confirmed);
  ScorecardQuestion question;
  question.commitments = &commitments;
  question.by = ScorecardQuestion::By::speaker;
  const auto groups = scorecard(*store, question);
  ASSERT_THAT(groups, SizeIs(3));  // the pact's own promise is the third
  const auto ada = std::find_if(groups.begin(), groups.end(), [](const Score& one) { return one.group == "ada"; });
  ASSERT_NE(ada, groups.end());
  EXPECT_EQ(ada->n, 1u);
  EXPECT_THAT(ada->final_verdicts, ElementsAre(Pair(Verdict::broken, 1)));
  EXPECT_EQ(ada->commitments->utterances, 4u);
  EXPECT_EQ(ada->commitments->exact, 1u);
  question.filter.said_until = day("2021-12-31");
  question.by = ScorecardQuestion::By::nothing;
  const auto early = scorecard(*store, question);
  EXPECT_THAT(early.at(0).final_verdicts, ElementsAre(Pair(Verdict::kept, 1)));
}

TEST_F(Asking, ScorecardsAreNarrowedToGivenClaimsToo) {
  const Claim first = say(0, "ada", "2020-05-01", Kind::pledge);
  say(1, "bo", "2020-05-01", Kind::pledge);
  ScorecardQuestion question;
  question.among = std::set<Id>{id_of(first)};
  question.by = ScorecardQuestion::By::speaker;
  const auto groups = scorecard(*store, question);
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_EQ(groups[0].group, "ada");
}

TEST_F(Asking, ScorecardsSpeakInTheWordsOfAScale) {
  const Scale scale{"theirs", "Their scale", "", {{"kept", "Done"}, {"thwarted", "Sunk"}, {"broken", "Sunk"}}};
  write("vocabulary", scale);
  EXPECT_THAT(
      by_label({{Verdict::kept, 2}, {Verdict::broken, 1}, {Verdict::thwarted, 3}, {Verdict::stalled, 1}}, scale),
      ElementsAre(Pair("Done", 2u), Pair("Sunk", 4u), Pair("stalled", 1u)));
  EXPECT_EQ(find_scale(*store, "th", {}).code, "theirs");
  EXPECT_THROW(find_scale(*store, "ours", {}), Error);
}

TEST_F(Asking, FacetsCountTheSelectionByValueMostFirst) {
  for (int i = 0; i < 4; ++i) say(i, i == 0 ? "bo" : "ada", "2020-05-01", Kind::forecast);
  ClaimFilter filter;
  filter.kind = Kind::forecast;
  const auto speakers = facet(*store, filter, Facet::speaker);
  ASSERT_EQ(speakers.size(), 2u);
  EXPECT_EQ(speakers[0].value, "ada");
  EXPECT_EQ(speakers[0].claims, 3u);
  const auto kinds_found = facet(*store, {}, Facet::kind);
  EXPECT_EQ(kinds_found.front().value, "forecast");
  EXPECT_EQ(kinds_found.front().claims, 4u);
  EXPECT_EQ(facet(*store, filter, Facet::topic).size(), 2u);
}

TEST_F(Asking, PagesGiveEachClaimOnceThoughClaimsComeIn) {
  for (const auto order : {ClaimFilter::Order::said_newest_first, ClaimFilter::Order::due_first}) {
    const int base = order == ClaimFilter::Order::due_first ? 30 : 0;
    for (int i = 0; i < 7; ++i) say(base + i, "ada", i == 3 ? "" : i < 3 ? "2020-05-01" : "2021-05-01", Kind::pledge);
    ClaimFilter whole;
    whole.order = order;
    std::vector<Id> all;
    store->claims(whole, [&](const ClaimRow& row) {
      all.push_back(row.id);
      return true;
    });
    std::vector<Id> paged;
    ClaimFilter page = whole;
    page.limit = 2;
    for (bool more = true; more;) {
      std::string cursor;
      store->claims(page, [&](const ClaimRow& row) {
        paged.push_back(row.id);
        cursor = cursor_of(row, order);
        return true;
      });
      more = !cursor.empty();
      if (more) page.after = parse_cursor(cursor, order);
      if (paged.size() == 4) say(base + 20, "bo", "2023-01-01", Kind::pledge);  // newer than where we are
    }
    if (order == ClaimFilter::Order::due_first) std::erase(paged, paged.back());  // the one that came in, due last
    EXPECT_EQ(paged, all);
  }
}

TEST_F(Asking, CursorsOfAnotherOrderAreRefused) {
  ClaimRow row;
  row.claim.said = date("2020-05-01");
  const std::string cursor = cursor_of(row, ClaimFilter::Order::said_newest_first);
  EXPECT_EQ(parse_cursor(cursor, ClaimFilter::Order::said_newest_first).day, day("2020-05-01"));
  EXPECT_THROW(parse_cursor(cursor, ClaimFilter::Order::due_first), Error);
  EXPECT_THROW(parse_cursor("said.x", ClaimFilter::Order::said_newest_first), Error);
  EXPECT_THROW(cursor_of(row, ClaimFilter::Order::relevance), Error);
}

class Looking : public SmallWorld {
 protected:
  void SetUp() override {
    fill_promise();
    fill_outcomes();
  }
  std::vector<std::string> stale(const char* today, const std::vector<Maker>& current = {}) {
    std::vector<std::string> lines;
    ClaimFilter filter;
    filter.clocks.today = day(today);
    stale_claims(*store, filter, current, day(today), [&](const StaleClaim& one) {
      lines.push_back(std::string(stale_reasons.name(one.reason)) + ": " + one.why);
      return true;
    });
    return lines;
  }
};

TEST_F(Looking, RevisionsNameTheFigureBeforeAndAfter) {
  const auto row = claim_row(*store, id_of(claim), [] {
    Clocks clocks;
    clocks.today = day("2024-12-31");
    return clocks;
  }());
  ASSERT_TRUE(row && row->assessment);
  const auto revisions = revisions_of(*store, *row->assessment, {});
  ASSERT_EQ(revisions.size(), 1u);
  EXPECT_EQ(revision_text(revisions[0]), "XAA 2024 from 2.1 (published 2024-06-17) to 1.9 (2025-04-17)");
}

TEST_F(Looking, HistoriesTellRevisionsOfTheFiguresThatVerdictsRestOn) {
  const auto events = history(*store, id_of(claim), {});
  const auto found = std::find_if(events.begin(), events.end(),
                                  [](const HistoryEvent& event) { return event.kind == EventKind::revision; });
  ASSERT_NE(found, events.end());
  EXPECT_EQ(found->day.text(), "2025-04-17");
  EXPECT_EQ(std::get<RevisionEvent>(found->detail).figures.at(0).to, "1.9");
}

TEST_F(Looking, StaleNamesRevisedFiguresOverdueDatesAndOlderMakers) {
  Maker checker, finder;
  checker.plugin = "checker";
  checker.revision = 2;
  finder.plugin = "finder";
  finder.configuration = sha256("other");
  EXPECT_THAT(stale("2024-12-31", {checker, finder}), ElementsAre("checker: by revision 0 of checker, which is at 2",
                                                                  "analyzer: by finder with another configuration"));
  EXPECT_THAT(stale("2025-04-20"), ElementsAre(HasSubstr("overdue: fell due 2024, and was judged last on 2024-07-01"),
                                               HasSubstr("figures: pact:dikes: XAA 2024 from 2.1")));
  EXPECT_THAT(stale("2025-06-02"), IsEmpty());
}

TEST_F(Looking, ACheckerThatComesToAnotherVerdictAfterAPersonIsFlaggedAndDoesNotStand) {
  const auto standing = [this] { return claim_row(*store, id_of(claim), {}).value(); };
  EXPECT_FALSE(disagreement(*store, standing(), {}));  // the checker spoke before the person
  Assessment later = verdict(Verdict::kept, "2026-01-01", "", figure("XAA", "1.9", "2025-04-17"));
  write("check", later);
  EXPECT_EQ(standing().assessment->verdict, Verdict::partly_kept);
  ASSERT_TRUE(disagreement(*store, standing(), {}));
  EXPECT_EQ(disagreement(*store, standing(), {})->value.verdict, Verdict::kept);
  EXPECT_THAT(stale("2026-01-02"),
              testing::Contains(HasSubstr("disagreement: Ann says partly_kept; checker says kept")));
  later.verdict = Verdict::partly_kept;
  later.today = day("2026-02-01");
  write("check", later);
  EXPECT_FALSE(disagreement(*store, standing(), {}));  // it has come round
}

}  // namespace
}  // namespace avow
