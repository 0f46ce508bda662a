#include <gtest/gtest.h>

#include <ostream>

#include "text/annotate.hpp"

namespace avow {
namespace {

std::vector<VoiceSpan> voices_of(std::string_view text) {
  return annotate(text, {}, Gazetteer()).voices;
}

struct Case {
  std::string_view text;
  std::string_view content;
  std::string_view name;
  Voice kind = Voice::quotation;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

class QuotationCases : public testing::TestWithParam<Case> {};

TEST_P(QuotationCases, AreAttributed) {
  const Case& expected = GetParam();
  const auto found = voices_of(expected.text);
  ASSERT_EQ(found.size(), 1U) << expected.text;
  EXPECT_EQ(found[0].content.of(expected.text), expected.content);
  EXPECT_EQ(found[0].name, expected.name);
  EXPECT_EQ(found[0].kind, expected.kind);
}

INSTANTIATE_TEST_SUITE_P(
    Quotations, QuotationCases,
    testing::Values(
        Case{"“We will mend the bridge,” Jens Oak said.", "We will mend the bridge", "Jens Oak"},
        Case{"\"We will mend the bridge,\" said Jens Oak, the mayor.", "We will mend the bridge", "Jens Oak"},
        Case{"Eva Elm said: “Rents must fall.”", "Rents must fall.", "Eva Elm"},
        Case{"The mayor, Eva Elm, told reporters that “rents must fall at once.”", "rents must fall at once.",
             "Eva Elm"},
        Case{"According to Eva Elm, rents fell by a fifth.", "rents fell by a fifth", "Eva Elm", Voice::reported},
        Case{"Rents will fall, Eva Elm said on Monday.", "Rents will fall", "Eva Elm", Voice::reported},
        Case{"Jens Oak said that rents would fall.", "rents would fall", "Jens Oak", Voice::reported},
        Case{"Minister Jens Oak stated he agreed with the plan.", "he agreed with the plan", "Jens Oak",
             Voice::reported},
        Case{"Jens Oak promised to lower the rents.", "to lower the rents", "Jens Oak", Voice::reported},
        Case{"The ministry has also said that no money is left.", "no money is left", "ministry", Voice::reported}));

TEST(Quotations, GoOnAfterTheWordsOfAttribution) {
  const std::string_view text = "“We will build,” said Jens Oak, “and we will pay.” “It is time to begin.”";
  const auto found = voices_of(text);
  ASSERT_EQ(found.size(), 3U);
  for (const VoiceSpan& voice : found) EXPECT_EQ(voice.name, "Jens Oak");
}

TEST(Quotations, ResolvePronounsAndLastNames) {
  const auto found =
      voices_of("Jens Oak opened the fair. “It is a good year,” he said.\n\n“We will be back,” Oak added.");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Jens Oak");
  EXPECT_EQ(found[1].name, "Jens Oak");
}

TEST(Quotations, ResolveARoleToWhoWasNamedWithIt) {
  const auto found = voices_of("Finance Minister Eva Elm spoke first. The minister said that taxes would fall.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Eva Elm");
}

TEST(Quotations, RunOverParagraphs) {
  const std::string_view text = "Eva Elm said: “The first thing is work.\n\n“The second thing is rest.”";
  const auto found = voices_of(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Eva Elm");
  EXPECT_EQ(found[1].name, "Eva Elm");
  EXPECT_EQ(found[1].content.of(text), "The second thing is rest.");
}

TEST(Quotations, AreNotMadeOfScareQuotesOrSelfReports) {
  EXPECT_TRUE(voices_of("The so-called “peace plan” is dead.").empty());
  EXPECT_TRUE(voices_of("I said that we would win.").empty());
  EXPECT_TRUE(voices_of("Jens Oak did not say that rents would fall.").empty());
  EXPECT_TRUE(voices_of("The bridge was said to be safe.").empty());
}

struct Described {
  std::string_view text;
  std::string_view source;
  std::string_view cue;
  std::string_view content;
  std::string_view name;
};
void PrintTo(const Described& one, std::ostream* out) {
  *out << one.text;
}

class DescribedSources : public testing::TestWithParam<Described> {};

TEST_P(DescribedSources, AreGivenWithAllThatDescribesThem) {
  const Described& expected = GetParam();
  const auto found = voices_of(expected.text);
  ASSERT_FALSE(found.empty()) << expected.text;
  EXPECT_EQ(found[0].source.of(expected.text), expected.source);
  EXPECT_EQ(found[0].cue.of(expected.text), expected.cue);
  EXPECT_EQ(found[0].content.of(expected.text), expected.content);
  EXPECT_EQ(found[0].name, expected.name);
}

INSTANTIATE_TEST_SUITE_P(
    Quotations, DescribedSources,
    testing::Values(Described{"Eva Elm, the mayor of Oakham, said that rents would fall.",
                              "Eva Elm, the mayor of Oakham", "said", "rents would fall", "Eva Elm"},
                    Described{"“Rents will fall at last,” said Eva Elm, the mayor of Oakham.",
                              "Eva Elm, the mayor of Oakham", "said", "Rents will fall at last", "Eva Elm"},
                    Described{"The ministry has also said that no money is left.", "The ministry", "has also said",
                              "no money is left", "ministry"},
                    Described{"Most of the farmers said that rain would come.", "Most of the farmers", "said",
                              "rain would come", "Most of the farmers"},
                    Described{"Eva Elm, who said that rents would fall, left the fair.", "who", "said",
                              "rents would fall", "Eva Elm"},
                    Described{"Bread grew dearer in June, according to price lists.", "price lists", "according to",
                              "Bread grew dearer in June", "price lists"},
                    Described{"Voters “want cheaper bread,” Jens Oak said.", "Jens Oak", "said",
                              "Voters “want cheaper bread,”", "Jens Oak"}));

TEST(Quotations, StandInTwoApostrophesToo) {
  for (const std::string_view text :
       {"''We will mend the bridge,'' Jens Oak said.", "``We will mend the bridge,'' Jens Oak said."}) {
    const auto found = voices_of(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].content.of(text), "We will mend the bridge");
    EXPECT_EQ(found[0].name, "Jens Oak");
  }
}

TEST(Quotations, GoOnPastWordsOfAttributionThatArePutIn) {
  const std::string_view text = "The price of bread, Eva Elm said, will fall before the summer.";
  const auto found = voices_of(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].content.of(text), "The price of bread");
  EXPECT_EQ(found[1].content.of(text), "will fall before the summer");
}

TEST(Quotations, DoNotHoldWhereOrWhenSomebodySpoke) {
  const std::string_view text = "In the old court, Jens Oak said that rents would fall.";
  const auto found = voices_of(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.of(text), "rents would fall");
}

TEST(Quotations, EndWhereASecondVerbOfSayingBegins) {
  const std::string_view text = "Eva Elm said that work would be long, but said: “We have the means.”";
  const auto found = voices_of(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].content.of(text), "work would be long");
  EXPECT_EQ(found[1].content.of(text), "We have the means.");
}

}  // namespace
}  // namespace avow
