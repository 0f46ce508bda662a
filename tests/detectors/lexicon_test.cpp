#include "lexicon.hpp"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk/cut_words.hpp"

namespace avow::detect {
namespace {

std::string failure_of(std::string_view text) {
  Lexicon lexicon;
  try {
    lexicon.add_text(text, "words.txt");
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

Lexicon::Known known(const Lexicon& lexicon, std::string_view word) {
  return lexicon.known(sdk::word_hash(word));
}
std::uint16_t number(const Lexicon& lexicon, std::string_view word) {
  return known(lexicon, word).number;
}

TEST(Lexicon, NamesFileAndLineOfAnUnknownSection) {
  EXPECT_EQ(failure_of("[will]\nwill\n[wil]\n"), "words.txt:3: unknown section [wil]");
}

TEST(Lexicon, RefusesAnEntryOutsideASection) {
  EXPECT_EQ(failure_of("# words\nwill\n"), "words.txt:2: an entry before the first [section]");
}

TEST(Lexicon, RefusesASixthVerbForm) {
  EXPECT_THAT(failure_of("[verb rise]\na, b, c, d, e, f\n"), testing::HasSubstr("five forms"));
}

TEST(Lexicon, RefusesAnEndlessPhrase) {
  EXPECT_THAT(failure_of("[will]\na b c d e f g h i j\n"), testing::HasSubstr("too many words"));
}

TEST(Lexicon, FindsPhrasesByTheirWords) {
  Lexicon lexicon;
  lexicon.add_text("[will]\nare going to, shall\n", "words.txt");
  const Lexicon::Node* node = &lexicon.first(number(lexicon, "are"));
  node = lexicon.next(*node, number(lexicon, "going"));
  ASSERT_NE(node, nullptr);
  EXPECT_TRUE(lexicon.matches(*node).empty());
  node = lexicon.next(*node, number(lexicon, "to"));
  ASSERT_NE(node, nullptr);
  ASSERT_EQ(lexicon.matches(*node).size(), 1u);
  EXPECT_EQ(lexicon.matches(*node).front().word, Word::will);
  EXPECT_EQ(lexicon.matches(*node).front().length, 3u);
  EXPECT_EQ(number(lexicon, "gone"), 0u);
}

TEST(Lexicon, KeepsEveryFormThatOneSpellingHas) {
  Lexicon lexicon;
  lexicon.add_text("[verb fall]\ncut, cuts, cut, cut, cutting\n", "words.txt");
  const auto matches = lexicon.matches(lexicon.first(number(lexicon, "cut")));
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches.front().forms, base | past | participle);
}

TEST(Lexicon, HoldsManyWords) {
  Lexicon lexicon;
  std::string text = "[will]\n";
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + "\n";
  lexicon.add_text(text, "words.txt");
  EXPECT_NE(number(lexicon, "word0"), 0u);
  EXPECT_NE(number(lexicon, "word4999"), 0u);
  EXPECT_EQ(number(lexicon, "word5000"), 0u);
}

TEST(Lexicon, RefusesMoreWordsThanItCanNumber) {
  std::string text = "[will]\n";
  for (int i = 0; i < 70'000; ++i) text += "word" + std::to_string(i) + "\n";
  EXPECT_THAT(failure_of(text), testing::HasSubstr("more words than a lexicon holds"));
}

TEST(Lexicon, KnowsOfAWordWhatAnyPhraseThatBeginsWithItMeets) {
  Lexicon lexicon(std::vector<Need>{{bit(Word::will)}, {bit(Word::rise), past}});
  lexicon.add_text("[will]\nare going to\n[verb rise]\ncut, cuts, cut, cut, cutting\nraise, , raised\n", "words.txt");
  EXPECT_EQ(known(lexicon, "are").alone(), 0u);
  EXPECT_EQ(known(lexicon, "are").longer(), 1u);
  EXPECT_EQ(known(lexicon, "going").needs, 0);
  EXPECT_EQ(known(lexicon, "cut").alone(), 2u);
  EXPECT_EQ(known(lexicon, "cut").longer(), 0u);
  EXPECT_EQ(known(lexicon, "raise").needs, 0);
  EXPECT_EQ(known(lexicon, "raised").alone(), 2u);
}

TEST(Lexicon, AVerbMeetsWhatItMeetsWithAPrefix) {
  Lexicon lexicon(std::vector<Need>{{bit(Word::rise)}});
  lexicon.add_text("[verb rise]\nanheben, anhebt\n[verb hold]\nheben, hebt\n", "words.txt");
  EXPECT_EQ(known(lexicon, "hebt").needs, 0);
  lexicon.set_order(WordOrder::read("[separable prefix]\nan\n", "order"));
  EXPECT_EQ(known(lexicon, "hebt").alone(), 1u);
}

}  // namespace
}  // namespace avow::detect
