#include <gtest/gtest.h>

#include <ostream>

#include "text/annotate.hpp"

/// Dates as promises name them, worked out from the day of publication.
namespace avow {
namespace {

struct Case {
  std::string_view published;
  std::string_view text;
  std::string_view span;
  std::string_view date;
  DateRole role = DateRole::at;
  bool relative = true;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

class PromiseDates : public testing::TestWithParam<Case> {};

TEST_P(PromiseDates, AreWorkedOut) {
  const Case& expected = GetParam();
  const Date published = Date::parse(expected.published).value_or(Date());
  const auto found = annotate(expected.text, published, Gazetteer()).dates;
  ASSERT_EQ(found.size(), 1U) << expected.text;
  EXPECT_EQ(found[0].span.of(expected.text), expected.span);
  EXPECT_EQ(found[0].date.text(), expected.date) << expected.text;
  EXPECT_EQ(found[0].role, expected.role) << expected.text;
  EXPECT_EQ(found[0].relative, expected.relative) << expected.text;
}

INSTANTIATE_TEST_SUITE_P(
    Deadlines, PromiseDates,
    testing::Values(
        Case{"2025-04-25", "We will halve it within a decade.", "within a decade", "2035", DateRole::within},
        Case{"2025-04-25", "The fee goes by the end of the year.", "by the end of the year", "2025", DateRole::by},
        Case{"2025-04-25", "The fee goes by the end of the century.", "by the end of the century", "2100",
             DateRole::by},
        Case{"2025-04-25", "Every ferry is electric by the end of this parliament.", "by the end of this parliament",
             "", DateRole::by},
        Case{"2025-04-25", "We will open it by mid-2027.", "by mid-2027", "2027-05-01/2027-08-31", DateRole::by, false},
        Case{"2025-04-25", "We will open it in late 2027.", "in late 2027", "2027-09-01/2027-12-31", DateRole::at,
             false},
        Case{"2025-04-25", "It will close by the start of 2028.", "by the start of 2028", "2028-01", DateRole::by,
             false},
        Case{"2025-04-25", "We will finish it by Q3 2026.", "by Q3 2026", "2026-07-01/2026-09-30", DateRole::by, false},
        Case{"2025-02-25", "Reply no later than 31 March.", "no later than 31 March", "2025-03-31", DateRole::by},
        Case{"2025-04-25", "The tax falls by the end of next year.", "by the end of next year", "2026", DateRole::by},
        Case{"2025-04-25", "It must end by year-end.", "by year-end", "2025", DateRole::by},
        Case{"2025-04-25", "We will vote before the summer.", "before the summer", "2025-06-01/2025-08-31",
             DateRole::by},
        Case{"2025-04-25", "We will vote before the summer recess.", "before the summer recess", "2025-07~",
             DateRole::by},
        Case{"2025-10-25", "We will report by Easter 2027.", "by Easter 2027", "2027-03-28", DateRole::by, false},
        Case{"2025-04-25", "The charge ends by the end of the next fiscal year.", "by the end of the next fiscal year",
             "2026", DateRole::by},
        Case{"2025-04-25", "All of it will be built by the end of the 2030s.", "by the end of the 2030s", "203X",
             DateRole::by, false}));

INSTANTIATE_TEST_SUITE_P(
    Windows, PromiseDates,
    testing::Values(
        Case{"2025-04-25", "We will act in our first 100 days.", "in our first 100 days", "2025-08-03~",
             DateRole::within},
        Case{"2025-04-25", "We will spend it over the next five years.", "over the next five years", "2030",
             DateRole::within},
        Case{"2025-04-25", "We will decide in the coming weeks.", "in the coming weeks", "2025-05-16~",
             DateRole::within},
        Case{"2025-04-25", "It starts within two to three years.", "within two to three years", "2028",
             DateRole::within},
        Case{"2025-04-25", "It will start in two to three years.", "in two to three years", "2027-01-01/2028-12-31"},
        Case{"2025-04-25", "It applies from January 2026.", "from January 2026", "2026-01", DateRole::from, false},
        Case{"2025-04-25", "We will pay more every year until 2030.", "until 2030", "2030", DateRole::until, false},
        Case{"2025-04-25", "This time next year it will be open.", "This time next year", "2026-04"},
        Case{"2025-04-25", "In two years' time it will be open.", "In two years' time", "2027"},
        Case{"2025-04-25", "It is the lowest since 1974.", "since 1974", "1974", DateRole::since, false},
        Case{"2025-04-25", "We spend it in 2025-26 alone.", "in 2025-26", "2025-01-01/2026-12-31", DateRole::at, false},
        Case{"2025-04-25", "We spend it in the financial year 2025-26.", "in the financial year 2025-26",
             "2025-04-01/2026-03-31", DateRole::at, false},
        Case{"2025-04-25", "We spend it in the 2025/26 tax year.", "in the 2025/26", "2025-04-01/2026-03-31",
             DateRole::at, false},
        Case{"2025-04-25", "Sales fell in the third quarter.", "in the third quarter", "2024-07-01/2024-09-30"},
        Case{"2025-04-25", "Sales will rise in the third quarter.", "in the third quarter", "2025-07-01/2025-09-30"},
        Case{"2025-04-25", "It opened in the spring of 2019.", "in the spring of 2019", "2019-03-01/2019-05-31",
             DateRole::at, false}));

TEST(Dates, SlashedDaysFollowTheOrderThatTheTextShows) {
  const auto dates = [](std::string_view text) {
    std::vector<std::string> out;
    for (const DateMention& found : annotate(text, Date(), Gazetteer()).dates) out.push_back(found.date.text());
    return out;
  };
  EXPECT_EQ(dates("From 03/04/2025 to 25/04/2025."), (std::vector<std::string>{"2025-04-03", "2025-04-25"}));
  EXPECT_EQ(dates("From 03/04/2025 to 04/25/2025."), (std::vector<std::string>{"2025-03-04", "2025-04-25"}));
  EXPECT_EQ(dates("On 03/04/2025."), (std::vector<std::string>{"2025-03-04/2025-04-03"}));
}

TEST(Dates, LengthsOfTimeAndVagueTimesNameNone) {
  for (const std::string_view text :
       {"The deadline moves by 2 to 3 years.", "It took three years.", "They pay monthly.", "Now we act.",
        "It was so in the past.", "A five-year plan is ready.", "Every year it rains.", "It was recently built.",
        "The week was long.", "They earn 40 crowns a day.", "A quarter of them came.", "It costs half of that."})
    EXPECT_TRUE(annotate(text, Date::parse("2025-04-25").value(), Gazetteer()).dates.empty()) << text;
}

}  // namespace
}  // namespace avow
