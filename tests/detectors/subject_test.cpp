#include "subject.hpp"

#include <gtest/gtest.h>

#include <string>

#include "words.hpp"

namespace avow::detect {
namespace {

int will_of(const Tokens& tokens) {
  for (int at = 0; at < tokens.size(); ++at) {
    if (tokens.starts(at, bit(Word::will))) return at;
  }
  return 0;
}

std::string subject_of(std::string_view text) {
  const Tokens tokens = words_of(text);
  const Subject subject = subject_before(tokens, 0, will_of(tokens));
  if (subject.empty()) return {};
  const sdk::Span span = tokens.span(subject.first, subject.last);
  return std::string(text.substr(span.begin, span.size()));
}

TEST(Subjects, ReadsPronounsAndNounPhrases) {
  EXPECT_EQ(subject_of("Today we will row"), "we");
  EXPECT_EQ(subject_of("The harbour board of Lund will row"), "The harbour board of Lund");
}

TEST(Subjects, SkipsAdverbsBeforeTheVerb) {
  EXPECT_EQ(subject_of("we also therefore will row"), "we");
}

TEST(Subjects, StopsAtTheClauseItStandsIn) {
  EXPECT_EQ(subject_of("I believe that the north pier and the south pier will hold"),
            "the north pier and the south pier");
  EXPECT_EQ(subject_of("The bell rang, but the crew will stay"), "the crew");
}

TEST(Subjects, LeavesAnEarlierVerbAndItsObjectOut) {
  EXPECT_EQ(subject_of("They raise the tolls and the crew will stay"), "the crew");
}

TEST(Subjects, PassesOverAParenthesis) {
  EXPECT_EQ(subject_of("The ports, including Lund, will open"), "The ports");
}

TEST(Subjects, DropsAnIntroduction) {
  EXPECT_EQ(subject_of("In the next season the crew will stay"), "the crew");
}

TEST(Subjects, TakesWhatARelativePronounStandsFor) {
  const std::string_view text = "the ferry which will sail";
  const Tokens tokens = words_of(text);
  const Subject subject = subject_before(tokens, 0, will_of(tokens));
  EXPECT_TRUE(subject.relative);
  EXPECT_EQ(subject_of(text), "the ferry");
}

TEST(Subjects, SaysWhenTheVerbHasNoneOfItsOwn) {
  const Tokens tokens = words_of("and will row");
  EXPECT_TRUE(subject_before(tokens, 0, 1).inherited);
}

}  // namespace
}  // namespace avow::detect
