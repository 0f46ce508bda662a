#include <gmock/gmock.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "support/program.hpp"

namespace avow::cli_test {
namespace {

constexpr int documents_of_corpus = 3000;
constexpr int longest_wait_ms = 1500;

int kills_wanted() {
  const char* said = std::getenv("AVOW_KILLS");
  return said == nullptr ? 20 : std::atoi(said);
}

class IngestKill : public CliTest {
 protected:
  /// Invented documents of different lengths, one a line.
  void write_corpus(int documents) {
    std::string lines;
    for (int i = 0; i < documents; ++i) {
      std::string text = "We will open " + std::to_string(i + 2) + " schools by 20" + std::to_string(30 + i % 60) + ".";
      for (int s = 0; s < i % 40; ++s)
        text += " The harbour had " + std::to_string(s + 2) + " percent more ships in 2019.";
      lines +=
          nlohmann::json{
              {"url", "https://example.org/" + std::to_string(i)}, {"text", text}, {"published", "2021-03-03"}}
              .dump() +
          "\n";
    }
    write("corpus.ndjson", lines);
  }

  /// Starts an ingest, kills it after so long, and remembers what it reported by then. Whether it had ended by itself.
  bool ingest_and_kill(std::chrono::milliseconds after) {
    const pid_t child = start({"ingest", "corpus.ndjson", "--format", "ndjson"}, path("report"));
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    std::ifstream report(path("report"));
    for (std::string line; std::getline(report, line) && !report.eof();)
      reported_.insert(nlohmann::json::parse(line).at("id").get<std::string>());
    return WIFEXITED(status);
  }

  void expect_nothing_lost() {
    if (!std::filesystem::exists(path("avow.db"))) {
      EXPECT_TRUE(reported_.empty());
      return;
    }
    const Result verify = avow({"verify"});
    ASSERT_EQ(verify.exit_code, 0) << verify.err << verify.out;
    std::set<std::string> stored;
    for (const auto& row : avow({"sql", "SELECT id FROM documents", "--max-rows", "100000"}).rows())
      stored.insert(row.at("id"));
    for (const std::string& id : reported_) EXPECT_TRUE(stored.contains(id)) << id << " was reported and is not there";
  }

  void forget() {
    reported_.clear();
    for (const char* file : {"avow.db", "avow.db-wal", "avow.db-shm"}) std::filesystem::remove(path(file));
  }

  std::set<std::string> reported_;
};

TEST_F(IngestKill, LosesNothingThatWasReported) {
  std::mt19937 random(20250425);
  std::uniform_int_distribution<int> wait(0, longest_wait_ms);
  write_corpus(documents_of_corpus);
  std::size_t reports = 0;
  for (int kill = 0; kill < kills_wanted(); ++kill) {
    const bool ended = ingest_and_kill(std::chrono::milliseconds(wait(random)));
    expect_nothing_lost();
    reports += reported_.size();
    if (HasFatalFailure()) return;
    if (ended) forget();
  }
  RecordProperty("reported", static_cast<int>(reports));
}

}  // namespace
}  // namespace avow::cli_test
