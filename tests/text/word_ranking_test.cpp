#include "text/word_ranking.hpp"

#include <gmock/gmock.h>

#include "text/changed_words.hpp"

namespace avow::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> said(std::string_view text) {
  std::vector<std::string> words;
  for (const QueryWord& word : query_words(text, {})) words.push_back(word.said);
  return words;
}

TEST(QueryWords, CleanWhatPostsBring) {
  EXPECT_THAT(
      said("RT @HarbourNews: #FerryFares will rise 1,500% \xF0\x9F\x98\xA1 https://t.co/ab1 pic.twitter.com/xy"),
      ElementsAre("rt", "harbour", "news", "ferry", "fares", "will", "rise", "1500"));
  EXPECT_THAT(said("Fares rise. \xE2\x80\x94 Ada Quill (@quill_ada) March 29, 2020"),
              ElementsAre("fares", "rise", "ada", "quill"));
  EXPECT_THAT(said("Mayor's plan pic.twitter.com/xy"), ElementsAre("mayor", "plan"));
  EXPECT_THAT(said("\xF0\x9F\x98\xA1 !!! https://t.co/ab1"), IsEmpty());
}

TEST(QueryWords, WeighNumbersAndNames) {
  RankingWeights weights;
  weights.number = 3;
  weights.name = 2;
  const auto words = query_words("Today Belmark pays 7.5 crowns", weights);
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(words[0].weight, 1) << "a sentence's first word is no name";
  EXPECT_GT(words[1].weight, 1);
  EXPECT_GT(words[3].weight, words[1].weight);
  EXPECT_EQ(words[3].said, "7.5");
}

TEST(QueryWords, ReadCharacterReferencesAndAccents) {
  EXPECT_THAT(said("bread &amp; fish &#39;n&#39; chips R&D A&B;"),
              ElementsAre("bread", "fish", "n", "chips", "r", "d", "a", "b"));
  EXPECT_THAT(said("Caf\xC3\xA9 \xC3\x89lan cafe\xCC\x81 \xD0\x9C\xD0\xB8\xD1\x80"),
              ElementsAre("cafe", "elan", "cafe", "\xD0\xBC\xD0\xB8\xD1\x80"));
}

TEST(QueryWords, KnowWordsOfGrammar) {
  const auto words = query_words("The ferry is his", {});
  ASSERT_EQ(words.size(), 4u);
  EXPECT_TRUE(words[0].common && words[2].common && words[3].common);
  EXPECT_FALSE(words[1].common);
}

WordRanking harbour_claims() {
  WordRanking ranking;
  ranking.add("Ferry fares will rise by a third in spring.", "Are the ferries getting dearer?");
  ranking.add("The shipyard of Grimsund will close.", "");
  ranking.add(
      "The price of bread on the islands rose by a third in a year, and fares did so too, while the mayor slept.", "");
  return ranking;
}

TEST(WordRanking, PutsTheClaimFirstThatTheSentenceHoldsMostOf) {
  const WordRanking ranking = harbour_claims();
  const auto hits = ranking.best("So they say ferry fares are rising by a third?! #Grimsund", 5);
  ASSERT_GE(hits.size(), 2u);
  EXPECT_EQ(hits[0].number, 0u);
  EXPECT_GT(hits[0].score, hits[1].score);
}

TEST(WordRanking, LeavesOutWordsOfGrammarUnlessThereAreNoOthers) {
  EXPECT_THAT(harbour_claims().best("it is what they will have: zeppelins", 5), IsEmpty());
  EXPECT_EQ(harbour_claims().best("of the", 5).size(), 3u);
}

TEST(WordRanking, FindsWordsOfOneBeginningAfterTheWordItself) {
  WordRanking ranking;
  ranking.add("The Halmvik ferry came.", "");
  ranking.add("Halmvikland rose.", "");
  ranking.add("Bread rose.", "");
  const auto hits = ranking.best("Halmvik", 5);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].number, 0u);
  EXPECT_GT(hits[0].score, 2 * hits[1].score);
}

TEST(WordRanking, FindsWordsOfOneBeginningWhereNoTextHasTheWordItself) {
  WordRanking ranking;
  ranking.add("The Halmvik ferry came.", "");
  ranking.add("The ferry came.", "");
  ranking.add("Halmvikers and Halmvik rose.", "");
  EXPECT_EQ(ranking.best("Halmvikland", 5).size(), 2u);
  const auto hits = ranking.best("ferry Halmvikland", 5);
  ASSERT_EQ(hits.size(), 3u);
  EXPECT_EQ(hits[0].number, 0u);
  EXPECT_THAT(ranking.best("Halm", 5), IsEmpty()) << "too short for a beginning";
  RankingWeights weights;
  weights.beginning = 0;
  WordRanking without(weights);
  without.add("The Halmvik ferry came.", "");
  EXPECT_THAT(without.best("Halmvikland", 5), IsEmpty());
}

TEST(WordRanking, CountsTheLettersOfABeginningNotItsBytes) {
  WordRanking ranking;
  ranking.add("\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC", "");                // "Паром"
  ranking.add("\xD0\x9F\xD0\xB0\xD0\xBB\xD1\x83\xD0\xB1\xD0\xB0 cream", "");  // "Палуба", two letters in common
  ranking.add("cr\xC3\xAApe \xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC\xD1\x8B", "");  // "паромы"
  const auto hits = ranking.best("\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC", 5);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].number, 0u);
  EXPECT_EQ(hits[1].number, 2u);
}

TEST(WordRanking, FindsNothingWithoutAWordInCommon) {
  EXPECT_THAT(harbour_claims().best("zeppelins", 5), IsEmpty());
  EXPECT_THAT(WordRanking().best("ferry", 5), IsEmpty());
  EXPECT_EQ(harbour_claims().best("third", 1).size(), 1u);
}

TEST(WordRanking, CountsWordsAsTheLargerNumberTheyWereChosenFrom) {
  WordRanking ranking = harbour_claims();
  ranking.count_as(1'000'000, {{"grimsund", 900'000}, {"fare", 2}});
  const auto hits = ranking.best("fares Grimsund", 3);
  ASSERT_EQ(hits.size(), 3u);
  EXPECT_EQ(hits.back().number, 1u);
}

TEST(ChangedWords, AreThoseOfEitherSideAlone) {
  const std::string_view before = "spend 2 percent by 2024.", after = "spend at least 5 percent by 2035";
  const ChangedWords changed = changed_words(before, after);
  ASSERT_EQ(changed.before.size(), 2u);
  EXPECT_EQ(changed.before[0].of(before), "2");
  EXPECT_EQ(changed.before[1].of(before), "2024");
  ASSERT_EQ(changed.after.size(), 2u);
  EXPECT_EQ(changed.after[0].of(after), "at least 5");
  EXPECT_EQ(changed.after[1].of(after), "2035");
  EXPECT_THAT(changed_words("Same words", "same words.").after, IsEmpty());
}

}  // namespace
}  // namespace avow::text
