#include "avow/sdk/sentence_features.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace avow::sdk {
namespace {

struct Heard {
  std::vector<std::uint32_t> run_hashes, letter_hashes, word_hashes;
  void words(std::uint32_t hash) { run_hashes.push_back(hash); }
  void letters(std::uint32_t hash) { letter_hashes.push_back(hash); }
  void word(std::uint32_t hash) { word_hashes.push_back(hash); }
};

struct Read {
  explicit Read(std::string_view sentence) : style(read_features(sentence, heard)) {}
  float operator[](Style one) const { return style[static_cast<std::size_t>(one)]; }
  Heard heard;
  std::array<float, style_count> style;
};

TEST(SentenceFeatures, WordsAreComparedWithoutCaseAndNumbersByTheirLength) {
  EXPECT_EQ(Read("The mill HAS 120 wheels").heard.word_hashes, Read("the Mill has 999 wheels").heard.word_hashes);
  EXPECT_NE(Read("has 12 wheels").heard.word_hashes, Read("has 120 wheels").heard.word_hashes);
  EXPECT_EQ(Read("costs 1,250,000").heard.word_hashes, Read("costs 3500").heard.word_hashes);
}

TEST(SentenceFeatures, AnApostropheIsTheSameInBothSpellings) {
  EXPECT_EQ(Read("we don't know").heard.word_hashes, Read("we don\xE2\x80\x99t know").heard.word_hashes);
  EXPECT_EQ(Read("we don't know").heard.word_hashes.size(), 3U);
}

TEST(SentenceFeatures, RunsTellOrderAndTheBeginning) {
  const auto runs = [](std::string_view sentence) {
    const auto all = Read(sentence).heard.run_hashes;
    return std::set<std::uint32_t>(all.begin(), all.end());
  };
  EXPECT_NE(runs("ships carry grain"), runs("grain carry ships"));
  EXPECT_EQ(Read("ships carry grain").heard.run_hashes.size(), 9U);
}

TEST(SentenceFeatures, StyleSaysHowASentenceLooks) {
  const Read told("In 1990 we had cut 12% of the ferry fares.");
  EXPECT_EQ(told[Style::has_number], 1);
  EXPECT_EQ(told[Style::money_or_percent], 1);
  EXPECT_EQ(told[Style::past], 1);
  EXPECT_EQ(told[Style::own_group], 1);
  EXPECT_EQ(told[Style::asks], 0);
  EXPECT_EQ(told[Style::ends_open], 0);
  const Read asked("WILL THEY NOT COME?");
  EXPECT_EQ(asked[Style::asks], 1);
  EXPECT_EQ(asked[Style::future], 1);
  EXPECT_EQ(asked[Style::negated], 1);
  EXPECT_EQ(asked[Style::shouts], 1);
}

TEST(SentenceFeatures, AnyBytesAreRead) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (std::size_t cut = 0; cut <= all.size(); ++cut) {
    const Read read(std::string_view(all).substr(cut));
    for (const float one : read.style) EXPECT_TRUE(one >= 0 && one <= 1);
  }
  EXPECT_TRUE(Read("").heard.word_hashes.empty());
  EXPECT_TRUE(Read("   \n ").heard.word_hashes.empty());
}

TEST(SentenceFeatures, LongInputsAreCutAndLongWordsKeptShort) {
  const std::string word(3'000'000, 'x');
  const Read read(word);
  EXPECT_EQ(read.heard.word_hashes.size(), 1U);
  EXPECT_LT(read.heard.letter_hashes.size(), 300U);
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) many += "a ";
  EXPECT_EQ(Read(many).heard.word_hashes.size(), 2048U);
}

}  // namespace
}  // namespace avow::sdk
