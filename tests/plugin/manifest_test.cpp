#include "plugin/manifest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace avow {
namespace {

using testing::HasSubstr;

/// A folder of its own with a manifest in it.
class Manifests : public testing::Test {
 protected:
  Manifests() : folder_(std::filesystem::path(testing::TempDir()) / name()) {
    std::filesystem::create_directories(folder_);
  }
  ~Manifests() override { std::filesystem::remove_all(folder_); }

  static nlohmann::json good() {
    return {{"id", "harbour-words"},
            {"version", "1.2.0"},
            {"name", "Harbour words"},
            {"description", "Finds words about harbours."},
            {"licence", "Apache-2.0"},
            {"library", "libavow_harbour.so"},
            {"capabilities", {"avow.detector/1"}}};
  }
  Manifest read(const std::string& text) {
    std::ofstream(folder_ / "manifest.json") << text;
    return read_manifest(folder_);
  }
  /// What is wrong with it; empty when nothing is.
  std::string complaint(const std::string& text) {
    try {
      read(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::plugin);
      EXPECT_THAT(error.what(), HasSubstr((folder_ / "manifest.json").string()));
      return error.what();
    }
    return {};
  }
  std::string complaint_with(const char* key, const nlohmann::json& value) {
    nlohmann::json manifest = good();
    manifest[key] = value;
    return complaint(manifest.dump());
  }
  std::filesystem::path folder_;

 private:
  static std::string name() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    return "avow_manifest_" + std::string(test->name()) + "_" + std::to_string(getpid());
  }
};

TEST_F(Manifests, GiveWhatTheySay) {
  nlohmann::json json = good();
  json["rank"] = 5;
  json["configuration"] = {{"type", "object"}};
  const Manifest manifest = read(json.dump());
  EXPECT_EQ(manifest.id, "harbour-words");
  EXPECT_EQ(manifest.version, "1.2.0");
  EXPECT_EQ(manifest.library, "libavow_harbour.so");
  EXPECT_EQ(manifest.capabilities, std::vector<std::string>{"avow.detector/1"});
  EXPECT_EQ(manifest.rank, 5);
  EXPECT_EQ(manifest.configuration_schema, R"({"type":"object"})");
}

TEST_F(Manifests, NeedEveryKeyButRankAndConfiguration) {
  const nlohmann::json whole = good();
  for (const auto& [key, value] : whole.items()) {
    nlohmann::json lacking = whole;
    lacking.erase(key);
    EXPECT_THAT(complaint(lacking.dump()), HasSubstr("lacks the key \"" + key + "\""));
  }
}

TEST_F(Manifests, RefuseWhatIsNoManifest) {
  EXPECT_THAT(complaint("[]"), HasSubstr("is no JSON object"));
  EXPECT_THAT(complaint("{"), HasSubstr("no valid JSON"));
  EXPECT_THAT(complaint(std::string(5000, '[')), HasSubstr("manifest.json"));
}

TEST_F(Manifests, RefuseKeysTheyDoNotHave) {
  EXPECT_THAT(complaint_with("liscence", "MIT"), HasSubstr("has the key \"liscence\""));
}

TEST_F(Manifests, RefuseAnIdThatIsNoName) {
  EXPECT_THAT(complaint_with("id", "Harbour Words"), HasSubstr("must give \"id\" in lower-case letters"));
  EXPECT_THAT(complaint_with("id", ""), HasSubstr("must give \"id\""));
}

TEST_F(Manifests, RefuseALibraryOutsideTheFolder) {
  EXPECT_THAT(complaint_with("library", "../evil.so"), HasSubstr("must give \"library\""));
  EXPECT_THAT(complaint_with("library", "/lib/evil.so"), HasSubstr("must give \"library\""));
}

TEST_F(Manifests, RefuseUnknownCapabilities) {
  EXPECT_THAT(complaint_with("capabilities", {"avow.oracle/1"}), HasSubstr("names the capability \"avow.oracle/1\""));
  EXPECT_THAT(complaint_with("capabilities", nlohmann::json::array()), HasSubstr("must give \"capabilities\""));
}

TEST_F(Manifests, RefuseARankThatIsNoWholeNumber) {
  EXPECT_THAT(complaint_with("rank", 1.5), HasSubstr("must give \"rank\""));
  EXPECT_THAT(complaint_with("rank", "first"), HasSubstr("must give \"rank\""));
}

TEST_F(Manifests, AreNamedWhenTheyAreNotThere) {
  try {
    read_manifest(folder_ / "nowhere");
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    EXPECT_THAT(error.what(), HasSubstr("nowhere/manifest.json"));
  }
}

}  // namespace
}  // namespace avow
