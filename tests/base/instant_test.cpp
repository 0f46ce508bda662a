#include "base/instant.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(Instant, WritesMicrosecondsInUtc) {
  EXPECT_EQ(Instant{0}.text(), "1970-01-01T00:00:00.000000Z");
  EXPECT_EQ(Instant{-1}.text(), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, ADayMeansItsEnd) {
  EXPECT_EQ(Instant::parse_end("2024-02-29")->text(), "2024-02-29T23:59:59.999999Z");
}

TEST(Instant, ATimeCutShortMeansTheEndOfWhatItNames) {
  EXPECT_EQ(Instant::parse_end("2026-11-23T14:02Z")->text(), "2026-11-23T14:02:59.999999Z");
  EXPECT_EQ(Instant::parse_end("2026-11-23T14:02:03Z")->text(), "2026-11-23T14:02:03.999999Z");
  EXPECT_EQ(Instant::parse_end("2026-11-23T14:02:03.5Z")->text(), "2026-11-23T14:02:03.599999Z");
  EXPECT_EQ(Instant::parse_end("2026-11-23T14:02:03.123456Z")->text(), "2026-11-23T14:02:03.123456Z");
}

TEST(Instant, ReadsBackWhatItWrites) {
  const Instant now = system_now();
  EXPECT_EQ(Instant::parse_end(now.text()), now);
}

TEST(Instant, RefusesOtherForms) {
  for (const char* text : {"", "2026", "2026-02-30", "2026-11-23T", "2026-11-23T14Z", "2026-11-23T24:00Z",
                           "2026-11-23T14:60Z", "2026-11-23T14:02:61Z", "2026-11-23T14:02:03", "2026-11-23T14:02:03.Z",
                           "2026-11-23T14:02:03.1234567Z", "2026-11-23 14:02:03Z"})
    EXPECT_FALSE(Instant::parse_end(text)) << text;
}

}  // namespace
}  // namespace avow
