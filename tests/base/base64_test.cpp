#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(Base64, WritesTheVectorsOfRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64(std::string("\x00\xFF\xFE", 3)), "AP/+");
}

TEST(Base64, ReadsBackWhatItWroteAndNothingElse) {
  const std::string bytes("\x00\x01\xFF raw", 7);
  EXPECT_EQ(from_base64(base64(bytes)), bytes);
  for (const char* text : {"Zg=", "Zg", "Zg===", "Zh==", "Zg==Zg==", "Z g==", "Zg==\n", "Z*==", "="}) EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace avow
