#include "base/error.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(Errors, MapToTheExitCodesOfTheDesign) {
  EXPECT_EQ(exit_code(ErrorCode::usage), 2);
  EXPECT_EQ(exit_code(ErrorCode::partial), 3);
  EXPECT_EQ(exit_code(ErrorCode::integrity), 4);
  EXPECT_EQ(exit_code(ErrorCode::interrupted), 130);
}

TEST(Errors, CarryWhatHappenedAndWhatToDo) {
  const Error error(ErrorCode::not_found, "no file a.txt", "check the path");
  EXPECT_STREQ(error.what(), "no file a.txt");
  EXPECT_EQ(error.advice(), "check the path");
  EXPECT_EQ(name(error.code()), "not_found");
  EXPECT_EQ(http_status(error.code()), 404);
}

}  // namespace
}  // namespace avow
