#include "learn/metric.hpp"

#include <gtest/gtest.h>

namespace avow::learn {
namespace {

TEST(Metric, HarmonicMeanOfPrecisionAndRecall) {
  const std::vector<Counts> units = {{3, 4, 6}, {0, 2, 0}};
  EXPECT_DOUBLE_EQ(value(precision, units), 0.5);
  EXPECT_DOUBLE_EQ(value(recall, units), 0.5);
  EXPECT_DOUBLE_EQ(value(f1, units), 0.5);
}

TEST(Metric, NothingFoundAndNothingWantedIsZeroAndNoDivisionByIt) {
  const std::vector<Counts> units = {{0, 0, 0}};
  EXPECT_EQ(value(precision, units), 0);
  EXPECT_EQ(value(f1, units), 0);
  EXPECT_EQ(value(f1, {}), 0);
}

TEST(Metric, MacroCountsBothClassesAlikeAndWeightedByTheirSize) {
  // Positive: 2 right, 1 wrong, 2 missed: F1 4/7. Negative: 5 right, 2 wrong, 1 missed: F1 10/13.
  const std::vector<Counts> units = {{2, 1, 2, 5}};
  EXPECT_DOUBLE_EQ(value(macro_f1, units), (4.0 / 7 + 10.0 / 13) / 2);
  EXPECT_DOUBLE_EQ(value(weighted_f1, units), (4.0 / 7 * 4 + 10.0 / 13 * 6) / 10);
  EXPECT_DOUBLE_EQ(value(accuracy, units), 0.7);
}

TEST(Metric, AveragePrecisionLooksAtTheRanksOfTheWanted) {
  const std::vector<std::uint8_t> ranking = {1, 0, 0, 1};
  EXPECT_DOUBLE_EQ(average_precision(ranking), (1.0 + 2.0 / 4) / 2);
  EXPECT_EQ(average_precision({}), 0);
}

TEST(Bootstrap, HoldsTheValueAndIsTheSameEveryTime) {
  std::vector<Counts> units;
  for (int i = 0; i < 50; ++i) units.push_back({i % 3 == 0 ? 1.0 : 0.0, 1, 1});
  const Interval interval = bootstrap(f1, units);
  EXPECT_LT(interval.low, value(f1, units));
  EXPECT_GT(interval.high, value(f1, units));
  EXPECT_EQ(bootstrap(f1, units).low, interval.low);
}

TEST(Bootstrap, OneUnitHasNoInterval) {
  const std::vector<Counts> units = {{1, 2, 2}};
  EXPECT_EQ(bootstrap(f1, units).low, 0.5);
  EXPECT_EQ(bootstrap(f1, units).high, 0.5);
}

}  // namespace
}  // namespace avow::learn
