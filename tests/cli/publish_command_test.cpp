#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class PublishCommand : public CliTest {
 protected:
  Result publish(const std::string& folder, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"publish", folder,      "--base-url", "https://promises.example",
                                       "--name",  "The Watch", "--today",    "2025-09-01"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return avow(arguments);
  }
  std::string text_of(const std::string& file) const {
    std::ostringstream all;
    all << std::ifstream(path(file), std::ios::binary).rdbuf();
    return all.str();
  }
  std::vector<std::string> files_in(const std::string& folder) const {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path(folder)))
      if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(path(folder)).string());
    std::sort(files.begin(), files.end());
    return files;
  }
};

TEST_F(PublishCommand, WritesEveryForm) {
  ingest_promise_with_outcomes();
  avow({"check", "--today", "2025-09-01"});
  const Result run = publish("site");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto claims = avow({"claims", "--today", "2025-09-01"}).rows();
  const std::string id = claims.at(0)["id"];
  EXPECT_THAT(text_of("site/claims.csv"), HasSubstr(id));
  EXPECT_THAT(text_of("site/feed/claims.atom"),
              AllOf(HasSubstr("<feed"), HasSubstr("https://promises.example/claim/" + id)));
  EXPECT_THAT(text_of("site/due.ics"), HasSubstr("BEGIN:VCALENDAR"));
  EXPECT_THAT(text_of("site/entities.ftm.json"), HasSubstr("avow-claim-" + id));
  const auto linked = nlohmann::json::parse(text_of("site/claim/" + id + ".jsonld"));
  EXPECT_EQ(linked["@context"], "https://schema.org");
}

TEST_F(PublishCommand, DescribesTheTablesThatItWrote) {
  ingest_promise_with_outcomes();
  ASSERT_EQ(publish("site").exit_code, 0);
  const auto package = nlohmann::json::parse(text_of("site/datapackage.json"));
  ASSERT_EQ(package["resources"].size(), 2);
  for (const auto& resource : package["resources"]) {
    const std::string csv = text_of("site/" + resource["path"].get<std::string>());
    EXPECT_EQ(resource["bytes"], csv.size());
    std::string header;
    for (const auto& field : resource["schema"]["fields"])
      header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
    EXPECT_EQ(csv.substr(0, csv.find('\r')), header);
  }
}

TEST_F(PublishCommand, GivesTheSameBytesAgain) {
  ingest_promise_with_outcomes();
  ASSERT_EQ(publish("one").exit_code, 0);
  ASSERT_EQ(publish("two").exit_code, 0);
  const auto files = files_in("one");
  EXPECT_EQ(files, files_in("two"));
  for (const std::string& file : files) EXPECT_EQ(text_of("one/" + file), text_of("two/" + file)) << file;
}

TEST_F(PublishCommand, HoldsOnlyTheClaimsAskedFor) {
  ingest_promise_with_outcomes();
  const auto claims = avow({"claims"}).rows();
  const std::string kind = claims.at(0)["kind"];
  ASSERT_EQ(publish("some", {"--kind", kind}).exit_code, 0);
  EXPECT_THAT(text_of("some/claims.csv"), HasSubstr("," + kind + ","));
  EXPECT_EQ(publish("none", {"--kind", "stance"}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(path("none/claims.csv")));
}

TEST_F(PublishCommand, PutsOpenPromisesIntoTheCalendar) {
  ingest_promise_with_outcomes();
  ASSERT_EQ(publish("site").exit_code, 0);
  EXPECT_THAT(text_of("site/due.ics"), AllOf(HasSubstr("BEGIN:VEVENT"), HasSubstr("DTSTART;VALUE=DATE:2024")));
}

TEST_F(PublishCommand, LeavesNothingBehindWhenItCannot) {
  ingest_promise_with_outcomes();
  EXPECT_EQ(publish("site", {"--scale", "no-such-scale"}).exit_code, 2);
  EXPECT_THAT(files_in("site"), ::testing::IsEmpty());
  for (const auto& entry : std::filesystem::directory_iterator(path("")))
    EXPECT_THAT(entry.path().string(), Not(HasSubstr(".part")));
}

TEST_F(PublishCommand, RefusesAFolderWithFilesAndAnAddressThatIsNone) {
  ingest_promise_with_outcomes();
  ASSERT_EQ(publish("site").exit_code, 0);
  EXPECT_THAT(publish("site").err, HasSubstr("files in it already"));
  const Result run = avow({"publish", "other", "--base-url", "javascript:alert(1)", "--name", "x"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("no address to publish under"));
}

}  // namespace
}  // namespace avow::cli_test
