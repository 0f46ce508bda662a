#include "engine/worked_out.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace avow {
namespace {

/// Two members of a league from 2010 on, a third from 2014 on, and figures of them.
class WorkingOut : public testing::Test {
 protected:
  WorkingOut() : lexicon_(vocabulary()) {
    rules_ = MemberRules::of_text(
        "own:spending\tsum\nown:share\tmean\town:output\nown:part\tshare\town:spending\town:output\n", "rules");
  }

  static Entity entity(const std::string& code, EntityKind kind) {
    Entity entity;
    entity.code = entity.name = code;
    entity.kind = kind;
    return entity;
  }
  static Vocabulary vocabulary() {
    Vocabulary vocabulary;
    vocabulary.entities.push_back(entity("league", EntityKind::group));
    for (const char* code : {"ARV", "BEL", "CAL"}) {
      Entity country = entity(code, EntityKind::country);
      const char* from = country.code == "CAL" ? "2014" : "2010";
      country.memberships.push_back({"league", "member", Date::parse(from).value(), {}});
      vocabulary.entities.push_back(std::move(country));
    }
    Indicator part;
    part.code = "own:part";
    part.measure = "spending";
    part.unit = "percent";
    vocabulary.indicators.push_back(part);
    return vocabulary;
  }

  void give(const std::string& indicator, const std::string& entity, const std::string& period, double value,
            const std::string& published = "2020-01-01", Status status = Status::actual) {
    ObservedValue figure;
    figure.id = Canonical("figure").field("of", indicator + entity + period + published).id();
    figure.indicator = indicator;
    figure.entity = entity;
    figure.period = Date::parse(period).value();
    figure.value = {value, 0};
    figure.unit = indicator == "own:share" ? "percent" : "USD";
    figure.published = parse_day(published).value();
    figure.status = status;
    figures_.push_back(figure);
  }

  std::vector<WorkedOut> made(const std::string& indicator, const std::string& entity, bool of_groups = true) const {
    ObservationQuery query;
    query.indicator = indicator;
    query.entity = entity;
    return work_out(lexicon_, rules_, query, of_groups, [&](const ObservationQuery& asked) {
      std::vector<ObservedValue> found;
      for (const ObservedValue& figure : figures_)
        if (figure.indicator == asked.indicator && figure.entity == asked.entity) found.push_back(figure);
      return found;
    });
  }

  Lexicon lexicon_;
  MemberRules rules_;
  std::vector<ObservedValue> figures_;
};

TEST_F(WorkingOut, AddsUpTheMembersOfThePeriodsLastDayAndNamesThem) {
  give("own:spending", "ARV", "2013", 10);
  give("own:spending", "BEL", "2013", 5, "2020-03-01", Status::estimate);
  const auto made_of = made("own:spending", "league");
  ASSERT_EQ(made_of.size(), 1u);
  EXPECT_EQ(made_of[0].value.value.value, 15);
  EXPECT_EQ(made_of[0].value.status, Status::estimate);
  EXPECT_EQ(to_string(made_of[0].value.published), "2020-03-01");
  EXPECT_EQ(made_of[0].method, "sum of all 2 members");
  ASSERT_EQ(made_of[0].parts.size(), 2u);
  EXPECT_EQ(made_of[0].parts[1].entity, "BEL");
}

TEST_F(WorkingOut, MakesNothingOfAGroupThatLacksAMember) {
  give("own:spending", "ARV", "2014", 10);
  give("own:spending", "BEL", "2014", 5);
  EXPECT_TRUE(made("own:spending", "league").empty());
  give("own:spending", "CAL", "2014", 1);
  EXPECT_EQ(made("own:spending", "league").size(), 1u);
  EXPECT_TRUE(made("own:spending", "league", false).empty());
}

TEST_F(WorkingOut, WeighsAMeanAndNeverTakesAPlainOne) {
  give("own:share", "ARV", "2013", 2);
  give("own:share", "BEL", "2013", 1);
  EXPECT_TRUE(made("own:share", "league").empty());
  give("own:output", "ARV", "2013", 300);
  give("own:output", "BEL", "2013", 100);
  const auto mean = made("own:share", "league");
  ASSERT_EQ(mean.size(), 1u);
  EXPECT_EQ(mean[0].value.value.value, 1.75);
  EXPECT_EQ(mean[0].parts.size(), 4u);
}

TEST_F(WorkingOut, TakesTheShareThatAnIndicatorIsByDefinition) {
  give("own:spending", "ARV", "2013", 30);
  give("own:output", "ARV", "2013", 1000);
  give("own:output", "ARV", "2014", 1000);
  const auto share = made("own:part", "ARV");
  ASSERT_EQ(share.size(), 1u);
  EXPECT_EQ(share[0].value.value.value, 3);
  EXPECT_EQ(share[0].value.unit, "percent");
  EXPECT_EQ(share[0].method, "own:spending as a share of own:output");
}

TEST_F(WorkingOut, GivesTheSameFigureForTheSameParts) {
  give("own:spending", "ARV", "2013", 10);
  give("own:spending", "BEL", "2013", 5);
  EXPECT_EQ(made("own:spending", "league")[0].value, made("own:spending", "league")[0].value);
}

}  // namespace
}  // namespace avow
