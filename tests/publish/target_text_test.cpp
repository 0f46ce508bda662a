#include "publish/target_text.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

const Names names{{{"pact", EntityKind::group, "Harbour Pact", "", {}, {}}},
                  {{"pact:dikes", "Dike spending, share", "dike spending", "percent of GDP", "Pact", "", 1, {}}}};

Target resolved() {
  Target target;
  target.subject_text = "each of us";
  target.subject = "pact";
  target.indicator_text = "dikes";
  target.indicator = "pact:dikes";
  return target;
}

TEST(TargetText, SaysAWholeTargetInWords) {
  Target target = resolved();
  target.scope = Scope::each;
  target.relation = Relation::at_least;
  target.value = Decimal{2, 1};
  target.unit = "percent of GDP";
  target.due = Date::year(2024);
  EXPECT_EQ(target_text(target, Kind::pledge, names),
            "each member of Harbour Pact: dike spending at least 2 percent of GDP by 2024");
}

TEST(TargetText, ReadsDatesOfStatementsAsTheirPeriod) {
  Target target = resolved();
  target.relation = Relation::equal;
  target.value = Decimal{1.5e9, 1e8};
  target.unit = "EUR";
  target.due = Date::year(2019);
  EXPECT_EQ(target_text(target, Kind::statistic, names), "Harbour Pact: dike spending of 1.5 billion EUR in 2019");
}

TEST(TargetText, GivesRelationsBaselineAndCondition) {
  Target target = resolved();
  target.scope = Scope::total;
  target.relation = Relation::rise;
  target.baseline = Date::year(2010);
  target.condition = "if elected";
  EXPECT_EQ(target_text(target, Kind::pledge, names),
            "Harbour Pact as a whole: dike spending rises from 2010 (if elected)");
  target = resolved();
  target.relation = Relation::between;
  target.value = Decimal{1, 1};
  target.upper = Decimal{2, 1};
  target.unit = "percent";
  EXPECT_EQ(target_text(target, Kind::forecast, names), "Harbour Pact: dike spending between 1 and 2 percent");
}

TEST(TargetText, QuotesWhatIsNotResolvedAndLeavesOutTheRest) {
  Target target;
  target.subject_text = "we";
  target.indicator_text = "mooring fees";
  EXPECT_EQ(target_text(target, Kind::pledge, {}), "\"we\": \"mooring fees\"");
  EXPECT_EQ(target_text({}, Kind::pledge, {}), "");
}

TEST(AmountText, IsAsPreciseAsWhatWasSaid) {
  EXPECT_EQ(amount_text({2, 1}), "2");
  EXPECT_EQ(amount_text({2, 0.1}), "2.0");
  EXPECT_EQ(amount_text({12500, 100}), "12,500");
  EXPECT_EQ(amount_text({-1234567, 1}), "-1,234,567");
  EXPECT_EQ(amount_text({3e12, 1e12}), "3 trillion");
  EXPECT_EQ(amount_text({0.25, 0}), "0.25");
}

}  // namespace
}  // namespace avow
