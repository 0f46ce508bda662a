#include "learn/sentence_trainer.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/error.hpp"

namespace avow::learn {
namespace {

/// Ferries carried so many, or somebody likes something.
std::vector<Example> harbour_talk() {
  const char* places[] = {"Northport", "the old quay", "Salt Bay", "our town", "the river mouth"};
  std::vector<Example> out;
  for (int i = 0; i < 60; ++i) {
    const char* place = places[i % 5];
    out.push_back({fmt::format("The ferries carried {} tonnes to {} last year.", 100 + i, place), true, {}, 1});
    out.push_back({fmt::format("I like {} and number {} is my favourite.", place, i), false, {}, 1});
  }
  return out;
}

SentenceRecipe small() {
  return {.word_bits = 12, .letter_bits = 12, .cost = 5, .parts = 3};
}

WordVectors vectors(const std::vector<Example>& examples) {
  std::vector<std::string> texts;
  for (const Example& one : examples) texts.push_back(one.text);
  return {texts, 10};
}

TEST(SentenceTrainer, LearnsWhatTellsTwoSortsApart) {
  const auto examples = harbour_talk();
  HeldOut held;
  const auto model = train_sentences(examples, vectors(examples), small(), &held);
  EXPECT_GT(model.probability("The barges carried 7,000 tonnes to Eastport last spring."), 0.7F);
  EXPECT_LT(model.probability("I like the barges."), 0.3F);
  EXPECT_GT(held.macro_f1, 0.95);
  EXPECT_LT(held.brier, 0.05);
  EXPECT_EQ(held.scores.size(), examples.size());
}

TEST(SentenceTrainer, GivesTheSameModelForTheSameExamples) {
  const auto examples = harbour_talk();
  EXPECT_EQ(train_sentences(examples, vectors(examples), small()).write(),
            train_sentences(examples, vectors(examples), small()).write());
}

TEST(SentenceTrainer, CalibratesWhenAGroupIsOfOneClass) {
  auto examples = harbour_talk();
  for (Example& one : examples) one.group = one.wanted ? "reports" : "letters";
  const auto model = train_sentences(examples, vectors(examples), small());
  EXPECT_GT(model.probability("The barges carried 7,000 tonnes to Eastport last spring."), 0.7F);
  EXPECT_LT(model.probability("I like the barges."), 0.3F);
}

TEST(SentenceTrainer, NeedsBothClasses) {
  auto examples = harbour_talk();
  const auto means = vectors(examples);
  for (Example& one : examples) one.wanted = true;
  EXPECT_THROW(train_sentences(examples, means, small()), Error);
  EXPECT_THROW(train_sentences({}, means, small()), Error);
}

TEST(WordVectors, WordsInTheSameCompanyAreAlike) {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i)
    for (const char* drink : {"tea", "coffee"}) {
      texts.push_back(fmt::format("she poured hot {} into a cup at breakfast", drink));
      texts.push_back(fmt::format("they drank {} with sugar and milk", drink));
      texts.push_back("the locomotive pulled heavy wagons over rails of iron");
    }
  const WordVectors means(texts, 16);
  const auto vector = [&](const char* word) { return means.of(sdk::detail::word_hash(word) & 0xffff); };
  const auto likeness = [&](const char* a, const char* b) {
    float sum = 0;
    for (std::size_t i = 0; i < WordVectors::size; ++i) sum += vector(a)[i] * vector(b)[i];
    return sum;
  };
  ASSERT_NE(vector("tea"), nullptr);
  ASSERT_NE(vector("rails"), nullptr);
  EXPECT_EQ(vector("zeppelin"), nullptr);
  EXPECT_GT(likeness("tea", "coffee"), 0.6F);
  EXPECT_LT(likeness("tea", "rails"), 0.3F);
}

TEST(WordVectors, OfNoTextHaveNoWords) {
  EXPECT_EQ(WordVectors({}, 8).words(), 0U);
}

}  // namespace
}  // namespace avow::learn
