// Groups: each member for itself, the group as a whole, and the members counted.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "series/fake_host.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using testing::HasSubstr;

class SeriesOfGroup : public testing::Test {
 protected:
  SeriesOfGroup() { plugin_ = load_plugin(build_folder() / "plugins/series"); }

  /// Said on 2015-03-10 of the league: each member at or above 2 in 2020.
  static CheckRequest promise(const std::string& today) {
    CheckRequest request;
    request.quote = "Every member will get there.";
    request.said = Date::parse("2015-03-10").value();
    request.kind = Kind::pledge;
    request.today = parse_day(today).value();
    request.target.subject = "league";
    request.target.indicator = "own:measure";
    request.target.relation = Relation::at_least;
    request.target.value = Decimal{2, 1};
    request.target.unit = "percent of GDP";
    request.target.due = Date::parse("2020").value();
    request.target.scope = Scope::each;
    return request;
  }
  /// Members A, B, ... with one value each for the period; a value below 0 means that there is none.
  static FakeHost host_with(const CheckRequest& request, const std::string& period, const std::vector<double>& values,
                            Status status = Status::actual) {
    FakeHost host(request.today);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string code(1, static_cast<char>('A' + static_cast<int>(i)));
      host.belongs("league", code);
      host.give({code, "2014", 1});
      if (values[i] >= 0) host.give({code, period, values[i], status});
    }
    return host;
  }
  std::string final_verdict(const std::vector<double>& values) {
    const CheckRequest request = promise("2021-06-01");
    FakeHost host = host_with(request, "2020", values);
    return std::string(verdicts.name(plugin_->check(request, host).verdict));
  }
  static std::string figure(const Judgement& judgement, std::string_view name) {
    for (const auto& [known, value] : judgement.figures)
      if (known == name) return value;
    return "none";
  }

  std::unique_ptr<Plugin> plugin_;
};

TEST_F(SeriesOfGroup, IsKeptByAllAndPartlyByAtLeastHalf) {
  EXPECT_EQ(final_verdict({2, 2.5, 3, 2.1}), "kept");
  EXPECT_EQ(final_verdict({2, 2.5, 1, 1.1}), "partly_kept");
  EXPECT_EQ(final_verdict({2, 1.5, 1, 1.1}), "broken");
}

TEST_F(SeriesOfGroup, CountsButDoesNotJudgeMembersWithoutFigures) {
  const CheckRequest request = promise("2021-06-01");
  FakeHost host = host_with(request, "2020", {2, 2.2, 1.96, -1}, Status::estimate);
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(judgement.verdict, Verdict::partly_kept);
  EXPECT_TRUE(judgement.provisional);
  EXPECT_EQ(figure(judgement, "members"), "4");
  EXPECT_EQ(figure(judgement, "members with figures"), "3");
  EXPECT_EQ(figure(judgement, "members that meet it"), "2");
  EXPECT_EQ(figure(judgement, "those that do not"), "Name of C (1.96)");
  EXPECT_EQ(figure(judgement, "members without figures"), "Name of D");
  EXPECT_THAT(judgement.reason, HasSubstr("2 of the 3 members with figures are at or above 2 percent of GDP in 2020"));
  EXPECT_EQ(judgement.evidence.size(), 3u);
}

TEST_F(SeriesOfGroup, DecidesNothingOnFewFigures) {
  EXPECT_EQ(final_verdict({2, 2, -1, -1}), "undecidable");
  EXPECT_EQ(final_verdict({2, 2, 2, -1}), "kept");
}

TEST_F(SeriesOfGroup, CountsThoseWhoAreMembersOnTheLastDayJudged) {
  const CheckRequest request = promise("2021-06-01");
  FakeHost host = host_with(request, "2020", {2, 2});
  host.belongs("league", "LATE", "2021-01-01");
  host.belongs("league", "EARLY", "2020-12-31");
  EXPECT_EQ(figure(plugin_->check(request, host), "members"), "3");
}

TEST_F(SeriesOfGroup, IsOffTrackWhileAMemberIsBelowItsPath) {
  const CheckRequest request = promise("2018-06-01");
  FakeHost host = host_with(request, "2017", {2, 1.5, 1.49});
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(judgement.verdict, Verdict::off_track);
  EXPECT_THAT(judgement.reason, HasSubstr("2 are there or on the straight path to it by 2020"));
  FakeHost better = host_with(request, "2017", {2, 1.5, 1.5});
  EXPECT_EQ(plugin_->check(request, better).verdict, Verdict::on_track);
}

TEST_F(SeriesOfGroup, IsNotDueBeforeThereAreFiguresAndSaysWhatIsNeeded) {
  const CheckRequest request = promise("2015-12-01");
  FakeHost host = host_with(request, "2015", {1, 1.5, 1.5});
  const auto judgement = plugin_->check(request, host);
  EXPECT_EQ(judgement.verdict, Verdict::not_due);
  EXPECT_EQ(figure(judgement, "needed a year, most"), "Name of A 0.2 percentage points");
  EXPECT_EQ(figure(judgement, "needed a year, on average"), "0.1333 percentage points");
}

TEST_F(SeriesOfGroup, ChangesItsAnswerWithTheVintage) {
  const auto judge = [&](const std::string& today) {
    const CheckRequest request = promise(today);
    FakeHost host(request.today);
    for (const std::string code : {"A", "B"}) {
      host.belongs("league", code);
      host.give({code, "2020", 2.02, Status::estimate, "2020-06-17"});
    }
    host.give({"B", "2020", 1.7, Status::estimate, "2021-04-24"});
    return plugin_->check(request, host);
  };
  EXPECT_EQ(figure(judge("2020-07-01"), "members that meet it"), "2");
  EXPECT_EQ(figure(judge("2021-05-01"), "members that meet it"), "1");
  EXPECT_EQ(figure(judge("2021-05-01"), "newest vintage"), "2021-04-24");
}

TEST_F(SeriesOfGroup, BreaksWhatWasRuledOutByAnyMemberAtAnyTime) {
  CheckRequest request = promise("2018-06-01");
  request.negated = true;
  FakeHost calm = host_with(request, "2017", {1, 1.5, 1.4});
  EXPECT_EQ(plugin_->check(request, calm).verdict, Verdict::kept_so_far);
  calm.give({"C", "2016", 2.5});
  const auto judgement = plugin_->check(request, calm);
  EXPECT_EQ(judgement.verdict, Verdict::broken);
  EXPECT_THAT(judgement.reason, HasSubstr("Name of C (2.5 in 2016)"));
}

TEST_F(SeriesOfGroup, JudgesTheWholeByItsOwnFiguresOnly) {
  CheckRequest request = promise("2021-06-01");
  request.target.scope = Scope::total;
  FakeHost host = host_with(request, "2020", {2, 2});
  EXPECT_EQ(plugin_->check(request, host).verdict, Verdict::undecidable);
  host.give({"league", "2020", 2.4});
  EXPECT_EQ(plugin_->check(request, host).verdict, Verdict::kept);
}

TEST_F(SeriesOfGroup, PrefersTheGroupsOwnFiguresWhenTheScopeWasNotSaid) {
  CheckRequest request = promise("2021-06-01");
  request.target.scope = Scope::none;
  FakeHost host = host_with(request, "2020", {1, 1});
  EXPECT_EQ(plugin_->check(request, host).verdict, Verdict::broken);
  host.give({"league", "2020", 2.4});
  EXPECT_EQ(plugin_->check(request, host).verdict, Verdict::kept);
}

}  // namespace
}  // namespace avow
