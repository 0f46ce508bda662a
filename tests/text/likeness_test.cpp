#include "text/likeness.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/interview_pair.hpp"

namespace avow::text {
namespace {

using test::interview;
using test::other_interview;
using test::paraphrase;

Likeness likeness(std::string_view first, std::string_view second) {
  return compare(outline_of(first), outline_of(second));
}

TEST(Likeness, KnowsTheSameText) {
  const Likeness same = likeness(interview, interview);
  EXPECT_TRUE(same.is_copy());
  EXPECT_GT(same.covered, 0.9);
  for (const SentencePair& pair : same.pairs) EXPECT_EQ(pair.likeness, 1);
}

TEST(Likeness, KnowsAnExcerptUnderAnotherHeading) {
  const std::string excerpt = "Harbour minister speaks out\n\n" + std::string(interview.substr(interview.find("ODA")));
  EXPECT_TRUE(likeness(interview, excerpt).is_copy());
}

TEST(Likeness, KnowsATextWhoseWordsAMachineExchanged) {
  const Likeness alike = likeness(interview, paraphrase);
  EXPECT_TRUE(alike.is_copy()) << alike.covered << " by " << alike.pairs.size();
  const Outline original = outline_of(interview);
  const Outline copy = outline_of(paraphrase);
  std::size_t promises = 0;
  for (const SentencePair& pair : alike.pairs) {
    const std::string_view said = original.sentences[pair.first].span.of(interview);
    const std::string_view told = copy.sentences[pair.second].span.of(paraphrase);
    EXPECT_EQ(said.find("4,200") == std::string_view::npos, told.find("4,200") == std::string_view::npos) << told;
    promises += said.find("4,200") != std::string_view::npos ? 1 : 0;
  }
  EXPECT_EQ(promises, 1U);
}

TEST(Likeness, TellsAnotherInterviewOnTheSameMatterApart) {
  EXPECT_FALSE(likeness(interview, other_interview).is_copy());
  EXPECT_FALSE(likeness(paraphrase, other_interview).is_copy());
}

TEST(Likeness, IsTheSameFromBothSides) {
  EXPECT_DOUBLE_EQ(likeness(interview, paraphrase).covered, likeness(paraphrase, interview).covered);
}

TEST(Likeness, TakesTheLinesBelowEveryArticleForNoCopy) {
  const std::string footer =
      "\n\nThe Quay Courier is owned by its readers. Write to us with what you know. We print no letter without its "
      "writer's name. Every mistake is put right on page two.\n";
  const std::string first = "The town hall was shut on Monday. Nobody knew why." + footer;
  const std::string second = "Herring is dear again this week, as the boats stayed in." + footer;
  EXPECT_FALSE(likeness(first, second).is_copy());
}

TEST(Likeness, OfNothingIsNone) {
  EXPECT_FALSE(likeness("", "").is_copy());
  EXPECT_FALSE(likeness("", interview).is_copy());
  EXPECT_EQ(likeness("...", "!!!").covered, 0);
}

TEST(Likeness, StaysQuickWhereEverySentenceIsAlike) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "We will build it and they will come to it by the sea. ";
  const Likeness same = likeness(text, text);
  EXPECT_GE(same.pairs.size(), 300U);
  EXPECT_LE(same.pairs.size(), 301U);
}

TEST(Outline, TellsWhichSentenceHoldsASpan) {
  const std::string_view text = "One thing was said. Another was not. A third may be.";
  const Outline outline = outline_of(text);
  ASSERT_EQ(outline.sentences.size(), 3U);
  EXPECT_EQ(outline.sentence_of({20, 30}), 1U);
  EXPECT_EQ(outline.sentence_of({15, 35}), 1U);
  EXPECT_EQ(outline.sentence_of({400, 410}), 3U);
}

TEST(Anchors, AreNumbersThenNamesThenLongWords) {
  EXPECT_EQ(anchors_of("We will build 4,200 homes in Grimsund by 2031, whatever it costs.", 4),
            (std::vector<std::string>{"4,200", "2031", "Grimsund", "whatever"}));
}

}  // namespace
}  // namespace avow::text
