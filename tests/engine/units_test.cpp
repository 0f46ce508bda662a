#include "engine/units.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(Units, ReadScaleWordsAndNamesOfOneUnit) {
  EXPECT_EQ(canonical_unit("billion US dollars").unit, "USD");
  EXPECT_EQ(canonical_unit("billion US dollars").exponent, 9);
  EXPECT_EQ(canonical_unit("% of GDP").unit, "percent of GDP");
  EXPECT_EQ(canonical_unit("Million EUR").exponent, 6);
}

TEST(Units, LeaveAloneWhatTheyDoNotKnow) {
  EXPECT_EQ(canonical_unit("widgets per Hour").unit, "widgets per Hour");
  EXPECT_EQ(canonical_unit("").unit, "");
}

TEST(ShiftingDecimals, IsExact) {
  EXPECT_EQ(shift_decimal("559", 9), "559000000000");
  EXPECT_EQ(shift_decimal("15.9", 9), "15900000000");
  EXPECT_EQ(shift_decimal("0.00012345", 6), "123.45");
  EXPECT_EQ(shift_decimal("-1.5", 3), "-1500");
  EXPECT_EQ(shift_decimal("0", 3), "0");
  EXPECT_EQ(shift_decimal("2.50", 0), "2.50");
  EXPECT_FALSE(shift_decimal("1e3", 3));
}

}  // namespace
}  // namespace avow
