#include "query/day_range.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace avow {
namespace {

std::string shown(std::string_view text, std::string_view today = "2024-01-31") {
  const DayRange range = parse_range(text, parse_day(today).value());
  const auto end = [](const std::optional<Day>& day) { return day ? to_string(*day) : std::string(); };
  return end(range.from) + " " + end(range.until);
}

TEST(ParseRange, TakesOneDateAsAllOfIt) {
  EXPECT_EQ(shown("2024"), "2024-01-01 2024-12-31");
  EXPECT_EQ(shown("2024-02"), "2024-02-01 2024-02-29");
  EXPECT_EQ(shown("2024-07-01"), "2024-07-01 2024-07-01");
}

TEST(ParseRange, TakesTwoDatesAndOpenEnds) {
  EXPECT_EQ(shown("2024..2026-03"), "2024-01-01 2026-03-31");
  EXPECT_EQ(shown("2024-07.."), "2024-07-01 ");
  EXPECT_EQ(shown("..2030"), " 2030-12-31");
}

TEST(ParseRange, CountsLengthsFromTodayEitherWay) {
  EXPECT_EQ(shown("90d"), "2024-01-31 2024-04-30");
  EXPECT_EQ(shown("-2w"), "2024-01-17 2024-01-31");
  EXPECT_EQ(shown("1m"), "2024-01-31 2024-02-29");
  EXPECT_EQ(shown("2y", "2024-02-29"), "2024-02-29 2026-02-28");
}

TEST(ParseRange, LengthsEndWithTheYearsThatCanBeWritten) {
  for (const char* length : {"8000y", "100000y", "100000m", "99999m"})
    EXPECT_EQ(shown(length), "2024-01-31 9999-12-31") << length;
  for (const char* length : {"-2025y", "-100000y", "-100000m"})
    EXPECT_EQ(shown(length), "0000-01-01 2024-01-31") << length;
  EXPECT_EQ(shown("2000y"), "2024-01-31 4024-01-31");
  EXPECT_EQ(shown("7975y"), "2024-01-31 9999-01-31");
  EXPECT_EQ(shown("-2024y"), "0000-01-31 2024-01-31");
  EXPECT_EQ(shown("100000w"), "2024-01-31 3940-08-14");
}

TEST(ParseRange, RefusesWhatIsNoRange) {
  for (const char* wrong : {"", "..", "soon", "2026..2024", "2024..x", "d", "9x", "99999999999d", "2024-02-30"})
    EXPECT_THROW(parse_range(wrong, Day{}), Error) << wrong;
}

}  // namespace
}  // namespace avow
