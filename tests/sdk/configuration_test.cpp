#include "avow/sdk/configuration.hpp"

#include <gtest/gtest.h>

namespace avow::sdk {
namespace {

Configuration configuration(std::string_view json) {
  return Configuration(Setup{"", json});
}

TEST(Configuration, GivesNumbersAndTexts) {
  const auto given = configuration(R"({"list":[1,{"threshold":9}],"model":"/a, b/c\"d\\e","threshold":0.25})");
  EXPECT_EQ(given.number("threshold"), 0.25);
  EXPECT_EQ(given.text("model"), "/a, b/c\"d\\e");
  EXPECT_EQ(given.number("model"), std::nullopt);
  EXPECT_EQ(given.text("threshold"), std::nullopt);
  EXPECT_EQ(given.number("list"), std::nullopt);
  EXPECT_EQ(given.number("absent"), std::nullopt);
}

TEST(Configuration, OfNothingGivesNothing) {
  for (const char* json : {"{}", "", "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\":1"}) {
    EXPECT_EQ(configuration(json).number("b"), std::nullopt) << json;
    EXPECT_EQ(configuration(json).text("a"), std::nullopt) << json;
  }
}

}  // namespace
}  // namespace avow::sdk
