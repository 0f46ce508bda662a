#include "tokens.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "words.hpp"

namespace avow::detect {
namespace {

std::vector<std::string> split(std::string_view text) {
  const Tokens tokens = words_of(text);
  std::vector<std::string> words;
  for (int at = 0; at < tokens.size(); ++at) words.emplace_back(tokens.text(at));
  return words;
}

TEST(Words, SplitsEndingsThatAreWordsOfTheirOwn) {
  EXPECT_THAT(split("We'll see the town’s plan, won't we?"),
              testing::ElementsAre("We", "'ll", "see", "the", "town", "’s", "plan", "won't", "we"));
}

TEST(Words, KeepsNumbersAndHyphensTogether) {
  EXPECT_THAT(split("a well-lit 1,250.5 pier - new"), testing::ElementsAre("a", "well-lit", "1,250.5", "pier", "new"));
}

TEST(Words, KnowsWhatStandsBetween) {
  const Tokens tokens = words_of("Piers, docks — and (old) cranes; all");
  EXPECT_TRUE(tokens.breaks(1, comma));
  EXPECT_TRUE(tokens.breaks(2, dash));
  EXPECT_TRUE(tokens.breaks(3, open_paren));
  EXPECT_TRUE(tokens.breaks(4, close_paren));
  EXPECT_TRUE(tokens.breaks(5, strong_break));
}

TEST(Words, MatchesWithoutRegardToCaseAndApostrophe) {
  const Tokens tokens = words_of("THEY ARE GOING TO stay and we’ll go");
  EXPECT_TRUE(tokens.starts(1, bit(Word::will)));
  EXPECT_EQ(tokens.length(1, bit(Word::will)), 3);
  EXPECT_TRUE(tokens.starts(7, bit(Word::will)));
}

TEST(Words, FindsNoPhraseAcrossABreak) {
  EXPECT_FALSE(words_of("They are, going to rest").starts(1, bit(Word::will)));
}

TEST(Words, TellsOwnershipFromBeing) {
  const Tokens tokens = words_of("the town's pier and it's old");
  EXPECT_TRUE(tokens.starts(2, bit(Word::other_possessive)));
  EXPECT_FALSE(tokens.starts(2, bit(Word::be)));
  EXPECT_TRUE(tokens.starts(6, bit(Word::be)));
  EXPECT_FALSE(tokens.starts(6, bit(Word::other_possessive)));
}

TEST(Words, AsksOnlyAtTheEnd) {
  EXPECT_TRUE(words_of("Will the pier stay?\"").asks());
  EXPECT_FALSE(words_of("Why? We will tell.").asks());
}

TEST(Words, TakesParticiplesByFormOrEnding) {
  const Tokens tokens = words_of("it will be repainted and cut and green");
  EXPECT_TRUE(tokens.is_participle(3));
  EXPECT_TRUE(tokens.is_participle(5));
  EXPECT_FALSE(tokens.is_participle(7));
}

TEST(Words, BoundsTheLengthOfASentence) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "we ";
  EXPECT_EQ(static_cast<std::size_t>(words_of(text).size()), Tokens::max_tokens);
}

/// Sentences of words that begin phrases or go on with them, with a comma now and then.
std::vector<std::string> sentences() {
  const std::vector<std::string> words = {"are", "going", "to", "we", "'ll", "by", "no", "means", "was", "will", "cut"};
  std::vector<std::string> out;
  for (std::size_t seed = 1; seed < 400; ++seed) {
    std::string text;
    for (std::size_t next = seed * 7919, i = 0; i < 6; ++i, next = next * 31 + 17)
      text += words[next / 7 % words.size()] + (next % 5 == 0 ? ", " : " ");
    out.push_back(text);
  }
  return out;
}

TEST(Words, MeetANeedJustWhenAPhraseDoes) {
  const Lexicon lexicon = [] {
    Lexicon words(std::vector<Need>{{bit(Word::will)}, {bit(Word::not_)}, {bit(Word::rise), past}});
    words.add_text("[will]\nwill, 'll, are going to\n[not]\nby no means\n[verb rise]\ncut, cuts, cut, cut\n[to]\nto\n",
                   "small");
    return words;
  }();
  for (const std::string& text : sentences()) {
    unsigned met = 0;
    const Tokens tokens = words_of(text, lexicon, &met);
    EXPECT_EQ((met & 1) != 0, (tokens.words() & bit(Word::will)) != 0) << text;
    EXPECT_EQ((met & 2) != 0, (tokens.words() & bit(Word::not_)) != 0) << text;
    EXPECT_EQ((met & 4) != 0, (tokens.words() & bit(Word::rise)) != 0) << text;
  }
}

TEST(Words, ReadsAnEmptySentence) {
  EXPECT_EQ(words_of("").size(), 0);
}

}  // namespace
}  // namespace avow::detect
