#include "lexicon.hpp"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>

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
  const auto number = [&](std::string_view word) { return lexicon.number(Lexicon::hash(word), word); };
  std::uint32_t node = lexicon.next(0, number("are"));
  node = lexicon.next(node, number("going"));
  EXPECT_TRUE(lexicon.meanings(node).empty());
  node = lexicon.next(node, number("to"));
  ASSERT_EQ(lexicon.meanings(node).size(), 1u);
  EXPECT_EQ(lexicon.meanings(node).front().word, Word::will);
  EXPECT_EQ(number("gone"), 0u);
}

TEST(Lexicon, KeepsEveryFormThatOneSpellingHas) {
  Lexicon lexicon;
  lexicon.add_text("[verb fall]\ncut, cuts, cut, cut, cutting\n", "words.txt");
  const std::uint32_t node = lexicon.next(0, lexicon.number(Lexicon::hash("cut"), "cut"));
  ASSERT_EQ(lexicon.meanings(node).size(), 1u);
  EXPECT_EQ(lexicon.meanings(node).front().forms, base | past | participle);
}

TEST(Lexicon, HoldsManyWords) {
  Lexicon lexicon;
  std::string text = "[will]\n";
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + "\n";
  lexicon.add_text(text, "words.txt");
  EXPECT_NE(lexicon.number(Lexicon::hash("word0"), "word0"), 0u);
  EXPECT_NE(lexicon.number(Lexicon::hash("word4999"), "word4999"), 0u);
  EXPECT_EQ(lexicon.number(Lexicon::hash("word5000"), "word5000"), 0u);
}

}  // namespace
}  // namespace avow::detect
