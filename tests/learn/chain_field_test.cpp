#include "learn/chain_field.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace avow::learn {
namespace {

constexpr std::uint8_t begins = 1;
constexpr std::uint8_t goes_on = 2;

ChainSequence sequence_of(std::vector<std::uint8_t> labels) {
  ChainSequence sequence;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    sequence.rows.push_back(i + 1);
    sequence.ends.push_back(i + 1);
    sequence.joints.push_back(0);
  }
  sequence.labels = std::move(labels);
  return sequence;
}

TEST(ChainField, LosesLessOnWhatItHasLearned) {
  ChainField field;
  const ChainSequence sequence = sequence_of({0, begins, goes_on, 0});
  const double first = field.learn(sequence);
  double last = first;
  for (int i = 0; i < 50; ++i) last = field.learn(sequence);
  EXPECT_GT(first, 0);
  EXPECT_LT(last, first);
}

TEST(ChainField, AChangeOfLabelThatCannotBeCostsNothing) {
  ChainField field;
  EXPECT_TRUE(std::isfinite(field.learn(sequence_of({0, goes_on, goes_on}))));
}

TEST(ChainField, NothingIsLearnedFromNothing) {
  ChainField field;
  EXPECT_EQ(field.learn({}), 0);
}

}  // namespace
}  // namespace avow::learn
