#include "engine/check.hpp"

#include <gmock/gmock.h>

#include <sstream>
#include <utility>

#include "engine/import_records.hpp"
#include "engine/outcomes.hpp"
#include "engine/review.hpp"
#include "fixture.hpp"
#include "publish/export.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A store with one pledge (at least 2 percent of GDP by 2024, said in 2020) and figures of two vintages.
class Check : public EngineTest {
 protected:
  Check() : checker("fake") {
    checker.on_check = [](const CheckRequest& request, CheckHost& host) { return newest_value_decides(request, host); };
    add_pledge();
    import("country,period,value\nArvania,2024,2.1\n", "2024-06-17");
    import("country,period,value\nArvania,2024,1.9\n", "2025-04-24");
  }

  static Judgement newest_value_decides(const CheckRequest& request, CheckHost& host) {
    Judgement judgement;
    judgement.verdict = Verdict::not_due;
    judgement.reason = "no figures";
    for (const ObservedValue& value :
         host.observations({request.target.indicator, request.target.subject, {}, {}, {}})) {
      judgement.verdict = value.value.value >= request.target.value->value ? Verdict::kept : Verdict::broken;
      judgement.reason = "compared";
      judgement.evidence.push_back({EvidenceKind::observation, value.id.hex(), "compared"});
    }
    return judgement;
  }

  /// A second pledge, word for word, of another document.
  Id add_another_pledge() {
    const Claim first = claim;
    add_pledge("https://example.org/q");
    return id_of(std::exchange(claim, first));
  }

  void add_pledge(const char* url = "https://example.org/p") {
    const SmallPledge pledge = small_pledge("XAA", url);
    claim = pledge.claim;
    add(pledge);
  }

  void import(std::string_view csv, const char* published) {
    OutcomeOptions options;
    options.indicator = "pact:share";
    options.source = "tables";
    options.published = parse_day(published);
    import_outcomes(*store, lexicon, "figures.csv", csv, options, "test");
  }

  std::vector<CheckedClaim> check(const char* today, CheckOptions options = {}) {
    std::vector<CheckedClaim> checked;
    totals = check_claims(*store, lexicon, {&checker}, options, *parse_day(today),
                          [&](const CheckedClaim& claim_checked) { checked.push_back(claim_checked); });
    return checked;
  }

  std::vector<Recorded<Assessment>> verdicts() { return store->assessments_of(id_of(claim), {}); }

  FakePlugin checker;
  Claim claim;
  CheckTotals totals;
};

TEST_F(Check, JudgesWithTheVintageThatWasOutOnTheDay) {
  EXPECT_EQ(check("2024-07-01")[0].assessment.verdict, Verdict::kept);
  EXPECT_EQ(check("2025-05-01")[0].assessment.verdict, Verdict::broken);
  ASSERT_THAT(verdicts(), SizeIs(2));
  EXPECT_EQ(verdicts()[0].value.vintage, "2024-06-17");
  EXPECT_EQ(verdicts()[1].value.vintage, "2025-04-24");
}

TEST_F(Check, ACheckerMayAskWhatWasOutOnAnEarlierDay) {
  std::vector<double> seen;
  checker.on_check = [&](const CheckRequest& request, CheckHost& host) {
    for (const char* day : {"2024-06-16", "2024-06-17", "2025-04-23", "2025-04-24", "2030-01-01"}) {
      double value = 0;
      for (const ObservedValue& figure :
           host.observations({request.target.indicator, request.target.subject, {}, {}, *Date::parse(day)}))
        value = figure.value.value;
      seen.push_back(value);
    }
    return newest_value_decides(request, host);
  };
  check("2025-05-01");
  EXPECT_THAT(seen, testing::ElementsAre(0, 2.1, 2.1, 1.9, 1.9));
  seen.clear();
  check("2024-07-01");
  EXPECT_THAT(seen, testing::ElementsAre(0, 2.1, 2.1, 2.1, 2.1));
}

TEST_F(Check, TheCheckerIsToldTheNameOfTheSubject) {
  checker.on_check = [](const CheckRequest& request, CheckHost&) {
    Judgement judgement;
    judgement.reason = request.subject_name;
    return judgement;
  };
  const auto checked = check("2024-07-01");
  ASSERT_THAT(checked, SizeIs(1));
  EXPECT_EQ(checked[0].assessment.reason, "Arvania");
  EXPECT_TRUE(replay(*store, {&checker}, verdicts().front().id).same);
}

TEST_F(Check, ARunWithoutNewsAddsNothing) {
  check("2024-07-01");
  const auto entries = store->counts().journal_entries;
  EXPECT_THAT(check("2024-08-01"), IsEmpty());
  EXPECT_EQ(totals.passed_over, 1u);
  CheckOptions all;
  all.all = true;
  EXPECT_FALSE(check("2024-08-01", all)[0].changed);
  EXPECT_EQ(totals.unchanged, 1u);
  EXPECT_EQ(store->counts().journal_entries, entries);
}

TEST_F(Check, BeforeTheDocumentWasPublishedThereIsNothingToJudge) {
  EXPECT_THAT(check("2019-12-31"), IsEmpty());
}

TEST_F(Check, ADryRunStoresNothing) {
  CheckOptions options;
  options.dry_run = true;
  EXPECT_THAT(check("2024-07-01", options), SizeIs(1));
  EXPECT_THAT(verdicts(), IsEmpty());
}

TEST_F(Check, LookingBackInJournalTimeStoresNothing) {
  CheckOptions options;
  options.filter.clocks.as_of_entry = 2;  // the vocabulary and the pledge, no figures yet
  const auto checked = check("2026-01-01", options);
  ASSERT_THAT(checked, SizeIs(1));
  EXPECT_EQ(checked[0].assessment.reason, "no figures");
  EXPECT_THAT(verdicts(), IsEmpty());
}

TEST_F(Check, AFailingCheckerIsReportedAndStoresNoVerdict) {
  checker.on_check = [](const CheckRequest&, CheckHost&) -> Judgement { throw Error(ErrorCode::plugin, "it broke"); };
  const auto checked = check("2024-07-01");
  ASSERT_THAT(checked, SizeIs(1));
  EXPECT_EQ(checked[0].failure, "it broke");
  EXPECT_EQ(totals.failed, 1u);
  EXPECT_THAT(verdicts(), IsEmpty());
}

TEST_F(Check, ACheckerThatFailsWhenAskedDoesNotEndTheRun) {
  add_another_pledge();
  FakePlugin broken("broken");
  broken.on_check = checker.on_check;
  broken.on_can_judge = [](const CheckRequest&) -> bool { throw Error(ErrorCode::plugin, "it broke"); };
  std::vector<std::string> failures;
  const auto report = [&](const CheckedClaim& checked) {
    if (!checked.failure.empty()) failures.push_back(checked.failure);
  };
  totals = check_claims(*store, lexicon, {&broken, &checker}, {}, *parse_day("2024-07-01"), report);
  EXPECT_EQ(totals.failed, 2u);
  EXPECT_EQ(totals.changed, 2u);
  EXPECT_EQ(totals.no_checker, 0u);
  EXPECT_THAT(failures, testing::ElementsAre("it broke", "it broke"));
  EXPECT_THAT(verdicts(), SizeIs(1));
  const auto recorded = store->analyses_of(store->readings_of(id_of(claim), {})[0].id, {});
  ASSERT_THAT(recorded, SizeIs(1));
  EXPECT_EQ(recorded[0].value.failure, "it broke");
}

TEST_F(Check, EvidenceGivenForAnotherClaimIsRefused) {
  add_another_pledge();
  std::string given;
  checker.on_check = [&](const CheckRequest& request, CheckHost& host) {
    Judgement judgement;
    judgement.reason = "seen";
    if (given.empty())
      given = host.observations({request.target.indicator, request.target.subject, {}, {}, {}})[0].id.hex();
    judgement.evidence = {{EvidenceKind::observation, given, ""}};
    return judgement;
  };
  const auto checked = check("2024-07-01");
  ASSERT_THAT(checked, SizeIs(2));
  EXPECT_EQ(checked[0].failure, "");
  EXPECT_THAT(checked[1].failure, HasSubstr("which it was not given"));
}

TEST_F(Check, AStopKeepsWhatWasJudged) {
  add_another_pledge();
  CheckOptions options;
  int asked = 0;
  options.stop = [&] { return ++asked > 1; };
  std::vector<Id> reported;
  try {
    check_claims(*store, lexicon, {&checker}, options, *parse_day("2024-07-01"),
                 [&](const CheckedClaim& checked) { reported.push_back(checked.claim); });
    FAIL() << "not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::interrupted);
  }
  EXPECT_THAT(reported, SizeIs(1));
  EXPECT_EQ(store->counts().assessments, 1u);
}

TEST_F(Check, NobodyWritesBetweenWhatAVerdictRestsOnAndTheVerdict) {
  OpenOptions other;
  other.mode = OpenMode::read_write;
  other.wait = std::chrono::milliseconds(1);
  const auto second = open_store(folder.path() / "a.db", other);
  bool locked = false;
  checker.on_check = [&](const CheckRequest& request, CheckHost& host) {
    try {
      second->begin();
    } catch (const Error& error) {
      locked = error.code() == ErrorCode::store_locked;
    }
    return newest_value_decides(request, host);
  };
  check("2024-07-01");
  EXPECT_TRUE(locked);
  EXPECT_NO_THROW(second->begin());
  locked = false;
  CheckOptions options;
  options.dry_run = true;
  check("2025-05-01", options);
  EXPECT_FALSE(locked);
}

TEST_F(Check, ARetractedVerdictIsNotWhatStoodBefore) {
  check("2024-07-01");
  retract(*store, RecordKind::assessment, verdicts()[0].id, "Ann", "wrong table", Instant{1});
  const auto later = check("2024-08-01");
  ASSERT_THAT(later, SizeIs(1));
  EXPECT_TRUE(later[0].changed);
  EXPECT_THAT(verdicts(), SizeIs(2));
}

TEST_F(Check, TheVerySameVerdictIsNotStoredAgainOnceRetracted) {
  check("2024-07-01");
  retract(*store, RecordKind::assessment, verdicts()[0].id, "Ann", "wrong table", Instant{1});
  const auto again = check("2024-07-01");
  ASSERT_THAT(again, SizeIs(1));
  EXPECT_FALSE(again[0].changed);
  EXPECT_TRUE(again[0].retracted);
  EXPECT_THAT(again[0].failure, HasSubstr("was retracted"));
  EXPECT_EQ(totals.retracted, 1u);
  EXPECT_EQ(totals.unchanged + totals.changed + totals.failed, 0u);
  EXPECT_THAT(verdicts(), SizeIs(1));
}

TEST_F(Check, EvidenceThatTheCheckerWasNotGivenIsRefused) {
  checker.on_check = [](const CheckRequest&, CheckHost&) {
    Judgement judgement;
    judgement.reason = "trust me";
    judgement.evidence = {{EvidenceKind::observation, std::string(32, 'a'), ""}};
    return judgement;
  };
  EXPECT_THAT(check("2024-07-01")[0].failure, HasSubstr("which it was not given"));
}

TEST_F(Check, AVerdictReplaysToTheSameBytes) {
  check("2024-07-01");
  check("2025-05-01");
  for (const auto& recorded : verdicts()) {
    const ReplayResult result = replay(*store, {&checker}, recorded.id);
    EXPECT_TRUE(result.same) << result.reason << "\n" << result.recorded << "\n" << result.replayed;
  }
}

TEST_F(Check, AVerdictReplaysInAStoreThatGotAllInOneImport) {
  check("2024-07-01");
  import("country,period,value\nArvania,2024,1.7\n", "2024-06-30");  // recorded later, though published before
  std::stringstream lines;
  export_ndjson(*store, [&](std::string_view line) { lines << line; });
  const auto other = open("b.db");
  import_records(
      *other, "export.ndjson", [&](std::string& line) { return !!std::getline(lines, line); }, "test");
  const ReplayResult result = replay(*other, {&checker}, verdicts()[0].id);
  EXPECT_TRUE(result.same) << result.reason << "\n" << result.recorded << "\n" << result.replayed;
}

TEST_F(Check, AnotherRevisionOfTheCheckerCannotReplayAndSaysSo) {
  check("2024-07-01");
  checker.set_revision(2);
  const ReplayResult result = replay(*store, {&checker}, verdicts()[0].id);
  EXPECT_FALSE(result.same);
  EXPECT_THAT(result.reason, HasSubstr("revision 2"));
}

TEST_F(Check, APersonsVerdictStandsOverTheCheckers) {
  review(*store, {id_of(claim), Verdict::thwarted, "a flood came", {"https://example.org/flood"}, "Ann"}, Instant{1},
         *parse_day("2024-07-02"));
  check("2025-05-01");
  std::optional<Verdict> standing;
  store->claims({}, [&](const ClaimRow& row) {
    standing = row.assessment->verdict;
    return true;
  });
  EXPECT_EQ(standing, Verdict::thwarted);
  EXPECT_THAT(verdicts(), SizeIs(2));
}

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::usage);
    return error.what();
  }
  return "accepted";
}

TEST_F(Check, AReviewNeedsReasonPersonAndAFittingVerdict) {
  const auto with = [&](Verdict verdict, const char* because, const char* by) {
    return refusal([&] {
      review(*store, {id_of(claim), verdict, because, {}, by}, Instant{1}, *parse_day("2024-07-02"));
    });
  };
  EXPECT_THAT(with(Verdict::kept, "", "Ann"), HasSubstr("reason"));
  EXPECT_THAT(with(Verdict::kept, "so", ""), HasSubstr("who"));
  EXPECT_THAT(with(Verdict::supported, "so", "Ann"), HasSubstr("does not fit a pledge"));
  EXPECT_EQ(with(Verdict::kept, "so", "Ann"), "accepted");
}

TEST_F(Check, ARetractedClaimLeavesTheViewsAndStaysInTheStore) {
  retract(*store, RecordKind::claim, id_of(claim), "Ann", "misquoted", Instant{1});
  EXPECT_THAT(check("2024-07-01"), IsEmpty());
  EXPECT_TRUE(store->claim(id_of(claim)));
  EXPECT_THAT(refusal([&] { retract(*store, RecordKind::claim, id_of(claim), "Ann", "again", Instant{2}); }),
              HasSubstr("retracted already"));
}

TEST_F(Check, WhatWasRetractedByMistakeCanBeRetractedAgain) {
  const Retraction mistake = retract(*store, RecordKind::claim, id_of(claim), "Ann", "misquoted", Instant{1});
  retract(*store, RecordKind::retraction, id_of(mistake), "Ann", "it was right", Instant{2});
  EXPECT_THAT(check("2024-07-01"), SizeIs(1));
  retract(*store, RecordKind::claim, id_of(claim), "Ann", "misquoted after all", Instant{3});
  EXPECT_THAT(check("2025-05-01"), IsEmpty());
}

}  // namespace
}  // namespace avow
