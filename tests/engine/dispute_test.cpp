#include "engine/dispute.hpp"

#include <gmock/gmock.h>

#include "engine/review.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

/// A pledge that a checker calls broken.
class Disputing : public EngineTest {
 protected:
  Disputing() : pledge(small_pledge("XAA")) {
    add(pledge);
    verdict.reading = id_of(pledge.reading);
    verdict.verdict = Verdict::broken;
    verdict.today = today;
    verdict.reason = "It fell short.";
    verdict.maker.plugin = "checker";
    const auto writer = store->begin();
    writer->begin_entry({"check", "test", ""});
    writer->add(verdict);
    writer->commit();
  }

  DisputeWord word(const Id& about) const {
    return {about.hex(), "Jana", Disputant::speaker, "The year is not over.", {"https://example.org/letter"}, "test"};
  }
  AnswerWord answered(const Id& about, Ruling ruling) const {
    return {about.hex(), ruling, "Ann", "Looked again.", {}};
  }
  std::optional<Id> standing() {
    std::optional<Id> id;
    store->claims({}, [&](const ClaimRow& row) {
      id = row.assessment_id;
      return false;
    });
    return id;
  }
  static ErrorCode refusal(const std::function<void()>& act) {
    try {
      act();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  }

  const Day today = *parse_day("2025-01-01");
  const SmallPledge pledge;
  Assessment verdict;
};

TEST_F(Disputing, OfAClaimIsAboutTheVerdictThatStandsAndChangesNothing) {
  const Dispute made = dispute(*store, word(id_of(pledge.claim)), Instant{5}, today);
  EXPECT_EQ(made.kind, RecordKind::assessment);
  EXPECT_EQ(made.record, id_of(verdict));
  ASSERT_EQ(made.evidence.size(), 1u);
  EXPECT_EQ(made.evidence[0].kind, EvidenceKind::address);
  EXPECT_EQ(standing(), id_of(verdict));
  EXPECT_EQ(store->disputes_of(id_of(pledge.claim), {}).size(), 1u);
}

TEST_F(Disputing, OfAReadingIsAboutThatReading) {
  EXPECT_EQ(dispute(*store, word(id_of(pledge.reading)), Instant{5}, today).kind, RecordKind::reading);
}

TEST_F(Disputing, NeedsAPersonAReasonAndSomethingThatCanBeDisputed) {
  DisputeWord nobody = word(id_of(pledge.claim)), no_reason = nobody;
  nobody.person.clear();
  no_reason.because.clear();
  EXPECT_EQ(refusal([&] { dispute(*store, nobody, Instant{5}, today); }), ErrorCode::usage);
  EXPECT_EQ(refusal([&] { dispute(*store, no_reason, Instant{5}, today); }), ErrorCode::usage);
  EXPECT_EQ(refusal([&] { dispute(*store, word(id_of(pledge.document)), Instant{5}, today); }), ErrorCode::usage);
  EXPECT_EQ(store->counts().disputes, 0u);
}

TEST_F(Disputing, IsAnsweredByItsIdOrByThatOfTheClaimWithOneOpenDispute) {
  const Dispute first = dispute(*store, word(id_of(pledge.claim)), Instant{5}, today);
  dispute(*store, word(id_of(pledge.claim)), Instant{6}, today);
  EXPECT_EQ(refusal([&] { answer(*store, answered(id_of(pledge.claim), Ruling::upheld), Instant{7}, today); }),
            ErrorCode::ambiguous);
  EXPECT_EQ(answer(*store, answered(id_of(first), Ruling::upheld), Instant{7}, today).dispute, id_of(first));
  answer(*store, answered(id_of(pledge.claim), Ruling::withdrawn), Instant{8}, today);
  EXPECT_EQ(refusal([&] { answer(*store, answered(id_of(pledge.claim), Ruling::upheld), Instant{9}, today); }),
            ErrorCode::not_found);
}

TEST_F(Disputing, IsNotCorrectedWhileWhatIsDisputedStands) {
  const Id about = id_of(dispute(*store, word(id_of(pledge.claim)), Instant{5}, today));
  EXPECT_EQ(refusal([&] { answer(*store, answered(about, Ruling::corrected), Instant{7}, today); }), ErrorCode::usage);
  review(*store, {id_of(pledge.claim), Verdict::partly_kept, "half of it", {}, "Ann"}, Instant{6}, today);
  EXPECT_EQ(answer(*store, answered(about, Ruling::corrected), Instant{7}, today).ruling, Ruling::corrected);
}

TEST_F(Disputing, ACorrectionKeepsItsReasonAndWhatItCorrects) {
  const Reading made =
      correct(*store, {id_of(pledge.claim), {}, {{"due", "2026"}}, "she said 2026", "Ann"}, Instant{6}, today);
  EXPECT_EQ(made.reason, "she said 2026");
  EXPECT_EQ(made.corrects, id_of(pledge.reading));
  EXPECT_EQ(store->reading(id_of(made))->reason, "she said 2026");
}

}  // namespace
}  // namespace avow
