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
  EXPECT_EQ(shift_decimal("1e3", 3), "1000000");
  EXPECT_EQ(shift_decimal("2.5", -2), "0.025");
  EXPECT_EQ(shift_decimal("-1200", -3), "-1.200");
  EXPECT_EQ(shift_decimal("0.5", -1), "0.05");
  EXPECT_EQ(shift_decimal("1.5E-3", 0), "0.0015");
  EXPECT_EQ(shift_decimal("+7", 1), "70");
}

TEST(Units, AreConvertedByPowersOfTen) {
  EXPECT_EQ(exponent_between("basis points", "percent"), -2);
  EXPECT_EQ(exponent_between("share", "percent"), 2);
  EXPECT_EQ(exponent_between("per mille", "percent"), -1);
  EXPECT_EQ(exponent_between("Mt CO2", "t CO2"), 6);
  EXPECT_EQ(exponent_between("kg", "t"), -3);
  EXPECT_EQ(exponent_between("TWh", "kWh"), 9);
  EXPECT_EQ(exponent_between("thousand persons", "people"), 3);
  EXPECT_EQ(exponent_between("THS_PER", "people"), 3);
  EXPECT_EQ(exponent_between("million hectares", "km2"), 4);
  EXPECT_EQ(exponent_between("per 1,000", "per 100,000"), 2);
  EXPECT_EQ(exponent_between("PT", "percent of GDP"), 0);
}

TEST(Units, OfOtherThingsAreNotConverted) {
  EXPECT_FALSE(exponent_between("USD", "EUR"));
  EXPECT_FALSE(exponent_between("constant 2015 USD", "USD"));
  EXPECT_FALSE(exponent_between("constant 2015 USD", "constant 2021 USD"));
  EXPECT_FALSE(exponent_between("current USD", "constant USD"));
  EXPECT_FALSE(exponent_between("t CO2", "t CO2e"));
  EXPECT_FALSE(exponent_between("percent of GDP", "percent of GNI"));
  EXPECT_FALSE(exponent_between("percent of GDP", "percent"));
}

}  // namespace
}  // namespace avow
