#include "engine/derived.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "engine/outcomes.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A pact of two members, one of which left in 2023, with amounts, shares and products.
class Derived : public EngineTest {
 protected:
  Derived() : lexicon(vocabulary()) {
    add_vocabulary(*store, vocabulary(), "test", "more");
    rules.add("pact:usd", {true, ""});
    rules.add("pact:share", {false, "pact:product"});
    import("pact:usd", "Arvania,2022,10\nBelmark,2022,30\nArvania,2023,20\nBelmark,2023,35\nArvania,2024,25\n");
    import("pact:product", "Arvania,2022,1000\nBelmark,2022,3000\nArvania,2023,1000\n");
    import("pact:share", "Arvania,2022,1\nBelmark,2022,2\nArvania,2023,2\nBelmark,2023,1.5\n");
  }

  static Vocabulary vocabulary() {
    Vocabulary vocabulary = small_vocabulary();
    vocabulary.entities[2].memberships[0].until = Date::year(2023);
    vocabulary.indicators.push_back({"pact:product", "Product", "product", "USD", "Pact", "", 1, {}});
    return vocabulary;
  }

  void import(const char* indicator, const std::string& rows, const char* published = "2025-01-01") {
    OutcomeOptions options;
    options.indicator = indicator;
    options.source = "tables";
    options.published = parse_day(published);
    import_outcomes(*store, lexicon, "f.csv", "country,period,value\n" + rows, options, "test");
  }

  std::vector<DerivedFigure> ask(const DerivedQuestion& question) {
    std::vector<DerivedFigure> figures;
    derive(*store, lexicon, rules, question, [&](const DerivedFigure& figure) {
      figures.push_back(figure);
      return true;
    });
    return figures;
  }

  static DerivedQuestion question(Formula formula, const char* indicator, const char* entity) {
    DerivedQuestion asked;
    asked.formula = formula;
    asked.indicator = indicator;
    asked.entity = entity;
    return asked;
  }

  static std::vector<std::string> shown(const std::vector<DerivedFigure>& figures) {
    std::vector<std::string> seen;
    for (const DerivedFigure& figure : figures)
      seen.push_back(figure.period.text() + " " + figure.value + " " + figure.unit + ", " + figure.method);
    return seen;
  }

  std::string error_of(const DerivedQuestion& asked) {
    try {
      ask(asked);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was thrown";
  }

  Lexicon lexicon;
  MemberRules rules;
};

TEST_F(Derived, TotalsTakeTheMembersOfThePeriodAndNameTheirParts) {
  const auto figures = ask(question(Formula::total, "pact:usd", "pact"));
  EXPECT_THAT(shown(figures), ElementsAre("2022 40 USD, sum of 2 of 2 members", "2023 55 USD, sum of 2 of 2 members",
                                          "2024 25 USD, sum of 1 of 1 members"));
  ASSERT_THAT(figures[0].parts, SizeIs(2));
  EXPECT_EQ(store->observation(figures[0].parts[1])->value, "30");
  EXPECT_EQ(to_string(figures[0].published), "2025-01-01");
}

TEST_F(Derived, WhatDoesNotAddUpIsRefused) {
  EXPECT_THAT(error_of(question(Formula::total, "pact:share", "pact")), HasSubstr("not said to add up"));
  EXPECT_THAT(error_of(question(Formula::mean, "pact:usd", "pact")), HasSubstr("weighted by"));
  EXPECT_THAT(error_of(question(Formula::total, "pact:none", "pact")), HasSubstr("unknown indicator"));
}

TEST_F(Derived, MeansAreWeightedAndPartialWhereAWeightIsMissing) {
  const auto figures = ask(question(Formula::mean, "pact:share", "pact"));
  EXPECT_THAT(shown(figures), ElementsAre("2022 1.75 percent of GDP, mean, weighted by pact:product, of 2 of 2 members",
                                          "2023 2 percent of GDP, mean, weighted by pact:product, of 1 of 2 members"));
  EXPECT_THAT(figures[0].parts, SizeIs(4));
  EXPECT_THAT(figures[1].missing, ElementsAre("XBB"));
  DerivedQuestion plain = question(Formula::mean, "pact:share", "pact");
  plain.plain = true;
  EXPECT_EQ(ask(plain)[0].value, "1.5");
}

TEST_F(Derived, APublishedFigureStandsBesideTheDerivedOne) {
  import("pact:usd", "pact,2022,41\n");
  const auto figures = ask(question(Formula::total, "pact:usd", "pact"));
  ASSERT_TRUE(figures[0].published_figure);
  EXPECT_EQ(figures[0].published_figure->observation.value, "41");
  EXPECT_EQ(figures[0].value, "40");
  EXPECT_FALSE(figures[1].published_figure);
}

TEST_F(Derived, ChangesAreCountedFromTheYearBeforeOrABaseline) {
  DerivedQuestion asked = question(Formula::change, "pact:usd", "XAA");
  EXPECT_THAT(shown(ask(asked)), ElementsAre("2023 10 USD, change on 2022", "2024 5 USD, change on 2023"));
  asked.baseline = Date::year(2022);
  asked.percent = true;
  asked.period_from = parse_day("2024-01-01");
  EXPECT_THAT(shown(ask(asked)), ElementsAre("2024 150 percent, change on 2022, in percent of it"));
  EXPECT_THAT(shown(ask(question(Formula::change, "pact:share", "XAA"))),
              ElementsAre("2023 1 percentage points, change on 2022"));
}

TEST_F(Derived, AQuarterIsComparedWithThatOfTheYearBefore) {
  import("pact:usd", "Arvania,2020-Q1,4\nArvania,2021-Q1,5\nArvania,2020-02,1\nArvania,2021-02,3\n");
  EXPECT_THAT(shown(ask(question(Formula::change, "pact:usd", "XAA"))),
              testing::IsSupersetOf({"2021-01-01/2021-03-31 1 USD, change on 2020-01-01/2020-03-31",
                                     "2021-02 2 USD, change on 2020-02"}));
}

TEST_F(Derived, SharesAreOfTwoAmountsInOneUnit) {
  DerivedQuestion asked = question(Formula::share, "pact:usd", "XAA");
  asked.other = "pact:product";
  EXPECT_THAT(shown(ask(asked)), ElementsAre("2022 1 percent of pact:product, pact:usd as a share of pact:product",
                                             "2023 2 percent of pact:product, pact:usd as a share of pact:product"));
  asked.other = "pact:share";
  EXPECT_THAT(error_of(asked), HasSubstr("pact:usd is in 'USD' and pact:share in 'percent of GDP'"));
}

TEST_F(Derived, TheStatusIsThatOfTheLeastSurePartAndBothClocksCount) {
  import("pact:usd", "Arvania,2022,11\n", "2025-03-01");
  DerivedQuestion asked = question(Formula::total, "pact:usd", "pact");
  EXPECT_EQ(ask(asked)[0].value, "41");
  asked.clocks.today = parse_day("2025-02-01");
  EXPECT_EQ(ask(asked)[0].value, "40");
  asked.clocks.today = parse_day("2024-01-01");
  EXPECT_THAT(ask(asked), IsEmpty());
}

TEST(MemberRulesFile, IsReadLineByLine) {
  const TempFolder folder;
  std::filesystem::create_directory(folder / "indicators");
  const auto write = [&](const char* text) { std::ofstream(folder / "indicators/members.tsv") << text; };
  write("# a remark\na\tsum\nb\tmean\tc\n");
  const MemberRules rules = MemberRules::in(folder.path());
  EXPECT_TRUE(rules.of("a")->sum);
  EXPECT_EQ(rules.of("b")->weight, "c");
  EXPECT_EQ(rules.of("c"), nullptr);
  write("a\tmedian\n");
  EXPECT_THROW(MemberRules::in(folder.path()), Error);
  EXPECT_EQ(MemberRules::in(folder / "none").of("a"), nullptr);
}

}  // namespace
}  // namespace avow
