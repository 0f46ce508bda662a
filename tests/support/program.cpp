#include "support/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace avow::cli_test {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

struct Streams {
  fs::path in, out, err;
};

/// In the child, between fork and exec: only what is safe there.
[[noreturn]] void become(char* const* arguments, char* const* environment, const fs::path& folder,
                         const Streams& streams) {
  const auto redirect = [](const fs::path& path, int flags, int to) {
    const int file = open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (file < 0 || dup2(file, to) < 0) _exit(126);
  };
  redirect(streams.in, O_RDONLY, STDIN_FILENO);
  redirect(streams.out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(streams.err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (chdir(folder.c_str()) != 0) _exit(126);
  execve(program_file(), arguments, environment);
  _exit(127);
}

pid_t spawn(std::vector<std::string> arguments, std::vector<std::string> environment, const fs::path& folder,
            const Streams& streams) {
  arguments.insert(arguments.begin(), "avow");
  const auto argument_pointers = pointers(arguments);
  const auto environment_pointers = pointers(environment);
  const pid_t child = fork();
  if (child == 0) become(argument_pointers.data(), environment_pointers.data(), folder, streams);
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

const char* program_file() {
  return AVOW_PROGRAM;
}

const char* const speech =
    "Remarks to the Harbour Council\n\n"
    "3 March 2021\n\n"
    "We will build 4,000 homes in Norhaven by 2027. We will cut the unemployment rate to 3 percent by 2026.\n\n"
    "Last year the inflation rate was 2.4 percent in Germany. The bakeries were open.\n";

const char* const promise =
    "Statement on defence\n\n"
    "10 January 2020\n\n"
    "Germany will raise its defence spending to at least 2 percent of GDP by 2024.\n";

std::vector<nlohmann::ordered_json> Result::rows() const {
  std::vector<nlohmann::ordered_json> all;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::ordered_json::parse(line));
  return all;
}

CliTest::CliTest() {
  std::string name = (fs::temp_directory_path() / "avow-cli-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

CliTest::~CliTest() {
  std::error_code error;
  fs::remove_all(folder_, error);
}

fs::path CliTest::write(const std::string& name, const std::string& content) const {
  fs::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name);
}

Result CliTest::avow(const std::vector<std::string>& arguments, const Surroundings& surroundings) const {
  static int runs = 0;
  const fs::path streams = folder_ / ".streams" / std::to_string(++runs);
  fs::create_directories(streams);
  std::ofstream(streams / "in", std::ios::binary) << surroundings.input;
  std::vector<std::string> environment{"HOME=" + folder_.string(), "AVOW_USER=tester", "TZ=UTC"};
  for (const auto& [name, value] : surroundings.environment) environment.push_back(name + "=" + value);
  const fs::path folder = surroundings.folder.empty() ? folder_ : surroundings.folder;
  Result run;
  run.exit_code = wait_for(spawn(arguments, environment, folder, {streams / "in", streams / "out", streams / "err"}));
  run.out = read_all(streams / "out");
  run.err = read_all(streams / "err");
  return run;
}

pid_t CliTest::start(const std::vector<std::string>& arguments, const fs::path& out) const {
  return spawn(arguments, {"HOME=" + folder_.string(), "AVOW_USER=tester"}, folder_, {"/dev/null", out, "/dev/null"});
}

std::vector<nlohmann::ordered_json> CliTest::ingest_speech() const {
  write("speech.txt", speech);
  const Result ingest = avow({"ingest", "speech.txt", "--speaker", "Ada Quill", "--published", "2021-03-03"});
  EXPECT_EQ(ingest.exit_code, 0) << ingest.err;
  return avow({"claims"}).rows();
}

std::string CliTest::claim_with(const std::string& words) const {
  for (const auto& row : avow({"claims"}).rows())
    if (row.at("quote").get<std::string>().find(words) != std::string::npos) return row.at("id");
  return {};
}

std::string CliTest::ingest_promise_with_outcomes() const {
  write("promise.txt", promise);
  const Result ingest = avow({"ingest", "promise.txt", "--speaker", "Ada Quill", "--published", "2020-01-10"});
  EXPECT_EQ(ingest.exit_code, 0) << ingest.err;
  const auto import = [&](const char* file, const char* value, const char* day) {
    write(file, std::string("country,year,value,status\nGermany,2023,1.6,actual\nGermany,2024,") + value + ",actual\n");
    const Result run = avow({"outcomes", "import", file, "--indicator", "nato:defence-share-gdp", "--published", day,
                             "--source", "Invented figures"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
  };
  import("first.csv", "2.1", "2025-02-01");
  import("second.csv", "1.9", "2025-08-01");
  return claim_with("defence spending");
}

}  // namespace avow::cli_test
