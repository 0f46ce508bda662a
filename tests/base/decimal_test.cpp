#include "base/decimal.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(Decimals, KeepTheStepThatTheWordingDistinguishes) {
  EXPECT_EQ(parse_decimal("2"), (Decimal{2, 1}));
  EXPECT_DOUBLE_EQ(parse_decimal("2.0")->step, 0.1);
  EXPECT_DOUBLE_EQ(parse_decimal("2.00")->step, 0.01);
  EXPECT_DOUBLE_EQ(parse_decimal("1.5e9")->step, 1e8);
}

TEST(Decimals, ReadSignsAndExponents) {
  EXPECT_DOUBLE_EQ(parse_decimal("-3.25")->value, -3.25);
  EXPECT_DOUBLE_EQ(parse_decimal("+7")->value, 7);
  EXPECT_DOUBLE_EQ(parse_decimal("1e+3")->value, 1000);
  EXPECT_DOUBLE_EQ(parse_decimal(".5")->value, 0.5);
}

TEST(Decimals, RefuseWhatIsNotPlain) {
  for (const char* text :
       {"", "-", ".", "1,5", "1 000", "nan", "inf", "0x10", "1e", "1e999", "--1", "2%", " 2", "2 ", "1.2.3"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Decimals, RefuseExponentsThatNoDoubleHolds) {
  for (const char* text : {"0e999", "0e309", "0e401", "0e-401", "0.0e-2147483648", "0.0e2147483647", "0e99999999999"})
    EXPECT_FALSE(parse_decimal(text)) << text;
  EXPECT_TRUE(parse_decimal("0e300"));
}

TEST(Decimals, ShortestTextReadsBackTheSame) {
  for (const double value : {0.1, 2.0, 1e300, -1.0 / 3, 4.120190989})
    EXPECT_EQ(parse_decimal(to_string(value))->value, value);
  EXPECT_EQ(to_string(2.0), "2");
  EXPECT_EQ(to_string(-0.0), "0");
}

}  // namespace
}  // namespace avow
