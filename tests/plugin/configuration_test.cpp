#include "plugin/configuration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

namespace avow {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Manifest manifest() {
  Manifest out;
  out.id = "tide";
  out.configuration_schema =
      R"({"type": "object", "additionalProperties": false, "properties": {
          "threshold": {"type": "number", "minimum": 0, "maximum": 1},
          "model": {"type": "string", "default": "tide"}}})";
  return out;
}

std::string failure_of(const std::string& configuration, const std::vector<std::filesystem::path>& folders = {}) {
  try {
    complete_configuration(manifest(), configuration, folders);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(Configuration, IsHeldAgainstTheSchema) {
  EXPECT_EQ(complete_configuration(manifest(), R"({ "threshold": 0.5 })", {}), R"({"threshold":0.5})");
  EXPECT_THAT(failure_of(R"({"threshold": 7})"), AllOf(HasSubstr("tide"), HasSubstr("threshold")));
  EXPECT_THAT(failure_of(R"({"treshold": 0.5})"), HasSubstr("treshold"));
  EXPECT_THAT(failure_of(R"({"threshold": "high"})"), HasSubstr("threshold"));
  EXPECT_THAT(failure_of("[1]"), HasSubstr("no JSON object"));
}

TEST(Configuration, MayNotBringPatternsThatBacktrack) {
  Manifest hostile = manifest();
  hostile.configuration_schema =
      R"({"type": "object", "properties": {"words": {"type": "array", "items": {"pattern": "^(a+)+$"}}}})";
  try {
    complete_configuration(hostile, R"({"words": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"]})", {});
    FAIL() << "must be refused";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::plugin);
    EXPECT_THAT(error.what(), HasSubstr("tide"));
  }
  hostile.configuration_schema = R"({"type": "object", "properties": {"pattern": {"type": "string"}}})";
  EXPECT_EQ(complete_configuration(hostile, R"({"pattern": "wave"})", {}), R"({"pattern":"wave"})")
      << "the name of a setting is no keyword";
}

TEST(Configuration, IsGivenTheInstalledModel) {
  const TempFolder models;
  std::ofstream(models / "tide.model") << "one";
  std::ofstream(models / "ebb.model") << "two";
  const std::vector folders{models.path()};
  EXPECT_EQ(complete_configuration(manifest(), "", {}), "{}");
  EXPECT_THAT(complete_configuration(manifest(), "", folders), HasSubstr("tide.model"));
  EXPECT_THAT(complete_configuration(manifest(), R"({"model": "ebb"})", folders), HasSubstr("ebb.model"));
  EXPECT_EQ(complete_configuration(manifest(), R"({"model": ""})", folders), R"({"model":""})");
  EXPECT_THAT(failure_of(R"({"model": "flood"})", folders), HasSubstr("flood"));
}

TEST(Configuration, IsNamedByWhatIsInTheModelAndNotByWhereItLies) {
  const TempFolder here;
  const TempFolder there;
  std::ofstream(here / "tide.model") << "the same";
  std::ofstream(there / "tide.model") << "the same";
  const auto identity = [](const TempFolder& folder) {
    return identity_of_configuration(manifest(), complete_configuration(manifest(), "", {folder.path()}));
  };
  EXPECT_EQ(identity(here), identity(there));
  std::ofstream(there / "tide.model") << "another";
  EXPECT_NE(identity(here), identity(there));
  EXPECT_EQ(identity_of_configuration(manifest(), "{}"), "{}");
}

}  // namespace
}  // namespace avow
