// The checker "statement" on amounts: rounding as people round.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "series/fake_host.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

class Rounding : public testing::Test {
 protected:
  Rounding() { plugin_ = load_plugin(build_folder() / "plugins/statement"); }

  static CheckRequest said(Relation relation, double value, double step, Hedge hedge = Hedge::none,
                           const std::string& unit = "percent") {
    CheckRequest request;
    request.quote = "Harbourland is there.";
    request.said = Date::parse("2015-03-10").value();
    request.kind = Kind::statistic;
    request.today = parse_day("2018-01-01").value();
    request.target.subject = "LND";
    request.target.indicator = "own:measure";
    request.target.relation = relation;
    request.target.value = Decimal{value, step};
    request.target.hedge = hedge;
    request.target.unit = unit;
    request.target.due = Date::parse("2014").value();
    return request;
  }
  Judgement judged(const CheckRequest& request, double value, double year_before) {
    FakeHost host(request.today);
    const std::string unit = request.target.unit == "percentage points" ? "percent" : request.target.unit;
    host.give({"LND", "2013", year_before, Status::actual, "2014-06-01", unit});
    host.give({"LND", "2014", value, Status::actual, "2015-02-01", unit});
    return plugin_->check(request, host);
  }
  /// The verdict when the figure is `value`.
  std::string at(const CheckRequest& request, double value, double year_before = 1) {
    return std::string(verdicts.name(judged(request, value, year_before).verdict));
  }
  void expect_band(const CheckRequest& request, double low, double high) {
    const double room = (high - low) / 1000;
    EXPECT_EQ(at(request, low + room), "supported") << low;
    EXPECT_EQ(at(request, high - room), "supported") << high;
    EXPECT_EQ(at(request, low - room), "refuted") << low;
    EXPECT_EQ(at(request, high + room), "refuted") << high;
  }

  std::unique_ptr<Plugin> plugin_;
};

TEST_F(Rounding, TakesAnExactNumberToTheStepSaid) {
  expect_band(said(Relation::equal, 5.2, 0.1), 5.15, 5.25);
  expect_band(said(Relation::equal, 7, 1), 6.5, 7.5);
  expect_band(said(Relation::equal, 2e6, 1e6, Hedge::none, "people"), 1.5e6, 2.5e6);
  expect_band(said(Relation::equal, 2e6, 1e5, Hedge::none, "people"), 1.95e6, 2.05e6);
}

TEST_F(Rounding, TakesNoughtsThatWereNotSpeltOutForRounded) {
  expect_band(said(Relation::equal, 300e6, 1e6, Hedge::none, "people"), 292.5e6, 307.5e6);
  expect_band(said(Relation::equal, 120'000, 1, Hedge::none, "people"), 117'000, 123'000);
  expect_band(said(Relation::equal, 1'316'000, 1, Hedge::none, "people"), 1'315'500, 1'316'500);
  expect_band(said(Relation::equal, 50.0, 0.1), 49.95, 50.05);
}

TEST_F(Rounding, TakesAboutForFiveToTenPercent) {
  expect_band(said(Relation::equal, 5.2, 0.1, Hedge::about), 4.94, 5.46);
  expect_band(said(Relation::equal, 20, 1, Hedge::about), 18, 22);
  expect_band(said(Relation::equal, 300e6, 1e6, Hedge::about, "people"), 270e6, 330e6);
  expect_band(said(Relation::equal, 2e6, 1e6, Hedge::about, "people"), 1.5e6, 2.5e6);
}

TEST_F(Rounding, TakesNearlyForBelowButClose) {
  expect_band(said(Relation::equal, 2e6, 1e6, Hedge::nearly, "people"), 1.5e6, 2.02e6);
  expect_band(said(Relation::equal, 50, 1, Hedge::nearly), 45, 50.5);
  expect_band(said(Relation::rise_to, 20, 1, Hedge::nearly), 18, 20.2);
}

TEST_F(Rounding, TakesMoreThanAndAtLeastAsTheyAreSaid) {
  for (const Hedge hedge : {Hedge::none, Hedge::over}) {
    EXPECT_EQ(at(said(Relation::at_least, 2, 1, hedge), 2), "supported");
    EXPECT_EQ(at(said(Relation::at_least, 2, 1, hedge), 1.99), "refuted");
  }
  EXPECT_EQ(at(said(Relation::at_most, 2, 1, Hedge::under), 2.01), "refuted");
  EXPECT_EQ(at(said(Relation::rise_to, 2, 1, Hedge::over), 2.9), "supported");
  const auto far = judged(said(Relation::at_least, 2, 1, Hedge::over), 3.1, 1);
  EXPECT_EQ(far.verdict, Verdict::supported);
  EXPECT_NE(far.reason.find("far beyond it"), std::string::npos);
}

TEST_F(Rounding, TakesBothEndsOfARangeToTheStepSaid) {
  CheckRequest request = said(Relation::between, 5, 1);
  request.target.upper = Decimal{6, 1};
  expect_band(request, 4.5, 6.5);
}

TEST_F(Rounding, TakesWhatItRoseToForWhatItIs) {
  EXPECT_EQ(at(said(Relation::rise_to, 5, 1), 5.4, 4), "supported");
  EXPECT_EQ(at(said(Relation::rise_to, 5, 1), 8, 4), "refuted");
  EXPECT_EQ(at(said(Relation::fall_to, 5, 1), 5.4, 6), "supported");
}

TEST_F(Rounding, IsMixedWhereTheAmountIsRightAndTheWayIsNot) {
  const auto judgement = judged(said(Relation::rise_to, 5, 1), 5.4, 6);
  EXPECT_EQ(judgement.verdict, Verdict::mixed);
  EXPECT_NE(judgement.reason.find("though it came there from 6 percent in 2013"), std::string::npos);
}

TEST_F(Rounding, MeasuresAChangeByWhatWasSaid) {
  EXPECT_EQ(at(said(Relation::rise_by, 10, 1), 4.4, 4), "supported");
  EXPECT_EQ(at(said(Relation::rise_by, 10, 1), 4.5, 4), "refuted");
  EXPECT_EQ(at(said(Relation::rise_by, 10, 1, Hedge::over), 4.5, 4), "supported");
  EXPECT_EQ(at(said(Relation::fall_by, 2, 1, Hedge::none, "percentage points"), 4.2, 6), "supported");
  EXPECT_EQ(at(said(Relation::fall_by, 2, 1, Hedge::none, "percentage points"), 3.2, 6), "refuted");
}

TEST_F(Rounding, TakesDoubledAndHalvedForAboutThat) {
  EXPECT_EQ(at(said(Relation::rise_by, 100, 0), 7.7, 4), "supported");
  EXPECT_EQ(at(said(Relation::rise_by, 100, 0), 7, 4), "refuted");
  EXPECT_EQ(at(said(Relation::fall_by, 50, 0), 2.1, 4), "supported");
  EXPECT_EQ(at(said(Relation::fall_by, 50, 0), 3, 4), "refuted");
}

TEST_F(Rounding, AsksOfARecordThatNoEarlierPeriodWasHigher) {
  EXPECT_EQ(at(said(Relation::record_high, 0, 0), 5, 4), "supported");
  EXPECT_EQ(at(said(Relation::record_high, 0, 0), 3, 4), "refuted");
  EXPECT_EQ(at(said(Relation::record_low, 0, 0), 3, 4), "supported");
}

}  // namespace
}  // namespace avow
