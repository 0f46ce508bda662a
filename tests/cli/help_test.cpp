#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "support/paths.hpp"
#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

/// The sections of `.SS "avow ..."` in the manual: every command there is.
std::vector<std::string> command_paths(const std::string& manual) {
  std::vector<std::string> paths;
  std::istringstream lines(manual);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(".SS \"avow ")) {
      std::erase(line, '\\');
      paths.push_back(line.substr(10, line.size() - 11));
    }
  return paths;
}

std::vector<std::string> words_of(const std::string& path) {
  std::istringstream stream(path);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// Whether some test runs the command: its words occur in a row as quoted arguments.
bool is_tested(const std::string& tests, const std::string& path) {
  std::string quoted = "{";
  for (const std::string& word : words_of(path)) quoted += (quoted == "{" ? "\"" : ", \"") + word + "\"";
  return tests.find(quoted) != std::string::npos;
}

using Help = CliTest;

TEST_F(Help, GroupsTheCommands) {
  const Result run = avow({"--help"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  for (const char* words : {"Bring in:", "Judge:", "Ask:", "Names:", "Keep:", "ingest", "--db", "Exit codes"})
    EXPECT_THAT(run.out, HasSubstr(words));
}

TEST_F(Help, EveryCommandHasExamplesDocumentationAndATest) {
  const std::string docs = content_of(source_folder() / "docs/commands.md");
  std::string tests;
  for (const auto& file : fs::directory_iterator(source_folder() / "tests/cli")) tests += content_of(file.path());
  const auto paths = command_paths(avow({"manual"}).out);
  ASSERT_GE(paths.size(), 22u);
  for (const std::string& path : paths) {
    auto arguments = words_of(path);
    arguments.push_back("--help");
    const Result help = avow(arguments);
    EXPECT_EQ(help.exit_code, 0) << path;
    const bool has_children = help.out.find("SUBCOMMAND") != std::string::npos;
    EXPECT_TRUE(has_children || help.out.find("Examples:\n  ") != std::string::npos) << path;
    EXPECT_THAT(docs, HasSubstr("# " + path + "\n")) << path;
    EXPECT_TRUE(is_tested(tests, path)) << path;
  }
}

TEST_F(Help, CommandsInHelpAreThoseOfTheManual) {
  const std::string help = avow({"--help"}).out;
  for (const std::string& path : command_paths(avow({"manual"}).out)) {
    const bool is_below_another = path.find(' ') != std::string::npos;
    EXPECT_TRUE(is_below_another || help.find("\n  " + path + " ") != std::string::npos) << path;
  }
}

TEST_F(Help, TellsItsVersion) {
  EXPECT_THAT(avow({"--version"}).out, StartsWith("avow 0."));
}

TEST_F(Help, NeedsNoValidArgumentsAndNoStore) {
  const Result run = avow({"review", "--help"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("--because"), HasSubstr("Examples:")));
}

TEST_F(Help, CompletionsKnowCommandsAndOptions) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Result run = avow({"completion", shell});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, AllOf(HasSubstr("ingest"), HasSubstr("published"))) << shell;
  }
  EXPECT_EQ(avow({"completion", "tcsh"}).exit_code, 2);
}

TEST_F(Help, BashTakesItsCompletion) {
  write("completion.bash", avow({"completion", "bash"}).out);
  write("try.bash",
        "source ./completion.bash\n"
        "COMP_WORDS=(avow outcomes im) COMP_CWORD=2; _avow; echo \"${COMPREPLY[@]}\"\n"
        "COMP_WORDS=(avow claims --verdict bro) COMP_CWORD=3; _avow; echo \"${COMPREPLY[@]}\"\n");
  const std::string command = "cd " + path("").string() + " && bash try.bash > completed";
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(content_of(path("completed")), "import\nbroken\n");
}

}  // namespace
}  // namespace avow::cli_test
