// Verdicts on figures that nobody published: they name the observations that were put together, and are made again.

#include <gmock/gmock.h>

#include "engine/check.hpp"
#include "engine/outcomes.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A pledge of the pact as a whole in an indicator whose members' figures add up, and a checker that takes what it is
/// given.
class CheckWorkedOut : public EngineTest {
 protected:
  CheckWorkedOut() : checker_("fake") {
    const Indicator emissions{"gcp:co2", "Emissions", "emissions", "t CO2", "", "", 1, {}};
    Vocabulary more;
    more.indicators.push_back(emissions);
    add_vocabulary(*store, more, "test", "one more");
    Vocabulary all = small_vocabulary();
    all.indicators.push_back(emissions);
    lexicon = Lexicon(all);
    checker_.on_check = [](const CheckRequest& request, CheckHost& host) {
      Judgement judgement;
      judgement.verdict = Verdict::undecidable;
      judgement.reason = "no figures";
      for (const ObservedValue& value :
           host.observations({request.target.indicator, request.target.subject, {}, {}, {}})) {
        judgement.verdict = Verdict::kept;
        judgement.reason = "stood at " + std::to_string(static_cast<int>(value.value.value));
        judgement.evidence.push_back({EvidenceKind::observation, value.id.hex(), "the due period"});
      }
      return judgement;
    };
  }

  void pledge(Scope scope) {
    SmallPledge pledge = small_pledge("pact");
    pledge.reading.target.indicator = "gcp:co2";
    pledge.reading.target.scope = scope;
    add(pledge);
    claim_ = id_of(pledge.claim);
  }
  void import(std::string_view csv, const char* published) {
    OutcomeOptions options;
    options.indicator = "gcp:co2";
    options.source = "tables";
    options.published = parse_day(published);
    import_outcomes(*store, lexicon, "figures.csv", csv, options, "test");
  }
  Assessment checked(const char* today) {
    check_claims(*store, lexicon, {&checker_}, {}, *parse_day(today), [](const CheckedClaim&) {});
    return store->assessments_of(claim_, {}).back().value;
  }

  FakePlugin checker_;
  Id claim_;
};

TEST_F(CheckWorkedOut, AddsUpTheMembersForAPledgeOfTheGroupAsAWhole) {
  pledge(Scope::total);
  import("country,period,value\nArvania,2024,30\nBelmark,2024,12\n", "2025-03-01");
  const Assessment verdict = checked("2025-06-01");
  EXPECT_EQ(verdict.verdict, Verdict::kept);
  EXPECT_EQ(verdict.reason, "stood at 42");
  ASSERT_THAT(verdict.evidence, SizeIs(2));
  EXPECT_THAT(verdict.evidence[0].note, HasSubstr("XAA of 2024: 30 t CO2; part of the sum of all 2 members"));
  EXPECT_EQ(verdict.vintage, "2025-03-01");
  ASSERT_THAT(verdict.figures, SizeIs(1));
  EXPECT_EQ(verdict.figures[0].first, "worked out for 2024");
  EXPECT_TRUE(replay(*store, {&checker_}, store->assessments_of(claim_, {}).back().id).same);
}

TEST_F(CheckWorkedOut, MakesNothingWhileAMemberLacksItsFigureAndJudgesAnewWhenItComes) {
  pledge(Scope::total);
  import("country,period,value\nArvania,2024,30\n", "2025-03-01");
  EXPECT_EQ(checked("2025-06-01").verdict, Verdict::undecidable);
  import("country,period,value\nBelmark,2024,12\n", "2025-07-01");
  EXPECT_EQ(checked("2025-08-01").verdict, Verdict::kept);
}

TEST_F(CheckWorkedOut, GivesWayToAnyFigureOfTheGroupItself) {
  pledge(Scope::total);
  import("country,period,value\nArvania,2024,30\nBelmark,2024,12\npact,2023,50\n", "2025-03-01");
  EXPECT_EQ(checked("2025-06-01").reason, "stood at 50");
}

TEST_F(CheckWorkedOut, MakesNothingOfNumbersTooLargeToAddUp) {
  pledge(Scope::total);
  const std::string most = "17" + std::string(307, '0');
  import("country,period,value\nArvania,2024," + most + "\nBelmark,2024," + most + "\n", "2025-03-01");
  EXPECT_EQ(checked("2025-06-01").reason, "no figures");
}

TEST_F(CheckWorkedOut, LeavesTheMembersAloneWhereEachIsMeant) {
  pledge(Scope::each);
  import("country,period,value\nArvania,2024,30\nBelmark,2024,12\n", "2025-03-01");
  EXPECT_EQ(checked("2025-06-01").verdict, Verdict::undecidable);
}

}  // namespace
}  // namespace avow
