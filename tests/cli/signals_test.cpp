#include <gmock/gmock.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using Signals = CliTest;

TEST_F(Signals, AReaderThatGoesAwayEndsItQuietly) {
  ingest_speech();
  const std::string command = "cd " + path("").string() + " && for i in 1 2 3 4 5; do { '" + program_file() +
                              "' entities; echo $? >&2; } 2>>ended | head -c 1 >/dev/null; done";
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream ended(path("ended"));
  const std::string said{std::istreambuf_iterator<char>(ended), {}};
  EXPECT_EQ(said, "0\n0\n0\n0\n0\n");
}

TEST_F(Signals, InterruptEndsIngestWithoutHarm) {
  for (int i = 0; i < 400; ++i) write("in/" + std::to_string(i) + ".txt", std::to_string(i) + ". " + speech);
  const pid_t child = start({"ingest", "in", "--format", "ndjson"}, path("report"));
  std::error_code not_there;
  while (std::filesystem::file_size(path("report"), not_there) + 1 <= 1 && waitpid(child, nullptr, WNOHANG) == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  kill(child, SIGINT);
  int status = 0;
  if (waitpid(child, &status, 0) == child) {
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_TRUE(WEXITSTATUS(status) == 130 || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
  }
  EXPECT_EQ(avow({"verify"}).exit_code, 0);
  std::ifstream report(path("report"));
  std::size_t reported = 0;
  for (std::string line; std::getline(report, line);) ++reported;
  EXPECT_EQ(avow({"sql", "SELECT count(*) AS n FROM documents"}).rows().at(0)["n"], reported);
}

TEST_F(Signals, WatchJudgesWhatComesInUntilInterrupted) {
  ingest_promise_with_outcomes();
  const std::vector<std::string> watch{"watch", "--every", "1", "--format", "ndjson"};
  const pid_t child = start(watch, path("report"));
  const auto rows = [&] {
    std::ifstream report(path("report"));
    std::size_t count = 0;
    for (std::string line; std::getline(report, line);) ++count;
    return count;
  };
  const auto wait_for = [&](std::size_t count) {
    for (int i = 0; i < 3000 && rows() < count; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return rows();
  };
  EXPECT_EQ(wait_for(1), 1u);
  write("more.csv", "country,year,value,status\nGermany,2025,2.5,actual\n");
  ASSERT_EQ(avow({"outcomes", "import", "more.csv", "--indicator", "nato:defence-share-gdp", "--published",
                  "2025-11-01", "--source", "NATO"})
                .exit_code,
            0);
  EXPECT_EQ(wait_for(2), 2u);
  kill(child, SIGINT);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 130);
}

}  // namespace
}  // namespace avow::cli_test
