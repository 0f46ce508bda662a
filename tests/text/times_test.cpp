#include <gtest/gtest.h>

#include <limits>
#include <ostream>

#include "text/dates.hpp"

/// Time expressions as TimeML draws and values them.
namespace avow::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view extent;
  std::string_view value;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

/// Said on Friday, 25 April 2025, in week 17.
class Times : public testing::TestWithParam<Case> {};

TEST_P(Times, HaveExtentAndValue) {
  const Case& expected = GetParam();
  const Tokens tokens(expected.text);
  const auto found = find_times(tokens, Date::parse("2025-04-25").value());
  ASSERT_EQ(found.size(), 1U) << expected.text;
  EXPECT_EQ(found[0].extent.of(expected.text), expected.extent);
  EXPECT_EQ(found[0].value.timex(), expected.value) << expected.text;
}

INSTANTIATE_TEST_SUITE_P(
    Calendar, Times,
    testing::Values(Case{"They met on 3 March 2024.", "3 March 2024", "2024-03-03"},
                    Case{"They met in early March 2024.", "early March 2024", "2024-03"},
                    Case{"It ends at the end of 2026.", "the end of 2026", "2026"},
                    Case{"They met in March last year.", "March last year", "2024-03"},
                    Case{"Prices rose in the late 1970s.", "the late 1970s", "197"},
                    Case{"Prices rose in the '90s.", "the '90s", "199"},
                    Case{"A port of the 19th century.", "the 19th century", "18"},
                    Case{"Sales fell in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3"},
                    Case{"Third-quarter sales fell.", "Third-quarter", "2024-Q3"},
                    Case{"This year's third quarter was dull.", "This year's third quarter", "2025-Q3"},
                    Case{"The 2023 first quarter was dull.", "The 2023 first quarter", "2023-Q1"},
                    Case{"It was built in nineteen eighty-four.", "nineteen eighty-four", "1984"},
                    Case{"Fiscal 2024 was good.", "Fiscal 2024", "2024"},
                    Case{"It burnt down last summer.", "last summer", "2024-SU"}));

INSTANTIATE_TEST_SUITE_P(Deictic, Times,
                         testing::Values(Case{"He fell on Tuesday night.", "Tuesday night", "2025-04-22TNI"},
                                         Case{"He fell yesterday morning.", "yesterday morning", "2025-04-24TMO"},
                                         Case{"They met at 10:35 a.m. Tuesday there.", "10:35 a.m. Tuesday",
                                              "2025-04-22T10:35"},
                                         Case{"They met this week.", "this week", "2025-W17"},
                                         Case{"They met last weekend.", "last weekend", "2025-W16-WE"},
                                         Case{"Earlier this month they met.", "Earlier this month", "2025-04"},
                                         Case{"It shut almost four years ago.", "almost four years ago", "2021"},
                                         Case{"It shut five months ago.", "five months ago", "2024-11"},
                                         Case{"It shut several years ago.", "several years ago", "PAST_REF"},
                                         Case{"They could come as early as Monday.", "Monday", "2025-04-28"},
                                         Case{"Monday's verdict surprised them.", "Monday", "2025-04-21"},
                                         Case{"They work here now.", "now", "PRESENT_REF"},
                                         Case{"It was good in the past.", "the past", "PAST_REF"},
                                         Case{"Plans for the future matter.", "the future", "FUTURE_REF"}));

INSTANTIATE_TEST_SUITE_P(Lengths, Times,
                         testing::Values(Case{"It took more than three years.", "more than three years", "P3Y"},
                                         Case{"It took a 16-hour drive.", "16-hour", "PT16H"},
                                         Case{"It took months.", "months", "PXM"},
                                         Case{"It took a few days.", "a few days", "PXD"},
                                         Case{"It rose over the past two months.", "the past two months", "P2M"},
                                         Case{"It rose in the first nine months.", "the first nine months", "P9M"},
                                         Case{"It took two more weeks.", "two more weeks", "P2W"},
                                         Case{"It took a couple of years.", "a couple of years", "P2Y"},
                                         Case{"It will take two decades.", "two decades", "P20Y"},
                                         Case{"They pay a crown every month.", "every month", "P1M"},
                                         Case{"They meet every two weeks.", "every two weeks", "P2W"},
                                         Case{"They meet every other year.", "every other year", "P2Y"},
                                         Case{"They meet daily.", "daily", "P1D"},
                                         Case{"They meet each July.", "each July", "XXXX-07"},
                                         Case{"They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"}));

std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> out;
  const Tokens tokens(text);
  for (const TimeExpression& found : find_times(tokens, Date::parse("2025-10-25").value()))
    out.push_back(found.value.timex());
  return out;
}

using Values = std::vector<std::string>;

TEST(Times, ComparedWithTheQuarterThatFiguresAreToldFor) {
  EXPECT_EQ(values_of("Third-quarter net rose from a year earlier."), (Values{"2025-Q3", "2024-Q3"}));
  EXPECT_EQ(values_of("Sales fell in the second quarter. Costs were flat in the quarter."),
            (Values{"2025-Q2", "2025-Q2"}));
  EXPECT_EQ(values_of("Third-quarter net rose. In the year-ago quarter it fell."), (Values{"2025-Q3", "2024-Q3"}));
  EXPECT_EQ(values_of("Third-quarter net rose. In the 2023 period it fell."), (Values{"2025-Q3", "2023-Q3"}));
}

TEST(Times, CountedFromTheDateNamedLast) {
  EXPECT_EQ(values_of("They met on 3 March 2024. Two days later they met again."),
            (Values{"2024-03-03", "2024-03-05"}));
  EXPECT_EQ(values_of("They met on 3 March 2024 and voted that day."), (Values{"2024-03-03", "2024-03-03"}));
  EXPECT_EQ(values_of("They met in March 2024 and voted the following month."), (Values{"2024-03", "2024-04"}));
}

TEST(Times, AgesAndFractionsAreNone) {
  EXPECT_TRUE(values_of("The 44-year-old man is 44 years old.").empty());
  EXPECT_TRUE(values_of("A quarter of them, three quarters of those.").empty());
}

TEST(Times, StayWithinTheYearsThatCanBeWritten) {
  EXPECT_EQ(values_of("It shut 9000 years ago."), (Values{"XXXX-XX-XX"}));
  EXPECT_EQ(CalendarUnit::of(Grain::month, 9998, 12).shifted(1).grain, Grain::none);
  EXPECT_EQ(CalendarUnit::day(Day(std::chrono::days(std::numeric_limits<std::int32_t>::max()))).grain, Grain::none);
  EXPECT_EQ(TimeValue::on(CalendarUnit()).timex(), "XXXX-XX-XX");
}

TEST(CalendarUnit, WeeksBelongToTheYearOfTheirThursday) {
  const auto week = [](std::string_view day) { return TimeValue::on(CalendarUnit::week(*parse_day(day))).timex(); };
  EXPECT_EQ(week("2024-12-30"), "2025-W01");
  EXPECT_EQ(week("2021-01-03"), "2020-W53");
}

TEST(CalendarUnit, MovesByItsOwnKind) {
  EXPECT_EQ(CalendarUnit::of(Grain::quarter, 2025, 1).shifted(-1).date().text(), "2024-10-01/2024-12-31");
  EXPECT_EQ(CalendarUnit::of(Grain::season, 2025, 3).date().text(), "2025-12-01/2026-02-28");
  EXPECT_EQ(CalendarUnit::day(*parse_day("2024-02-29")).years_on(-1).date().text(), "2023-02-28");
  EXPECT_EQ(CalendarUnit::of(Grain::decade, 2025).shifted(1).date().text(), "203X");
}

}  // namespace
}  // namespace avow::text
