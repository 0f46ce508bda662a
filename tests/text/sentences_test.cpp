#include <gmock/gmock.h>

#include "text/annotate.hpp"

namespace avow {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : annotate(text, {}, Gazetteer()).sentences) out.emplace_back(sentence.span.of(text));
  return out;
}

TEST(Sentences, KeepTitlesInitialsAndMonthsWhole) {
  EXPECT_THAT(sentences("Mr. Oak met Gen. P. Q. Elm on Jan. 5 in the U.S. capital. They talked."),
              ElementsAre("Mr. Oak met Gen. P. Q. Elm on Jan. 5 in the U.S. capital.", "They talked."));
}

TEST(Sentences, KeepDecimalsAndLatinShortForms) {
  EXPECT_THAT(sentences("Output grew by 2.5 percent, e.g. in steel. No. 4 closed."),
              ElementsAre("Output grew by 2.5 percent, e.g. in steel.", "No. 4 closed."));
}

TEST(Sentences, EndAfterAClosingQuotationMark) {
  EXPECT_THAT(sentences("“We will pay.” The hall was silent. \"Why?\" she asked."),
              ElementsAre("“We will pay.”", "The hall was silent.", "\"Why?\" she asked."));
}

TEST(Sentences, MayEndInAnAbbreviation) {
  EXPECT_THAT(sentences("She lives in the U.S. He does not."), ElementsAre("She lives in the U.S.", "He does not."));
}

TEST(Sentences, TakeHeadingsAndListItemsAsTheirOwn) {
  EXPECT_THAT(sentences("Our plan\nWe build homes.\n- new roads\n- better trains\n1. Lower rents"),
              ElementsAre("Our plan", "We build homes.", "new roads", "better trains", "Lower rents"));
}

TEST(Sentences, RunOverLinesThatAreWrapped) {
  const std::string text =
      "The council of the small town by the river has agreed to\n"
      "mend every bridge that the flood of last winter damaged,\n"
      "and will borrow the money. Work on the first of them has\n"
      "begun already and is to be finished before the days grow\n"
      "short. The others follow.";
  EXPECT_THAT(sentences(text), testing::SizeIs(3));
}

TEST(Sentences, NeverCrossAParagraph) {
  EXPECT_THAT(sentences("no stop here\n\nand none there"), ElementsAre("no stop here", "and none there"));
}

TEST(Sentences, LeaveOutTheLabelsOfTurns) {
  EXPECT_THAT(sentences("OAK: We start.\nELM: We stop.\nOAK: We go on."),
              ElementsAre("We start.", "We stop.", "We go on."));
}

TEST(Sentences, OfAnEmptyTextAreNone) {
  EXPECT_TRUE(sentences("").empty());
  EXPECT_TRUE(sentences(" \n\n ... \n").empty());
}

}  // namespace
}  // namespace avow
