#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string content_of(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

class TrainCommand : public CliTest {
 protected:
  /// Manifestos of nobody: what will be built is promised, what was closed is told.
  std::string manifestos() const {
    std::string csv = "party,year,binary_pledge,text\n";
    for (int i = 0; i < 30; ++i)
      csv += "Reds,2001,1,We will build ferry number " + std::to_string(i) + ".\nBlues,2001,0,Ferry number " +
             std::to_string(i) + " was closed.\n";
    return write("data/made-up.csv", csv).parent_path().string();
  }
};

TEST_F(TrainCommand, ListsTheModelsWhenNoneIsNamed) {
  const auto rows = avow({"train"}).rows();
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows)
    for (const char* field : {"name", "summary", "data"})
      EXPECT_THAT(row[field].get<std::string>(), Not(IsEmpty())) << row["name"];
}

TEST_F(TrainCommand, PutsTheModelWithItsCardAmongTheUsersOwn) {
  const std::map<std::string, std::string> environment{{"XDG_DATA_HOME", path("own").string()}};
  const Result run =
      avow({"train", "pledge", "--data", manifestos()}, {.input = "", .environment = environment, .folder = {}});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  ASSERT_EQ(run.rows().size(), 1U);
  EXPECT_EQ(run.rows()[0]["rows"], 60);
  const auto card = nlohmann::json::parse(content_of(path("own/avow/models/pledge.json")));
  EXPECT_EQ(card["name"], "pledge");
  EXPECT_EQ(card["sha256"], run.rows()[0]["sha256"]);
  EXPECT_EQ(card["bytes"], std::filesystem::file_size(path("own/avow/models/pledge.model")));
  for (const char* key : {"data", "licence", "made", "figures"}) EXPECT_TRUE(card.contains(key)) << key;
}

TEST_F(TrainCommand, GivesTheSameFileForTheSameData) {
  for (const char* out : {"a.model", "b.model"})
    ASSERT_EQ(avow({"train", "pledge", "--data", manifestos(), "--out", path(out).string()}).exit_code, 0);
  EXPECT_EQ(content_of(path("a.model")), content_of(path("b.model")));
  EXPECT_TRUE(std::filesystem::exists(path("a.json")));
}

TEST_F(TrainCommand, SaysWhatIsWrong) {
  EXPECT_THAT(avow({"train", "zeppelin"}).err, HasSubstr("zeppelin"));
  EXPECT_THAT(avow({"train", "pledge"}).err, HasSubstr("--data"));
  EXPECT_THAT(avow({"train", "pledge", "--data", manifestos(), "--out", "x.json"}).err, HasSubstr(".model"));
  write("empty/none.txt", "");
  const Result none = avow({"train", "pledge", "--data", path("empty").string()});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("empty"));
  write("bad/m.csv", "party,year,binary_pledge,text\nReds,soon,1,We will.\n");
  EXPECT_THAT(avow({"train", "pledge", "--data", path("bad").string()}).err,
              AllOf(HasSubstr("m.csv"), HasSubstr("line 2")));
}

}  // namespace
}  // namespace avow::cli_test
