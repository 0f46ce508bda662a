// The checker "statement", loaded as the program loads it and asked through the ABI: vintages, and who is judged.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "series/fake_host.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Statement : public testing::Test {
 protected:
  Statement() { plugin_ = load_plugin(build_folder() / "plugins/statement"); }

  /// Said of "LND" on 2015-03-10, to be judged on 2018-01-01.
  static CheckRequest said(Relation relation, double value, double step, const std::string& period) {
    CheckRequest request;
    request.quote = "Harbourland is there.";
    request.said = Date::parse("2015-03-10").value();
    request.kind = Kind::statistic;
    request.today = parse_day("2018-01-01").value();
    request.target.subject = "LND";
    request.target.indicator = "own:measure";
    request.target.relation = relation;
    request.target.value = Decimal{value, step};
    request.target.unit = "percent of GDP";
    request.target.due = Date::parse(period).value_or(Date{});
    request.subject_name = "Harbourland";
    return request;
  }
  Judgement judged(const CheckRequest& request, const std::vector<FakeHost::Given>& figures) {
    FakeHost host(request.today);
    for (const auto& figure : figures) host.give(figure);
    return plugin_->check(request, host);
  }
  /// With one value a year from 2013 on, all out long before.
  Judgement judged_by_years(const CheckRequest& request, const std::vector<double>& values) {
    FakeHost host(request.today);
    host.give_years("LND", 2013, values);
    return plugin_->check(request, host);
  }
  static FakeHost::Given figure_of(const std::string& period, double value, const std::string& published) {
    return {"LND", period, value, Status::actual, published};
  }
  static std::string figure(const Judgement& judgement, std::string_view name) {
    for (const auto& [known, value] : judgement.figures)
      if (known == name) return value;
    return "none";
  }
  static std::string verdict(const Judgement& judgement) { return std::string(verdicts.name(judgement.verdict)); }

  std::unique_ptr<Plugin> plugin_;
};

TEST_F(Statement, JudgesStatisticsAndFactsThatHaveTheirParts) {
  CheckRequest request = said(Relation::equal, 2, 1, "2014");
  EXPECT_TRUE(plugin_->can_judge(request));
  request.kind = Kind::fact;
  EXPECT_TRUE(plugin_->can_judge(request));
  for (const Kind kind : {Kind::pledge, Kind::forecast, Kind::stance}) {
    request.kind = kind;
    EXPECT_FALSE(plugin_->can_judge(request));
  }
  request = said(Relation::between, 2, 1, "2014");
  EXPECT_FALSE(plugin_->can_judge(request));
  request.target.upper = Decimal{3, 1};
  EXPECT_TRUE(plugin_->can_judge(request));
  request.target.subject.clear();
  EXPECT_FALSE(plugin_->can_judge(request));
}

TEST_F(Statement, IsRightThenThoughRevisedSince) {
  const auto judgement = judged(said(Relation::equal, 2.1, 0.1, "2013"),
                                {figure_of("2013", 2.1, "2014-06-01"), figure_of("2013", 1.8, "2016-06-01")});
  EXPECT_EQ(verdict(judgement), "supported");
  EXPECT_THAT(judgement.reason, StartsWith("Harbourland stood at 2.1 percent of GDP in 2013"));
  EXPECT_THAT(judgement.reason, HasSubstr("out when it was said, published on 2014-06-01"));
  EXPECT_THAT(judgement.reason, HasSubstr("Right then, revised since to 1.8 percent of GDP (2016-06-01)"));
  EXPECT_EQ(figure(judgement, "value"), "2.1 percent of GDP");
  EXPECT_EQ(figure(judgement, "published"), "2014-06-01");
  EXPECT_EQ(figure(judgement, "newest value"), "1.8 percent of GDP");
  EXPECT_EQ(figure(judgement, "newest published"), "2016-06-01");
  EXPECT_EQ(figure(judgement, "by the newest"), "refuted");
  ASSERT_EQ(judgement.evidence.size(), 2u);
  EXPECT_THAT(judgement.evidence[0].note, HasSubstr("known when it was said"));
  EXPECT_THAT(judgement.evidence[1].note, HasSubstr("the newest figure"));
}

TEST_F(Statement, IsWrongThenThoughRightByLaterFigures) {
  const auto judgement = judged(said(Relation::equal, 1.8, 0.1, "2013"),
                                {figure_of("2013", 2.1, "2014-06-01"), figure_of("2013", 1.8, "2016-06-01")});
  EXPECT_EQ(verdict(judgement), "refuted");
  EXPECT_THAT(judgement.reason, HasSubstr("Wrong then, right by later figures"));
  EXPECT_EQ(figure(judgement, "by the newest"), "supported");
}

TEST_F(Statement, SaysWhereARevisionChangedNothing) {
  const auto judgement = judged(said(Relation::equal, 2, 1, "2013"),
                                {figure_of("2013", 2.1, "2014-06-01"), figure_of("2013", 2.2, "2016-06-01")});
  EXPECT_EQ(verdict(judgement), "supported");
  EXPECT_THAT(judgement.reason, HasSubstr("which changes nothing"));
}

TEST_F(Statement, TakesTheFirstVintageAfterwardsWhereNoneWasOut) {
  const auto judgement = judged(said(Relation::equal, 2.1, 0.1, "2014"),
                                {figure_of("2014", 2.1, "2015-06-01"), figure_of("2014", 1.9, "2016-06-01"),
                                 figure_of("2014", 1.8, "2017-06-01")});
  EXPECT_EQ(verdict(judgement), "supported");
  EXPECT_EQ(figure(judgement, "published"), "2015-06-01");
  EXPECT_EQ(figure(judgement, "newest published"), "2017-06-01");
  EXPECT_THAT(judgement.reason, HasSubstr("No figure was out when it was said; this is the first after it"));
  EXPECT_THAT(judgement.reason, HasSubstr("Right then, revised since"));
}

TEST_F(Statement, SeesNothingThatCameOutAfterTheDayJudgedBy) {
  CheckRequest request = said(Relation::equal, 2.1, 0.1, "2013");
  request.today = parse_day("2015-12-31").value();
  const auto judgement = judged(request, {figure_of("2013", 2.1, "2014-06-01"), figure_of("2013", 1.8, "2016-06-01")});
  EXPECT_EQ(figure(judgement, "newest value"), "none");
  EXPECT_THAT(judgement.reason, Not(HasSubstr("evised")));
}

TEST_F(Statement, TakesTheNewestPeriodThatWasOutWhereItNamesNone) {
  const auto judgement =
      judged(said(Relation::equal, 7, 1, ""), {figure_of("2013", 7, "2014-06-01"), figure_of("2014", 9, "2015-06-01")});
  EXPECT_EQ(verdict(judgement), "supported");
  EXPECT_EQ(figure(judgement, "period"), "2013");
}

TEST_F(Statement, TakesTheBestFittingOfTheLastPeriodsWhereNothingWasOut) {
  const std::vector<FakeHost::Given> figures = {figure_of("2012", 3, "2017-01-01"), figure_of("2013", 5, "2017-01-01"),
                                                figure_of("2014", 7, "2017-01-01"), figure_of("2015", 9, "2017-01-01"),
                                                figure_of("2016", 11, "2017-01-01")};
  EXPECT_EQ(figure(judged(said(Relation::equal, 7, 1, ""), figures), "period"), "2014");
  EXPECT_EQ(figure(judged(said(Relation::equal, 5, 1, ""), figures), "period"), "2013");
  EXPECT_EQ(figure(judged(said(Relation::equal, 9, 1, ""), figures), "period"), "2015");
  EXPECT_EQ(verdict(judged(said(Relation::equal, 11, 1, ""), figures)), "refuted");
  EXPECT_EQ(verdict(judged(said(Relation::equal, 3, 1, ""), figures)), "refuted");
}

TEST_F(Statement, TakesTheBestFittingOfTheLastPeriodsWhereTheDayIsNotKnown) {
  CheckRequest request = said(Relation::equal, 8, 1, "");
  request.said = Date{};
  EXPECT_EQ(figure(judged_by_years(request, {7, 7, 7, 8, 9}), "period"), "2016");
  EXPECT_EQ(verdict(judged_by_years(request, {8, 8, 8, 6, 5})), "refuted");
}

TEST_F(Statement, SaysForWhichTimeThereIsNoFigure) {
  const auto judgement = judged_by_years(said(Relation::equal, 1.2, 0.1, "2010"), {1, 1.2});
  EXPECT_EQ(verdict(judgement), "undecidable");
  EXPECT_EQ(judgement.reason, "There is no figure of Harbourland for 2010.");
}

TEST_F(Statement, HoldsAChangeAgainstThePeriodBeforeOrTheOneSaid) {
  EXPECT_EQ(verdict(judged_by_years(said(Relation::rise, 0, 0, "2014"), {2, 2.1})), "supported");
  EXPECT_EQ(verdict(judged_by_years(said(Relation::fall, 0, 0, "2014"), {2, 2.1})), "refuted");
  EXPECT_EQ(verdict(judged_by_years(said(Relation::fall, 0, 0, "2013"), {2, 2.1})), "undecidable");
  CheckRequest since = said(Relation::fall, 0, 0, "2015");
  since.target.baseline = Date::parse("2013").value();
  EXPECT_EQ(verdict(judged_by_years(since, {2, 1.5, 1.9})), "supported");
}

TEST_F(Statement, TurnsRoundWhereItWasNegated) {
  CheckRequest denied = said(Relation::equal, 2, 1, "2013");
  denied.negated = true;
  EXPECT_EQ(verdict(judged_by_years(denied, {2.4})), "refuted");
  EXPECT_EQ(verdict(judged_by_years(denied, {2.6})), "supported");
}

TEST_F(Statement, IsProvisionalByAnEstimate) {
  const auto judgement =
      judged(said(Relation::equal, 2, 1, "2014"), {{"LND", "2014", 2.2, Status::estimate, "2014-12-01"}});
  EXPECT_EQ(verdict(judgement), "supported");
  EXPECT_TRUE(judgement.provisional);
  EXPECT_THAT(judgement.reason, HasSubstr("an estimate"));
}

TEST_F(Statement, CountsMembersOnTheDayItWasSaid) {
  CheckRequest request = said(Relation::equal, 3, 1, "");
  request.target.subject = "league";
  request.target.indicator = "avow:members";
  request.target.unit = "count";
  FakeHost host(request.today);
  for (const char* code : {"A", "B", "C"}) host.belongs("league", code);
  host.belongs("league", "D", "2015-03-11");
  EXPECT_EQ(plugin_->check(request, host).verdict, Verdict::supported);
  request.said = Date::parse("2015-03-11").value();
  const auto later = plugin_->check(request, host);
  EXPECT_EQ(later.verdict, Verdict::refuted);
  EXPECT_EQ(figure(later, "value"), "4 members");
}

TEST_F(Statement, IsMixedWhereItFitsSomeOfEach) {
  CheckRequest request = said(Relation::at_least, 2, 1, "2013");
  request.target.subject = "league";
  request.target.scope = Scope::each;
  const auto verdict_for = [&](double a, double b) {
    FakeHost host(request.today);
    host.belongs("league", "A");
    host.belongs("league", "B");
    host.give({"A", "2013", a});
    host.give({"B", "2013", b});
    return plugin_->check(request, host).verdict;
  };
  EXPECT_EQ(verdict_for(2, 3), Verdict::supported);
  EXPECT_EQ(verdict_for(1, 1), Verdict::refuted);
  EXPECT_EQ(verdict_for(2, 1), Verdict::mixed);
}

TEST_F(Statement, TellsOfEachMemberWhatWasKnownThenAndWhatIsNow) {
  CheckRequest request = said(Relation::at_least, 2, 1, "2013");
  request.target.subject = "league";
  request.target.scope = Scope::each;
  FakeHost host(request.today);
  for (const std::string code : {"A", "B"}) {
    host.belongs("league", code);
    host.give({code, "2013", 2.1, Status::actual, "2014-06-01"});
  }
  host.give({"B", "2013", 1.9, Status::actual, "2016-06-01"});
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(verdict(judgement), "supported");
  EXPECT_EQ(figure(judgement, "by the newest"), "mixed");
  EXPECT_THAT(judgement.reason, HasSubstr("Revised since: by the newest figures 1 of 2 are"));
  EXPECT_EQ(judgement.evidence.size(), 3u);
}

TEST_F(Statement, GivesTheSameAnswerTwice) {
  const CheckRequest request = said(Relation::equal, 2.1, 0.1, "2013");
  const std::vector<FakeHost::Given> figures = {figure_of("2013", 2.1, "2014-06-01"),
                                                figure_of("2013", 1.8, "2016-06-01")};
  EXPECT_EQ(judged(request, figures), judged(request, figures));
}

}  // namespace
}  // namespace avow
