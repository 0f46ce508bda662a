#include "base/plain_decimal.hpp"

#include <gtest/gtest.h>

#include "base/decimal.hpp"

namespace avow {
namespace {

TEST(PlainDecimals, HaveNoExponentAndReadBackTheSame) {
  EXPECT_EQ(plain_decimal(1e9), "1000000000");
  EXPECT_EQ(plain_decimal(0.085), "0.085");
  EXPECT_EQ(plain_decimal(2.1000000000000001), "2.1");
  EXPECT_EQ(plain_decimal(-0.0), "0");
  for (const double value : {1e300, -3e-300, 1.7976931348623157e308, 4.120190989})
    EXPECT_EQ(parse_decimal(plain_decimal(value))->value, value);
}

}  // namespace
}  // namespace avow
