// The checker "series", loaded as the program loads it and asked through the ABI.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "series/fake_host.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Series : public testing::Test {
 protected:
  Series() { plugin_ = load_plugin(build_folder() / "plugins/series"); }

  /// A promise about "LND" of 2015-03-10, to be judged on `today`.
  static CheckRequest promise(Relation relation, std::optional<double> value, const std::string& due,
                              const std::string& today) {
    CheckRequest request;
    request.quote = "Harbourland will get there.";
    request.said = Date::parse("2015-03-10").value();
    request.kind = Kind::pledge;
    request.today = parse_day(today).value();
    request.target.subject = "LND";
    request.target.indicator = "own:measure";
    request.target.relation = relation;
    if (value) request.target.value = Decimal{*value, 1};
    request.target.unit = "percent of GDP";
    request.target.due = Date::parse(due).value_or(Date{});
    request.subject_name = "Harbourland";
    return request;
  }
  /// Judged with one value a year from 2014 on.
  Judgement judged(const CheckRequest& request, const std::vector<double>& values) {
    FakeHost host(request.today);
    host.give_years("LND", 2014, values);
    return plugin_->check(request, host);
  }
  static std::string figure(const Judgement& judgement, std::string_view name) {
    for (const auto& [known, value] : judgement.figures)
      if (known == name) return value;
    return "none";
  }
  static std::string verdict(const Judgement& judgement) { return std::string(verdicts.name(judgement.verdict)); }

  std::unique_ptr<Plugin> plugin_;
};

TEST_F(Series, JudgesOnlyWhatHasSubjectMeasureRelationAndAmount) {
  CheckRequest request = promise(Relation::at_least, 2, "2020", "2021-06-01");
  EXPECT_TRUE(plugin_->can_judge(request));
  EXPECT_TRUE(plugin_->can_judge(promise(Relation::rise, std::nullopt, "", "2021-06-01")));
  EXPECT_FALSE(plugin_->can_judge(promise(Relation::at_least, std::nullopt, "2020", "2021-06-01")));
  EXPECT_FALSE(plugin_->can_judge(promise(Relation::none, 2, "2020", "2021-06-01")));
  EXPECT_FALSE(plugin_->can_judge(promise(Relation::between, 2, "2020", "2021-06-01")));
  for (const Kind kind : {Kind::stance, Kind::statistic, Kind::fact}) {
    request.kind = kind;
    EXPECT_FALSE(plugin_->can_judge(request));
  }
  request = promise(Relation::at_least, 2, "2020", "2021-06-01");
  request.target.indicator.clear();
  EXPECT_FALSE(plugin_->can_judge(request));
}

TEST_F(Series, CallsTheSubjectByItsName) {
  const auto kept = judged(promise(Relation::at_least, 2, "2017", "2018-06-01"), {1, 1.2, 1.4, 2});
  EXPECT_THAT(kept.reason, StartsWith("Harbourland stood at 2 percent of GDP in 2017"));
  ASSERT_FALSE(kept.evidence.empty());
  for (const Evidence& evidence : kept.evidence) EXPECT_THAT(evidence.note, StartsWith("Harbourland, "));
}

TEST_F(Series, CallsASubjectWithoutANameByItsCode) {
  CheckRequest request = promise(Relation::at_least, 2, "2017", "2018-06-01");
  request.subject_name.clear();
  EXPECT_THAT(judged(request, {1, 1.2, 1.4, 2}).reason, StartsWith("LND stood at"));
}

TEST_F(Series, KeepsAPromiseByTheDuePeriodAlone) {
  const auto kept = judged(promise(Relation::at_least, 2, "2017", "2018-06-01"), {1, 1.2, 1.4, 2});
  EXPECT_EQ(verdict(kept), "kept");
  EXPECT_FALSE(kept.provisional);
  EXPECT_EQ(figure(kept, "period"), "2017");
  EXPECT_EQ(figure(kept, "value"), "2 percent of GDP");
  const auto broken = judged(promise(Relation::at_least, 2, "2017", "2018-06-01"), {1, 2.2, 2.4, 1.9});
  EXPECT_EQ(verdict(broken), "broken");
  EXPECT_EQ(figure(broken, "gap"), "0.1 percentage points");
}

TEST_F(Series, DoesNotRoundAPublishedValueUpToTheTarget) {
  EXPECT_EQ(verdict(judged(promise(Relation::at_least, 2, "2015", "2016-06-01"), {1, 1.96})), "broken");
  EXPECT_EQ(verdict(judged(promise(Relation::at_least, 2, "2015", "2016-06-01"), {1, 2.0})), "kept");
}

TEST_F(Series, HoldsEveryRelationAgainstTheDuePeriod) {
  const auto ends = [&](Relation relation, std::optional<double> value, double last) {
    return verdict(judged(promise(relation, value, "2016", "2017-06-01"), {4, 4.5, last}));
  };
  EXPECT_EQ(ends(Relation::at_most, 3, 3), "kept");
  EXPECT_EQ(ends(Relation::at_most, 3, 3.01), "broken");
  EXPECT_EQ(ends(Relation::equal, 3, 3.5), "kept");
  EXPECT_EQ(ends(Relation::equal, 3, 3.6), "broken");
  EXPECT_EQ(ends(Relation::rise_to, 5, 5.2), "kept");
  EXPECT_EQ(ends(Relation::fall_to, 3, 3.2), "broken");
  EXPECT_EQ(ends(Relation::rise, std::nullopt, 4.1), "kept");
  EXPECT_EQ(ends(Relation::rise, std::nullopt, 4), "broken");
  EXPECT_EQ(ends(Relation::fall, std::nullopt, 3.9), "kept");
  EXPECT_EQ(ends(Relation::fall, std::nullopt, 4.2), "broken");
  EXPECT_EQ(ends(Relation::record_high, std::nullopt, 4.6), "kept");
  EXPECT_EQ(ends(Relation::record_high, std::nullopt, 4.5), "broken");
  EXPECT_EQ(ends(Relation::record_low, std::nullopt, 3.9), "kept");
}

TEST_F(Series, TakesBothEndsOfARange) {
  CheckRequest request = promise(Relation::between, 2, "2015", "2016-06-01");
  request.target.upper = Decimal{3, 1};
  EXPECT_EQ(verdict(judged(request, {1, 2})), "kept");
  EXPECT_EQ(verdict(judged(request, {1, 3})), "kept");
  EXPECT_EQ(verdict(judged(request, {1, 3.1})), "broken");
}

TEST_F(Series, TellsPercentOfTheBaselineFromPercentagePoints) {
  CheckRequest request = promise(Relation::rise_by, 10, "2016", "2017-06-01");
  request.target.unit = "percent";
  EXPECT_EQ(verdict(judged(request, {20, 21, 22})), "kept");
  EXPECT_EQ(verdict(judged(request, {20, 21, 21.9})), "broken");
  request.target.unit = "percentage points";
  EXPECT_EQ(verdict(judged(request, {20, 21, 22})), "broken");
  EXPECT_EQ(verdict(judged(request, {20, 21, 30})), "kept");
  request.target.relation = Relation::fall_by;
  EXPECT_EQ(verdict(judged(request, {20, 21, 10})), "kept");
}

TEST_F(Series, CountsAChangeFromTheBaselineThatWasSaid) {
  CheckRequest request = promise(Relation::fall_by, 40, "2017", "2018-06-01");
  request.target.unit = "percent";
  request.target.baseline = Date::parse("2015").value();
  const auto judgement = judged(request, {100, 200, 150, 120});
  EXPECT_EQ(verdict(judgement), "kept");
  EXPECT_EQ(figure(judgement, "baseline"), "200 percent of GDP");
  request.target.baseline = Date::parse("1990").value();
  EXPECT_EQ(verdict(judged(request, {100, 200, 150, 120})), "undecidable");
}

TEST_F(Series, LetsAnEstimateDecideOnlyProvisionally) {
  const CheckRequest request = promise(Relation::at_least, 2, "2015", "2016-06-01");
  FakeHost host(request.today);
  host.give({"LND", "2015", 2.3, Status::estimate});
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(verdict(judgement), "kept");
  EXPECT_TRUE(judgement.provisional);
  EXPECT_THAT(judgement.reason, HasSubstr("estimate"));
}

TEST_F(Series, WaitsForTheFiguresOfTheDuePeriod) {
  const auto judgement = judged(promise(Relation::at_least, 2, "2017", "2018-02-01"), {1, 2.5, 2.5});
  EXPECT_EQ(verdict(judgement), "undecidable");
  EXPECT_THAT(judgement.reason, HasSubstr("no figure for it had been published by 2018-02-01"));
  EXPECT_THAT(judgement.reason, HasSubstr("2016"));
}

TEST_F(Series, IsNotDueWhileNoPeriodHasBegunSinceItWasSaid) {
  const auto judgement = judged(promise(Relation::at_least, 5, "2025", "2015-12-01"), {1.5, 2});
  EXPECT_EQ(verdict(judgement), "not_due");
  EXPECT_EQ(figure(judgement, "period"), "2015");
  EXPECT_EQ(figure(judgement, "needed a year"), "0.3 percentage points");
  EXPECT_EQ(verdict(judged(promise(Relation::at_least, 5, "2025", "2015-12-01"), {})), "not_due");
}

TEST_F(Series, FollowsTheStraightPathToTheDueDate) {
  const auto on = judged(promise(Relation::at_least, 2, "2024", "2019-06-01"), {1, 1, 1.1, 1.2, 1.4});
  EXPECT_EQ(verdict(on), "on_track");
  EXPECT_EQ(figure(on, "path"), "1.4 percent of GDP");
  const auto off = judged(promise(Relation::at_least, 2, "2024", "2019-06-01"), {1, 1, 1.1, 1.2, 1.39});
  EXPECT_EQ(verdict(off), "off_track");
  EXPECT_EQ(figure(off, "needed a year"), "0.1017 percentage points");
}

TEST_F(Series, FollowsAPathDownwardsToo) {
  EXPECT_EQ(verdict(judged(promise(Relation::fall_to, 0, "2024", "2019-06-01"), {10, 9, 8, 7, 6})), "on_track");
  EXPECT_EQ(verdict(judged(promise(Relation::fall_to, 0, "2024", "2019-06-01"), {10, 9, 8, 7, 6.5})), "off_track");
}

TEST_F(Series, IsStalledWhenThreePeriodsBroughtItNoNearer) {
  const auto judgement = judged(promise(Relation::at_least, 2, "2024", "2019-06-01"), {1, 1.2, 1.1, 1.1, 1});
  EXPECT_EQ(verdict(judgement), "stalled");
  EXPECT_THAT(judgement.reason, HasSubstr("no nearer than in 2014"));
  EXPECT_EQ(verdict(judged(promise(Relation::at_least, 2, "2024", "2018-06-01"), {1, 1, 1, 1.01})), "off_track");
}

TEST_F(Series, KeepsAPromiseWithoutADateOpen) {
  EXPECT_EQ(verdict(judged(promise(Relation::rise, std::nullopt, "", "2018-06-01"), {1, 1, 1.2})), "on_track");
  EXPECT_EQ(verdict(judged(promise(Relation::rise, std::nullopt, "", "2018-06-01"), {1, 1, 0.9})), "off_track");
  EXPECT_EQ(verdict(judged(promise(Relation::at_least, 2, "", "2018-06-01"), {1, 1, 1.2})), "on_track");
}

TEST_F(Series, JudgesWhatWasRuledOut) {
  CheckRequest request = promise(Relation::rise, std::nullopt, "2017", "2017-06-01");
  request.negated = true;
  EXPECT_EQ(verdict(judged(request, {3, 3, 2.9})), "kept_so_far");
  EXPECT_EQ(verdict(judged(request, {3, 3, 3.1})), "broken");
  EXPECT_EQ(verdict(judged(request, {3, 3.1})), "not_due");
  request.today = parse_day("2018-06-01").value();
  EXPECT_EQ(verdict(judged(request, {3, 3, 2.9, 3})), "kept");
  EXPECT_EQ(verdict(judged(request, {3, 3, 3.1, 2})), "broken");
  EXPECT_EQ(verdict(judged(request, {3, 3, 2.9})), "undecidable");
}

TEST_F(Series, ComparesAmountsAcrossScalesOfOneUnit) {
  CheckRequest request = promise(Relation::at_least, 1.5e9, "2015", "2016-06-01");
  request.target.unit = "USD";
  FakeHost host(request.today);
  host.give({"LND", "2015", 1600, Status::actual, "2016-01-01", "million USD"});
  EXPECT_EQ(verdict(plugin_->check(request, host)), "kept");
  request.target.unit = "EUR";
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(verdict(judgement), "undecidable");
  EXPECT_THAT(judgement.reason, HasSubstr("million USD"));
}

TEST_F(Series, ReadsTonnesInMillions) {
  CheckRequest request = promise(Relation::at_most, 600e6, "2015", "2016-06-01");
  request.target.unit = "t CO2";
  for (const std::string unit : {"Mt CO2", "million tonnes", "Mt"}) {
    FakeHost host(request.today);
    host.give({"LND", "2015", 590, Status::actual, "2016-01-01", unit});
    EXPECT_EQ(verdict(plugin_->check(request, host)), "kept") << unit;
  }
}

TEST_F(Series, TakesTheQuarterOrMonthThatHoldsTheDueDay) {
  const CheckRequest request = promise(Relation::at_least, 2, "2015-06-30", "2016-06-01");
  FakeHost host(request.today);
  host.give({"LND", "2015", 1});
  host.give({"LND", "2015-06", 2});
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(figure(judgement, "period"), "2015-06");
  EXPECT_EQ(verdict(judgement), "kept");
}

TEST_F(Series, NamesEveryObservationUsedAndTheNewestVintage) {
  const auto judgement = judged(promise(Relation::at_least, 2, "2017", "2018-06-01"), {1, 1.2, 1.4, 2});
  ASSERT_EQ(judgement.evidence.size(), 2u);
  EXPECT_THAT(judgement.evidence[0].note, HasSubstr("the baseline"));
  EXPECT_THAT(judgement.evidence[1].note, HasSubstr("2017: 2 percent of GDP"));
  EXPECT_EQ(figure(judgement, "newest vintage"), "2000-01-01");
}

TEST_F(Series, SaysThatAConditionIsNotJudged) {
  CheckRequest request = promise(Relation::at_least, 2, "2015", "2016-06-01");
  request.target.condition = "if the harbour reopens";
  EXPECT_THAT(judged(request, {1, 2}).reason, HasSubstr("if the harbour reopens"));
}

TEST_F(Series, CountsNoChangeFromAnUnknownDay) {
  CheckRequest request = promise(Relation::rise, std::nullopt, "2016", "2017-06-01");
  request.said = Date{};
  EXPECT_EQ(verdict(judged(request, {1, 2, 3})), "undecidable");
  request.target.baseline = Date::parse("2014").value();
  EXPECT_EQ(verdict(judged(request, {1, 2, 3})), "kept");
}

TEST_F(Series, TellsOfEachYearWhatThePathAskedForAndWhatCame) {
  const auto judgement = judged(promise(Relation::at_least, 2, "2024", "2017-06-01"), {1, 1, 1.3, 1.2});
  EXPECT_EQ(figure(judgement, "path in 2016"), "asked for 1.2 percent of GDP, came 1.3 percent of GDP");
  EXPECT_EQ(figure(judgement, "path in 2017"), "asked for 1.3 percent of GDP, came 1.2 percent of GDP");
  EXPECT_EQ(figure(judgement, "path in 2015"), "none");
}

TEST_F(Series, IsUncertainWhereRoundingDecides) {
  const auto with = [&](double value, double step) {
    CheckRequest request = promise(Relation::at_least, 2, "2016", "2017-06-01");
    FakeHost host(request.today);
    host.give({"LND", "2014", 1, Status::actual, "2000-01-01", "percent of GDP", 0.1});
    host.give({"LND", "2016", value, Status::actual, "2000-01-01", "percent of GDP", step});
    return plugin_->check(request, host);
  };
  EXPECT_EQ(verdict(with(2, 0.1)), "kept");
  EXPECT_TRUE(with(2, 0.1).provisional);
  EXPECT_THAT(with(2, 0.1).reason, HasSubstr("steps of 0.1"));
  EXPECT_FALSE(with(2.1, 0.1).provisional);
  EXPECT_FALSE(with(1.9, 0.1).provisional);
  EXPECT_TRUE(with(1.96, 0.1).provisional);
  EXPECT_FALSE(with(2, 1).provisional) << "a whole number may be a count";
}

TEST_F(Series, GivesTheSameAnswerTwice) {
  const CheckRequest request = promise(Relation::at_least, 2, "2024", "2019-06-01");
  const auto first = judged(request, {1, 1, 1.1, 1.2, 1.3});
  const auto second = judged(request, {1, 1, 1.1, 1.2, 1.3});
  EXPECT_EQ(first.reason, second.reason);
  EXPECT_EQ(first.figures, second.figures);
  EXPECT_EQ(first.evidence, second.evidence);
}

/// "Spending will rise", said on 2015-03-10 without a date; the figure of 2015 came out on `published`.
class SeriesOfAYearUnderWay : public Series {
 protected:
  Judgement judged_by(const std::string& published, double value, const std::string& due = "") {
    const CheckRequest request = promise(Relation::rise, std::nullopt, due, "2015-12-01");
    FakeHost host(request.today);
    host.give({"LND", "2014", 2.02, Status::estimate, "2014-06-17"});
    host.give({"LND", "2015", value, Status::estimate, published});
    return plugin_->check(request, host);
  }
};

TEST_F(SeriesOfAYearUnderWay, CountsForAPromiseWithoutADateWhenItsFirstFigureCameAfterIt) {
  const auto risen = judged_by("2015-08-28", 2.27);
  EXPECT_EQ(verdict(risen), "on_track");
  EXPECT_TRUE(risen.provisional);
  EXPECT_THAT(risen.reason, HasSubstr("2015 had begun when it was said, but no figure of it was out; this one came on "
                                      "2015-08-28."));
  EXPECT_EQ(figure(risen, "baseline period"), "2014");
  EXPECT_EQ(verdict(judged_by("2015-08-28", 1.9)), "off_track");
}

TEST_F(SeriesOfAYearUnderWay, BelongsToTheStartWhenAFigureOfItWasOut) {
  EXPECT_EQ(verdict(judged_by("2015-01-05", 2.27)), "not_due");
}

TEST_F(SeriesOfAYearUnderWay, BelongsToTheStartOfAPromiseWithADate) {
  EXPECT_EQ(verdict(judged_by("2015-08-28", 2.27, "2020")), "not_due");
}

TEST_F(SeriesOfAYearUnderWay, GivesWayToAPeriodThatBeganSince) {
  const CheckRequest request = promise(Relation::rise, std::nullopt, "", "2017-06-01");
  FakeHost host(request.today);
  host.give({"LND", "2014", 2.02, Status::actual, "2015-01-17"});
  host.give({"LND", "2015", 2.27, Status::actual, "2016-01-28"});
  host.give({"LND", "2016", 1.95, Status::actual, "2017-01-28"});
  const auto fallen = plugin_->check(request, host);
  EXPECT_EQ(verdict(fallen), "off_track");
  EXPECT_FALSE(fallen.provisional);
}

}  // namespace
}  // namespace avow
