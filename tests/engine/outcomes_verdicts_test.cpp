#include "engine/outcomes_verdicts.hpp"

#include <gmock/gmock.h>

#include "engine/outcomes.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// A pledge of each member of the pact (at least 2 percent by 2024), two vintages, and a checker that counts.
class OutcomesVerdicts : public EngineTest {
 protected:
  OutcomesVerdicts() : checker("counter") {
    checker.on_check = [](const CheckRequest& request, CheckHost& host) { return count(request, host); };
    add_pledge();
    import("Arvania,2024,2.1\nBelmark,2024,2.2\n", "2024-06-17");
    import("Arvania,2024,1.9\nBelmark,2024,2.3\n", "2025-04-24");
  }

  static Judgement count(const CheckRequest& request, CheckHost& host) {
    Judgement judgement;
    std::size_t met = 0;
    for (const char* member : {"XAA", "XBB"})
      for (const ObservedValue& value : host.observations({request.target.indicator, member, {}, {}, {}})) {
        met += value.value.value >= 2;
        judgement.evidence.push_back({EvidenceKind::observation, value.id.hex(), "counted"});
      }
    judgement.verdict = met == 2 ? Verdict::kept : Verdict::partly_kept;
    judgement.reason = std::to_string(met) + " meet it";
    return judgement;
  }

  void add_pledge() {
    SmallPledge pledge = small_pledge("pact");
    pledge.reading.target.scope = Scope::each;
    add(pledge);
  }

  void import(const std::string& rows, const char* published) {
    OutcomeOptions options;
    options.indicator = "pact:share";
    options.source = "tables";
    options.published = parse_day(published);
    import_outcomes(*store, lexicon, "figures.csv", "country,period,value\n" + rows, options, "test");
  }

  std::vector<VerdictChange> compare(const char* before, const char* after) {
    VerdictComparison comparison;
    comparison.filter.clocks.today = parse_day("2026-01-01");
    comparison.before = out_by(before);
    comparison.after = out_by(after);
    std::vector<VerdictChange> changes;
    totals = compare_verdicts(*store, lexicon, {&checker}, comparison,
                              [&](const VerdictChange& change) { changes.push_back(change); });
    return changes;
  }

  static AdmitsFigure out_by(const char* day) {
    return [until = *parse_day(day)](const ObservationRow& row) { return row.observation.published <= until; };
  }

  FakePlugin checker;
  VerdictComparisonTotals totals;
};

TEST_F(OutcomesVerdicts, NamesTheMembersThatChangedSidesAndStoresNothing) {
  const auto entries = store->counts().journal_entries;
  const auto changes = compare("2024-07-01", "2025-05-01");
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].before.verdict, Verdict::kept);
  EXPECT_EQ(changes[0].after.verdict, Verdict::partly_kept);
  ASSERT_THAT(changes[0].changed_sides, SizeIs(1));
  EXPECT_EQ(changes[0].changed_sides[0].entity, "XAA");
  EXPECT_EQ(changes[0].changed_sides[0].before.value, "2.1");
  EXPECT_EQ(changes[0].changed_sides[0].after.value, "1.9");
  EXPECT_FALSE(changes[0].changed_sides[0].meets_it);
  EXPECT_EQ(store->counts().journal_entries, entries);
}

TEST_F(OutcomesVerdicts, WhatIsJudgedAlikeIsNotReported) {
  EXPECT_THAT(compare("2024-07-01", "2024-08-01"), IsEmpty());
  EXPECT_EQ(totals.judged, 1u);
}

TEST_F(OutcomesVerdicts, ACheckerThatFailsIsCounted) {
  checker.on_check = [](const CheckRequest&, CheckHost&) -> Judgement { throw Error(ErrorCode::plugin, "it broke"); };
  EXPECT_THAT(compare("2024-07-01", "2025-05-01"), IsEmpty());
  EXPECT_EQ(totals.failed, 1u);
}

}  // namespace
}  // namespace avow
