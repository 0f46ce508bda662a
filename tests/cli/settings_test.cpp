#include <gmock/gmock.h>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Settings = CliTest;
using Formats = CliTest;

TEST_F(Settings, FlagWinsOverEnvironmentOverProjectOverUser) {
  write(".config/avow/config.toml", "db = \"user.db\"\n");
  const auto missing = [&](const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment) {
    return avow(arguments, {.input = "", .environment = environment, .folder = {}}).err;
  };
  EXPECT_THAT(missing({"claims"}, {}), HasSubstr("user.db"));
  write("avow.toml", "db = \"project.db\"\n");
  EXPECT_THAT(missing({"claims"}, {}), StartsWith("avow: project.db"));
  EXPECT_THAT(missing({"claims"}, {{"AVOW_DB", "environment.db"}}), StartsWith("avow: environment.db"));
  EXPECT_THAT(missing({"claims", "--db", "flag.db"}, {{"AVOW_DB", "environment.db"}}), StartsWith("avow: flag.db"));
  EXPECT_THAT(missing({"--db", "flag.db", "claims"}, {{"AVOW_DB", "environment.db"}}), StartsWith("avow: flag.db"));
}

TEST_F(Settings, EmptyVariablesCountAsNotSet) {
  write("a.txt", "We will open one school by 2030.\n");
  const std::map<std::string, std::string> empty{{"AVOW_DB", ""},          {"AVOW_FORMAT", ""}, {"AVOW_USER", ""},
                                                 {"AVOW_PLUGIN_PATH", ""}, {"NO_COLOR", ""},    {"XDG_CONFIG_HOME", ""},
                                                 {"AVOW_VOCABULARY", ""}};
  const Result run = avow({"ingest", "a.txt"}, {.input = "", .environment = empty, .folder = {}});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.rows().size(), 1u);
  EXPECT_TRUE(std::filesystem::exists(path("avow.db")));
  EXPECT_NE(avow({"journal"}).rows().back()["actor"], "");
}

TEST_F(Settings, UsersFileFollowsXdg) {
  write("xdg/avow/config.toml", "db = \"there.db\"\n");
  const Result run =
      avow({"claims"}, {.input = "", .environment = {{"XDG_CONFIG_HOME", path("xdg").string()}}, .folder = {}});
  EXPECT_THAT(run.err, HasSubstr("xdg/avow/there.db")) << "relative to the file that says so";
}

TEST_F(Settings, MistakesNameFileAndLine) {
  write("avow.toml", "format = \"csv\"\ndatabase = \"x.db\"\n");
  EXPECT_THAT(avow({"claims"}).err, AllOf(HasSubstr("avow.toml"), HasSubstr("line 2"), HasSubstr("database")));
  write("avow.toml", "db = 3\n");
  EXPECT_THAT(avow({"claims"}).err, AllOf(HasSubstr("avow.toml"), HasSubstr("line 1")));
  write("avow.toml", "db = \n");
  EXPECT_EQ(avow({"claims"}).exit_code, 2);
}

TEST_F(Settings, ConfigurePlugins) {
  write("a.txt", "Good evening to everybody here.\n");
  const auto found = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"detect", "a.txt"});
    return avow(more).rows().size();
  };
  EXPECT_EQ(found({}), 0U) << "without a model nobody finds anything in it";
  EXPECT_EQ(found({"--set", "plugins.checkworthy.threshold=0"}), 1U);
  write("avow.toml", "[plugins.checkworthy]\nthreshold = 0.0\n");
  EXPECT_EQ(found({}), 1U);
  EXPECT_EQ(found({"--set", "plugins.checkworthy.threshold=1"}), 0U) << "the flag wins";
}

TEST_F(Settings, PluginsUseTheModelsThatAreNamed) {
  std::string csv = "party,year,binary_pledge,text\n";
  for (int i = 0; i < 20; ++i)
    csv += "Reds,2001,1,Ferry " + std::to_string(i) + " sank.\nReds,2001,0,Good evening " + std::to_string(i) + ".\n";
  write("data/m.csv", csv);
  // What it learned is all the same here: that it is used.
  const std::string model = path("models/check-worthy.model").string();
  write("models/.keep", "");
  ASSERT_EQ(avow({"train", "pledge", "--data", path("data").string(), "--out", model}).exit_code, 0);
  write("a.txt", "Ferry 7 sank.\n");
  const Result with = avow({"detect", "a.txt", "--models", path("models").string()});
  EXPECT_THAT(with.out, HasSubstr("checkworthy"));
  EXPECT_THAT(avow({"detect", "a.txt"}).out, ::testing::Not(HasSubstr("checkworthy")));
  write("models/check-worthy.model", "no model");
  const Result broken = avow({"detect", "a.txt", "--models", path("models").string()});
  EXPECT_THAT(broken.err, HasSubstr("check-worthy.model"));
}

TEST_F(Settings, PluginsConfigurationMustFit) {
  write("a.txt", "We will open one school by 2030.\n");
  const auto failure = [&](const std::string& setting) {
    const Result run = avow({"detect", "a.txt", "--set", setting});
    EXPECT_EQ(run.exit_code, 2) << setting;
    return run.err;
  };
  EXPECT_THAT(failure("plugins.checkworthy.threshold=7"), AllOf(HasSubstr("checkworthy"), HasSubstr("threshold")));
  EXPECT_THAT(failure("plugins.checkworthy.zeal=1"), HasSubstr("zeal"));
  EXPECT_THAT(failure("plugins.zeppelin.threshold=1"), HasSubstr("zeppelin"));
  EXPECT_THAT(failure("threshold=1"), HasSubstr("plugins.ID.KEY=VALUE"));
  EXPECT_THAT(failure("plugins.checkworthy=1"), HasSubstr("plugins.ID.KEY=VALUE"));
  write("avow.toml", "[plugins]\ncheckworthy = 1\n");
  EXPECT_THAT(avow({"detect", "a.txt"}).err, AllOf(HasSubstr("avow.toml"), HasSubstr("line 2")));
  write("avow.toml", "[plugins.checkworthy]\nthreshold = 2025-01-01\n");
  EXPECT_THAT(avow({"detect", "a.txt"}).err, AllOf(HasSubstr("avow.toml"), HasSubstr("line 2")));
}

TEST_F(Settings, ProjectsFileMayNotSayWhatCodeRuns) {
  write("avow.toml", "plugin-path = \"plugins\"\n");
  const Result run = avow({"plugins"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("plugin-path"));
}

TEST_F(Settings, WhoActsIsByThenEnvironment) {
  write("a.txt", "We will open one school by 2030.\n");
  write("b.txt", "We will open two schools by 2030.\n");
  avow({"ingest", "a.txt"});
  avow({"ingest", "b.txt", "--by", "ada"});
  const auto journal = avow({"journal"}).rows();
  EXPECT_EQ(journal.at(2)["actor"], "tester");
  EXPECT_EQ(journal.at(3)["actor"], "ada");
}

TEST_F(Formats, EachOneIsWhatItSays) {
  ingest_speech();
  const std::vector<std::string> ask{"claims", "--text", "homes", "--format"};
  const auto as = [&](const std::string& format) {
    auto arguments = ask;
    arguments.push_back(format);
    return avow(arguments).out;
  };
  EXPECT_THAT(as("ndjson"), StartsWith("{"));
  EXPECT_EQ(nlohmann::json::parse(as("json")).size(), 1u);
  EXPECT_THAT(as("csv"), HasSubstr("\r\n"));
  EXPECT_THAT(as("md"), StartsWith("|"));
  EXPECT_THAT(as("table"), HasSubstr("Ada Quill"));
  EXPECT_THAT(avow({"claims", "--text", "homes"}).out, StartsWith("{")) << "NDJSON in a pipe";
}

TEST_F(Formats, CanBeSetByEnvironmentAndColoursByFlag) {
  ingest_speech();
  const Result run = avow({"claims"}, {.input = "", .environment = {{"AVOW_FORMAT", "json"}}, .folder = {}});
  EXPECT_THAT(run.out, StartsWith("["));
  EXPECT_EQ(avow({"claims", "--format", "table"}).out.find('\x1b'), std::string::npos);
  EXPECT_NE(avow({"claims", "--format", "table", "--color", "always"}).out.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace avow::cli_test
