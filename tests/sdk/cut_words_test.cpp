#include "avow/sdk/cut_words.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "avow/sdk/document.hpp"

namespace avow::sdk {
namespace {

using testing::ElementsAre;

struct Cut {
  explicit Cut(std::string_view text) : Cut(text, {0, text.size()}) {}
  Cut(std::string_view text, Span span) {
    after = cut_words(text, span, [&](const avow_word& word) {
      words.emplace_back(text.substr(word.begin, word.end - word.begin));
      raw.push_back(word);
    });
  }
  std::vector<std::string> words;
  std::vector<avow_word> raw;
  std::uint32_t after = 0;
};

TEST(CutWords, CutsAsTheAbiSays) {
  EXPECT_THAT(Cut("We'll see the town’s long-term plan, won't we?").words,
              ElementsAre("We", "'ll", "see", "the", "town", "’s", "long-term", "plan", "won't", "we"));
  EXPECT_THAT(Cut("5G for 1,250.5 homes - rock'n'roll -- naïve €3").words,
              ElementsAre("5G", "for", "1,250.5", "homes", "rock'n'roll", "naïve", "3"));
  EXPECT_THAT(Cut("ÉTÉ ª 東京 a–b 'tis").words, ElementsAre("ÉTÉ", "ª", "東京", "a", "b", "tis"));
  EXPECT_THAT(Cut("").words, ElementsAre());
}

TEST(CutWords, StaysWithinItsSpan) {
  const Cut cut("one two-three four", {4, 7});
  EXPECT_THAT(cut.words, ElementsAre("two"));
  EXPECT_EQ(cut.after, 0u);
}

TEST(CutWords, HashesTheLowerCaseForm) {
  const auto hash = [](std::string_view word) { return Cut(word).raw.at(0).hash; };
  EXPECT_EQ(hash("Zürich-WEST"), word_hash("zürich-west"));
  EXPECT_EQ(hash("ÄRZTE"), word_hash("ärzte"));
  EXPECT_EQ(hash("×"), word_hash("×"));
  EXPECT_EQ(Cut("We’LL").raw.at(1).hash, word_hash("'ll"));
  EXPECT_EQ(word_hash("ab"), word_hash("b", word_hash("a")));
  EXPECT_EQ(word_hash(""), 14695981039346656037ULL);
  EXPECT_EQ(word_hash("a"), 0xaf63dc4c8601ec8cULL);  // as published with FNV-1a
}

TEST(CutWords, TellsWhatStandsBetween) {
  const Cut cut("Piers, docks — and (old) “cranes”; all -- 2?");
  std::vector<std::uint32_t> marks;
  for (const avow_word& word : cut.raw) marks.push_back(word.marks);
  EXPECT_THAT(marks, ElementsAre(0u, AVOW_MARK_COMMA, AVOW_MARK_DASH, AVOW_MARK_OPEN, AVOW_MARK_CLOSE | AVOW_MARK_QUOTE,
                                 AVOW_MARK_QUOTE | AVOW_MARK_STOP, AVOW_MARK_DASH));
  EXPECT_EQ(cut.after, AVOW_MARK_STOP | AVOW_MARK_QUESTION);
}

TEST(CutWords, TellsHowAWordBegins) {
  const Cut cut("Old Österreich 3rd ’tis");
  std::vector<std::uint32_t> forms;
  for (const avow_word& word : cut.raw) forms.push_back(word.form);
  EXPECT_THAT(forms, ElementsAre(AVOW_WORD_CAPITAL, AVOW_WORD_CAPITAL, AVOW_WORD_DIGIT, 0u));
}

TEST(CutWords, TakesAWordOfAnyLength) {
  const std::string text(1'000'000, 'a');
  EXPECT_THAT(Cut(text).words, ElementsAre(text));
}

TEST(DocumentWords, AreRefusedWithAReasonWhenTheHostIsOfTheFirstMinor) {
  avow_document raw{};
  raw.struct_size = offsetof(avow_document, words);
  try {
    Document(raw).word_list();
    FAIL() << "nothing thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("plugin ABI 1.0 and gives no words"));
  }
}

TEST(DocumentWords, OfASentenceOfTheFirstMinorAreNone) {
  avow_sentence raw{};
  raw.words = {3, 9};
  raw.struct_size = offsetof(avow_sentence, words);
  EXPECT_EQ(Sentence::read(raw).word_range, Span{});
  raw.struct_size = sizeof raw;
  EXPECT_EQ(Sentence::read(raw).word_range, (Span{3, 9}));
}

}  // namespace
}  // namespace avow::sdk
