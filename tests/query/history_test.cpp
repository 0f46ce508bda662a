#include "query/history.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "base/error.hpp"
#include "query/clocks.hpp"
#include "query/disputes.hpp"
#include "query/document_view.hpp"
#include "query/due.hpp"
#include "query/lookup.hpp"
#include "query/observation_list.hpp"
#include "query/small_world.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Histories : public SmallWorld {
 protected:
  void SetUp() override {
    fill_promise();
    fill_outcomes();
  }
  std::vector<std::string> told(const Clocks& clocks) {
    std::vector<std::string> lines;
    for (const HistoryEvent& event : history(*store, id_of(claim), clocks))
      lines.push_back(event.day.text() + " " + std::string(event_kinds.name(event.kind)) +
                      (event.standing ? " *" : ""));
    return lines;
  }
};

TEST_F(Histories, TellEverythingInTheWorldsOrder) {
  EXPECT_THAT(told({}),
              ElementsAre("2020-03-01 said", "2020-03-01 reading *", "2024-06-17 vintage", "2024-07-01 verdict",
                          "2025-04-17 vintage", "2025-04-17 revision", "2025-05-01 verdict", "2025-06-01 review *"));
}

TEST_F(Histories, KnowOnlyWhatTheWorldKnewByToday) {
  EXPECT_THAT(told(parse_clocks("", "2024-12-31")),
              ElementsAre("2020-03-01 said", "2020-03-01 reading *", "2024-06-17 vintage", "2024-07-01 verdict *"));
}

TEST_F(Histories, KnowOnlyWhatTheStoreKnewAsOf) {
  EXPECT_THAT(told(parse_clocks("@4", "")),
              ElementsAre("2020-03-01 said", "2020-03-01 reading *", "2024-06-17 vintage", "2024-07-01 verdict *"));
}

TEST_F(Histories, TellDisputesTheirAnswersAndCorrectionsWithTheirReasons) {
  const auto at = [](const char* when) { return Instant::parse_end(when).value(); };
  Reading corrected = reading;
  corrected.target.due = date("2026");
  corrected.maker = {};
  corrected.maker.person = "Ann";
  corrected.maker.at = at("2025-06-02");
  corrected.reason = "They said 2026.";
  corrected.corrects = id_of(reading);
  const Dispute dispute{id_of(claim),
                        RecordKind::reading,
                        id_of(reading),
                        "Bo",
                        Disputant::newsroom,
                        "It was 2026.",
                        {{EvidenceKind::address, "https://example.org/tape", ""}},
                        at("2025-06-01")};
  const Answer first{id_of(dispute), Ruling::upheld, "Ann", "No.", {}, at("2025-06-01")};
  const Answer second{id_of(dispute), Ruling::corrected, "Ann", "Yes.", {}, at("2025-06-03")};
  write("dispute", dispute);
  EXPECT_EQ(open_disputes(*store, id_of(claim), {}).size(), 1u);
  write("answer", second, first, corrected);
  EXPECT_TRUE(open_disputes(*store, id_of(claim), {}).empty());
  const auto events = told({});
  EXPECT_THAT(std::vector<std::string>(events.end() - 5, events.end()),
              ElementsAre("2025-06-01 review *", "2025-06-01 dispute", "2025-06-01 answer", "2025-06-02 correction *",
                          "2025-06-03 answer"));
  const ClaimView view = claim_view(*store, id_of(claim), {});
  ASSERT_EQ(view.disputes.size(), 1u);
  EXPECT_EQ(view.disputes[0].last_answer()->answer.id, id_of(second));
  EXPECT_EQ(view.disputes[0].evidence[0].url, "https://example.org/tape");
  EXPECT_EQ(changes_text(view.readings.back().changes), "due from 2024 to 2026");
  EXPECT_EQ(resolve_claim(*store, id_of(second).hex()), id_of(claim));
}

TEST_F(Histories, NameTheJournalEntryOfEachEvent) {
  const auto events = history(*store, id_of(claim), {});
  ASSERT_EQ(events.size(), 8u);
  EXPECT_EQ(events[0].journal_number, 2);
  EXPECT_EQ(events[3].journal_number, 4);
  EXPECT_EQ(events[7].journal_number, 7);
}

TEST_F(Histories, CountAVintagesFiguresOfTheMembers) {
  const auto events = history(*store, id_of(claim), {});
  ASSERT_EQ(events.size(), 8u);
  const auto& vintage = std::get<VintageEvent>(events[2].detail);
  EXPECT_EQ(vintage.values, 2u);
  EXPECT_EQ(vintage.entities, 2u);
  EXPECT_EQ(vintage.first_period.text(), "2024");
  EXPECT_EQ(std::get<VintageEvent>(events[4].detail).values, 1u);
}

TEST_F(Histories, KeepTheClaimAfterItsRetraction) {
  write("retract",
        Retraction{RecordKind::claim, id_of(claim), "Ann", "not said", Instant::parse_end("2025-07-01").value()});
  const auto lines = told({});
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.back(), "2025-07-01 retraction");
  EXPECT_THAT(lines, testing::Not(testing::Contains(HasSubstr("*"))));
  EXPECT_FALSE(claim_row(*store, id_of(claim), {}));
}

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    return error.what();
  }
  return "shown";
}

TEST_F(Histories, NothingIsShownBeforeItWasRecorded) {
  const Clocks before = parse_clocks("@1", "");
  const Id figure_id = id_of(figure("XAA", "2.1", "2024-06-17"));
  const auto not_yet = HasSubstr("was not recorded yet");
  EXPECT_THAT(refusal([&] { history(*store, id_of(claim), before); }), not_yet);
  EXPECT_THAT(refusal([&] { claim_view(*store, id_of(claim), before); }), not_yet);
  EXPECT_THAT(refusal([&] { document_view(*store, id_of(document), before); }), not_yet);
  EXPECT_THAT(refusal([&] { observation_row(*store, figure_id, parse_clocks("@2", "")); }), not_yet);
  EXPECT_EQ(observation_row(*store, figure_id, parse_clocks("@3", "")).series.source, series.source);
}

TEST_F(Histories, NothingIsShownBeforeItWasPublished) {
  const Clocks before = parse_clocks("", "2020-02-29");
  const Id figure_id = id_of(figure("XAA", "2.1", "2024-06-17"));
  const auto not_yet = HasSubstr("was published 2020-03-01, after 2020-02-29");
  EXPECT_THAT(refusal([&] { history(*store, id_of(claim), before); }), not_yet);
  EXPECT_THAT(refusal([&] { claim_view(*store, id_of(claim), before); }), not_yet);
  EXPECT_THAT(refusal([&] { document_view(*store, id_of(document), before); }), not_yet);
  EXPECT_THAT(refusal([&] { observation_row(*store, figure_id, parse_clocks("", "2024-06-16")); }),
              HasSubstr("was published 2024-06-17"));
  EXPECT_EQ(refusal([&] { observation_row(*store, figure_id, parse_clocks("", "2024-06-17")); }), "shown");
}

TEST_F(Histories, LinksToWhatIsNotPublishedYetAreLeftOut) {
  Document newer = document;
  newer.url = "https://example.org/newer";
  newer.published = date("2022-01-01");
  Claim again = claim;
  again.document = id_of(newer);
  again.said = newer.published;
  const auto writer = store->begin();
  writer->begin_entry({"ingest", "test", ""});
  writer->add(newer, "raw \xFF");
  writer->add(again);
  writer->add(Link{id_of(again), id_of(claim), LinkKind::repeats, true, 0.5, "same words", {}});
  writer->commit();
  EXPECT_EQ(claim_view(*store, id_of(claim), parse_clocks("", "2021-12-31")).links.size(), 0u);
  EXPECT_EQ(claim_view(*store, id_of(claim), parse_clocks("", "2022-01-01")).links.size(), 1u);
}

TEST_F(Histories, RefuseAClaimThatIsNotThere) {
  EXPECT_THROW(history(*store, id_of(document), {}), Error);
}

TEST_F(Histories, ViewShowsContextCuesMissingPartsAndEvidence) {
  const ClaimView view = claim_view(*store, id_of(claim), {});
  EXPECT_EQ(view.context.prefix, "Good day. ");
  EXPECT_EQ(view.context.suffix, " Thank you.");
  EXPECT_EQ(view.document.title, "The pact speaks");
  EXPECT_TRUE(view.document.text.empty());
  ASSERT_EQ(view.readings.size(), 1u);
  EXPECT_TRUE(view.readings[0].testable());
  ASSERT_EQ(view.readings[0].cues.size(), 2u);
  EXPECT_EQ(view.readings[0].cues[0].quote, "will");
  EXPECT_EQ(view.readings[0].cues[1].quote, "by 2024");
  ASSERT_EQ(view.verdicts.size(), 3u);
  ASSERT_EQ(view.verdicts[0].evidence.size(), 1u);
  ASSERT_TRUE(view.verdicts[0].evidence[0].observation);
  EXPECT_EQ(view.verdicts[0].evidence[0].observation->observation.value, "2.1");
  EXPECT_EQ(view.verdicts[0].evidence[0].url, series.url);
}

TEST_F(Histories, AnyIdOfTheClaimLeadsToIt) {
  EXPECT_EQ(resolve_claim(*store, id_of(claim).hex()), id_of(claim));
  EXPECT_EQ(resolve_claim(*store, id_of(reading).hex().substr(0, 12)), id_of(claim));
  const Id verdict = store->assessments_of(id_of(claim), {}).front().id;
  EXPECT_EQ(resolve_claim(*store, verdict.hex()), id_of(claim));
  EXPECT_THROW(resolve_claim(*store, id_of(document).hex()), Error);
  EXPECT_EQ(resolve_as(*store, RecordKind::document, id_of(document).hex()), id_of(document));
}

TEST_F(Histories, DocumentViewHoldsItsClaims) {
  const DocumentView view = document_view(*store, id_of(document), {});
  EXPECT_EQ(view.document.text, document.text);
  ASSERT_EQ(view.claims.size(), 1u);
  EXPECT_EQ(view.claims[0].id, id_of(claim));
}

TEST_F(Histories, ObservationsAreFoundByTheNameOfTheCountry) {
  const Names names = Names::of(*store, {});
  ObservationFilter filter;
  filter.entity = "arvania";
  std::vector<std::string> values;
  observation_list(*store, names, filter, [&](const ObservationRow& row) {
    values.push_back(row.observation.value);
    return true;
  });
  EXPECT_THAT(values, ElementsAre("1.9"));
  filter.entity = "Atlantis";
  EXPECT_THROW(observation_list(*store, names, filter, [](const ObservationRow&) { return true; }), Error);
}

class DueClaims : public SmallWorld {
 protected:
  std::vector<std::int32_t> days_left(const char* window, const char* today) {
    std::vector<std::int32_t> days;
    const Clocks clocks = parse_clocks("", today);
    ClaimFilter filter;
    filter.clocks = clocks;
    due_claims(*store, filter, parse_range(window, day(today)), day(today), [&](const DueClaim& due) {
      days.push_back(due.days_left);
      return true;
    });
    return days;
  }
};

TEST_F(DueClaims, ListOpenPromisesWithTheDaysLeft) {
  fill_promise();
  EXPECT_THAT(days_left("2024", "2024-12-01"), ElementsAre(30));
  EXPECT_THAT(days_left("..2024", "2025-01-10"), ElementsAre(-10));
  EXPECT_THAT(days_left("2025..", "2024-12-01"), ElementsAre());
}

TEST_F(DueClaims, LeaveOutWhatIsDecided) {
  fill_promise();
  fill_outcomes();
  EXPECT_THAT(days_left("2024", "2025-12-01"), ElementsAre());
}

}  // namespace
}  // namespace avow
