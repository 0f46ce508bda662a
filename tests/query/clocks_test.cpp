#include "query/clocks.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace avow {
namespace {

TEST(ParseClocks, TakeADayAsAllOfIt) {
  const Clocks clocks = parse_clocks("2026-01-01", "2025-05-01");
  EXPECT_EQ(clocks.as_of->text(), "2026-01-01T23:59:59.999999Z");
  EXPECT_EQ(clocks.today, parse_day("2025-05-01"));
}

TEST(ParseClocks, TakeAMinuteAndAJournalEntry) {
  EXPECT_EQ(parse_clocks("2026-01-01T14:02Z", "").as_of->text(), "2026-01-01T14:02:59.999999Z");
  const Clocks entry = parse_clocks("@17", "");
  EXPECT_EQ(entry.as_of_entry, 17);
  EXPECT_FALSE(entry.as_of || entry.today);
}

TEST(ParseClocks, RefuseWhatIsNoMomentOrDay) {
  for (const char* wrong : {"@", "@x", "@-1", "@17 ", "2026-02-30", "yesterday", "2026-01-01T25:00Z"})
    EXPECT_THROW(parse_clocks(wrong, ""), Error) << wrong;
  for (const char* wrong : {"2026", "@17", "2026-13-01"}) EXPECT_THROW(parse_clocks("", wrong), Error) << wrong;
}

TEST(TodayOf, IsTheClocksDayElseNow) {
  const Instant now = Instant::parse_end("2026-03-04").value();
  EXPECT_EQ(today_of({}, now), *parse_day("2026-03-04"));
  EXPECT_EQ(today_of(parse_clocks("", "2020-01-02"), now), *parse_day("2020-01-02"));
}

}  // namespace
}  // namespace avow
