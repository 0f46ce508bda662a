#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

#include "text/annotate.hpp"

namespace avow {
namespace {

std::vector<Quantity> quantities(std::string_view text) {
  return annotate(text, {}, Gazetteer()).quantities;
}

struct Case {
  std::string_view text;
  std::string_view span;
  double value;
  double step;
  std::string_view unit;
  Bound bound = Bound::exact;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

class QuantityCases : public testing::TestWithParam<Case> {};

TEST_P(QuantityCases, AreRead) {
  const Case& expected = GetParam();
  const auto found = quantities(expected.text);
  ASSERT_EQ(found.size(), 1U) << expected.text;
  EXPECT_EQ(found[0].span.of(expected.text), expected.span);
  EXPECT_DOUBLE_EQ(found[0].value.value, expected.value);
  EXPECT_DOUBLE_EQ(found[0].value.step, expected.step);
  EXPECT_EQ(found[0].unit, expected.unit);
  EXPECT_EQ(found[0].bound, expected.bound);
}

INSTANTIATE_TEST_SUITE_P(
    Quantities, QuantityCases,
    testing::Values(
        Case{"Our plan:\n\n- Build 300 homes\n- Plant trees\n", "300 homes", 300, 1, "home"},
        Case{"They spend at least 2 percent of GDP on it.", "at least 2 percent of GDP", 2, 1, "percent of GDP",
             Bound::at_least},
        Case{"It takes 5% of their annual Gross Domestic Product (GDP) now.",
             "5% of their annual Gross Domestic Product (GDP)", 5, 1, "percent of GDP"},
        Case{"We give 0.7 % of gross national income.", "0.7 % of gross national income", 0.7, 0.1, "percent of GNI"},
        Case{"Prices rose 2.0 per cent.", "2.0 per cent", 2, 0.1, "percent"},
        Case{"A gain of three percentage points.", "three percentage points", 3, 1, "percentage points"},
        Case{"They cut by 25 basis points.", "25 basis points", 0.25, 0.01, "percentage points"},
        Case{"It costs $1.5 billion.", "$1.5 billion", 1.5e9, 1e8, "USD"},
        Case{"It costs £20bn.", "£20bn", 20e9, 1e9, "GBP"},
        Case{"It costs up to 1,234.5 euros.", "up to 1,234.5 euros", 1234.5, 0.1, "EUR", Bound::at_most},
        Case{"Some two million people came.", "Some two million people", 2e6, 1e6, "people", Bound::about},
        Case{"There are a hundred and fifty schools.", "a hundred and fifty schools", 150, 1, "school"},
        Case{"Three hundred thousand people left.", "Three hundred thousand people", 300000, 100000, "people"},
        Case{"Half a million jobs went.", "Half a million jobs", 500000, 0, "job"},
        Case{"No more than 40 tonnes of CO2 may leave.", "No more than 40 tonnes of CO2", 40, 1, "t CO2",
             Bound::at_most},
        Case{"It emits 12 MtCO2.", "12 MtCO2", 12e6, 1e6, "t CO2"}, Case{"A plant of 600 MW.", "600 MW", 600, 1, "MW"},
        Case{"They built 3 000 new homes.", "3 000 new homes", 3000, 1, "home"},
        Case{"More than 31 members pay.", "More than 31 members", 31, 1, "member", Bound::more_than},
        Case{"Fewer than ten ships sail.", "Fewer than ten ships", 10, 1, "ship", Bound::less_than},
        Case{"We need 60 votes or more.", "60 votes or more", 60, 1, "vote", Bound::at_least}));

TEST(Quantities, ReadsRangeWithOneUnit) {
  for (const std::string_view text : {"between 2 and 3 percent", "from 2 to 3 percent", "2-3 percent", "2% to 3%"}) {
    const auto found = quantities(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_TRUE(found[0].range) << text;
    EXPECT_EQ(found[0].value.value, 2) << text;
    EXPECT_EQ(found[0].upper.value, 3) << text;
    EXPECT_EQ(found[0].unit, "percent") << text;
  }
}

TEST(Quantities, GivesTheScaleOfARangeToBothEnds) {
  const auto found = quantities("They want $3 to $5 billion.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value.value, 3e9);
  EXPECT_EQ(found[0].upper.value, 5e9);
  EXPECT_EQ(found[0].unit, "USD");
}

TEST(Quantities, LeavesOutWhatOnlyNamesOrDates) {
  for (const std::string_view text :
       {"Article 5 binds us.", "An F-16 flew.", "The G7 met.", "See Section 3.", "It began at 10:30.",
        "We met at 5 p.m. there.", "In 2014 they came.", "On 25 June 2025 they met.", "The 16th century ended.",
        "The 1990s were long.", "Call 555-1234.", "1. First of all", "as shown [12] before", "No one came."})
    EXPECT_TRUE(quantities(text).empty()) << text;
}

TEST(Quantities, TellsACountFromAYear) {
  const auto found = quantities("It gave work to 2000 people.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value.value, 2000);
}

TEST(Quantities, SurviveAbsurdDigits) {
  EXPECT_TRUE(quantities(std::string(5000, '9') + " percent").empty());
}

TEST(Quantities, AreFiniteHoweverManyScalesAreSaid) {
  for (const std::string number : {"3 million billion", "three million", "a hundred", "half a million", "$2 to $3"}) {
    std::string text = "They spend " + number;
    for (int i = 0; i < 500; ++i) text += " trillion";
    for (const Quantity& quantity : quantities(text + " euros.")) {
      EXPECT_TRUE(std::isfinite(quantity.value.value) && std::isfinite(quantity.value.step)) << number;
      EXPECT_TRUE(std::isfinite(quantity.upper.value) && std::isfinite(quantity.upper.step)) << number;
    }
  }
}

}  // namespace
}  // namespace avow
