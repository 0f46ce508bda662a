#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "support/paths.hpp"
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

TEST(Sentences, KeepPartiesReferencesAndInitialsWhole) {
  EXPECT_THAT(sentences("In Oak v. Elm the court agreed (Vol. 571, c. 375). So did A. B. Crewe."),
              ElementsAre("In Oak v. Elm the court agreed (Vol. 571, c. 375).", "So did A. B. Crewe."));
  EXPECT_THAT(sentences("The maker’s C. V. Oak was proud. Sens. Elm and Ash were not."),
              ElementsAre("The maker’s C. V. Oak was proud.", "Sens. Elm and Ash were not."));
}

TEST(Sentences, KeepANumberWithWhatItNumbersWithinAParagraph) {
  EXPECT_THAT(sentences("We hold to two things. 1. We sell nothing. 2. We lend nothing. There were 12. We sold 10."),
              ElementsAre("We hold to two things.", "1. We sell nothing.", "2. We lend nothing.", "There were 12.",
                          "We sold 10."));
}

TEST(Sentences, EndAfterADayThatIsCounted) {
  EXPECT_THAT(sentences("It has been so since January 1st. Thousands came."),
              ElementsAre("It has been so since January 1st.", "Thousands came."));
}

TEST(Sentences, OfAWriterWithoutCapitalsBeginSmall) {
  EXPECT_THAT(sentences("great place to eat. staff knew their menu! nothing was cold, e.g. soup or such. come early"),
              ElementsAre("great place to eat.", "staff knew their menu!", "nothing was cold, e.g. soup or such.",
                          "come early"));
  EXPECT_THAT(sentences("They found it approx. where it was lost. See the page. www.oak.example has it."),
              ElementsAre("They found it approx. where it was lost.", "See the page.", "www.oak.example has it."));
}

/// Running paragraphs in the style of records, speeches, declarations and news: a sentence a line, an empty line
/// between paragraphs.
TEST(Sentences, OfEditedTextAreFound) {
  std::ifstream in(source_folder() / "tests/text/data/edited_sentences.txt");
  std::string text;
  std::set<std::string> wanted;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      text += "\n\n";
      continue;
    }
    if (!text.empty() && text.back() != '\n') text += ' ';
    text += line;
    wanted.insert(line);
  }
  ASSERT_GE(wanted.size(), 120U);
  std::size_t right = 0;
  const auto found = sentences(text);
  std::string wrong;
  for (const std::string& sentence : found) {
    right += wanted.count(sentence);
    if (wanted.count(sentence) == 0) wrong += sentence + '\n';
  }
  EXPECT_GE(2.0 * static_cast<double>(right) / static_cast<double>(found.size() + wanted.size()), 0.97) << wrong;
}

}  // namespace
}  // namespace avow
