#include "base/date.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace avow {
namespace {

struct Case {
  const char* edtf;
  const char* earliest;
  const char* latest;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.edtf;
}

class DateForms : public testing::TestWithParam<Case> {};

TEST_P(DateForms, GiveEarliestAndLatestDay) {
  const auto date = Date::parse(GetParam().edtf);
  ASSERT_TRUE(date);
  EXPECT_EQ(to_string(date->earliest()), GetParam().earliest);
  EXPECT_EQ(to_string(date->latest()), GetParam().latest);
  EXPECT_EQ(date->text(), GetParam().edtf);
}

INSTANTIATE_TEST_SUITE_P(
    All, DateForms,
    testing::Values(Case{"2035", "2035-01-01", "2035-12-31"}, Case{"2025-06", "2025-06-01", "2025-06-30"},
                    Case{"2024-02", "2024-02-01", "2024-02-29"}, Case{"2025-06-24", "2025-06-24", "2025-06-24"},
                    Case{"202X", "2020-01-01", "2029-12-31"}, Case{"2014~", "2014-01-01", "2014-12-31"},
                    Case{"2014?", "2014-01-01", "2014-12-31"},
                    Case{"2025-06-24/2025-06-25", "2025-06-24", "2025-06-25"},
                    Case{"2014-09/2024", "2014-09-01", "2024-12-31"}, Case{"../2035", "..", "2035-12-31"},
                    Case{"2035/..", "2035-01-01", ".."}));

class NoDates : public testing::TestWithParam<const char*> {};

TEST_P(NoDates, AreRefused) {
  EXPECT_FALSE(Date::parse(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(All, NoDates,
                         testing::Values("", "20", "2025-13", "2025-00", "2025-02-30", "2023-02-29", "2025-6",
                                         "25-06-2025", "2026/2025", "../..", "2025-06-24T10:00", "20X5", "2025-06-24 ",
                                         "/2025", "2025/"));

TEST(Date, IsUnknownUntilGiven) {
  EXPECT_FALSE(Date().known());
  EXPECT_EQ(Date().text(), "");
}

TEST(Date, MadeFromPartsReadsBackTheSame) {
  EXPECT_EQ(Date::year(2035), Date::parse("2035"));
  EXPECT_EQ(Date::month(2025, 6), Date::parse("2025-06"));
  const Day day = *parse_day("2025-06-24");
  EXPECT_EQ(Date::day(day), Date::parse("2025-06-24"));
  EXPECT_EQ(Date::interval(day, day + std::chrono::days{1}), Date::parse("2025-06-24/2025-06-25"));
}

TEST(Date, KnowsTheSingleYearItLiesIn) {
  EXPECT_EQ(Date::parse("2025-06")->single_year(), 2025);
  EXPECT_EQ(Date::parse("2024/2025")->single_year(), std::nullopt);
  EXPECT_EQ(Date::parse("../2035")->single_year(), std::nullopt);
  EXPECT_EQ(Date().single_year(), std::nullopt);
}

TEST(Day, NumbersCountFromTheEpoch) {
  EXPECT_EQ(day_number(*parse_day("1970-01-01")), 0);
  EXPECT_EQ(day_number(*parse_day("1969-12-31")), -1);
  EXPECT_EQ(day_number(*parse_day("2024-03-01")), 19783);
  EXPECT_EQ(to_string(day_from_number(19782)), "2024-02-29");
}

}  // namespace
}  // namespace avow
