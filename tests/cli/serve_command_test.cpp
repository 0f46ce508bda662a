#include <gmock/gmock.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "server/client.hpp"
#include "support/program.hpp"

namespace avow::cli_test {
namespace {

using ::testing::HasSubstr;

class ServeCommand : public CliTest {
 protected:
  /// The port, once the server said that it can be asked.
  std::uint16_t begin(const std::vector<std::string>& arguments) {
    child_ = start(arguments, path("report"));
    std::string line;
    for (int i = 0; i < 1'000 && line.empty(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      std::ifstream report(path("report"));
      std::getline(report, line);
    }
    const std::string url = nlohmann::json::parse(line)["url"];
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
  }
  int end(int signal) const {
    kill(child_, signal);
    int status = 0;
    EXPECT_EQ(waitpid(child_, &status, 0), child_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  static std::string get(std::uint16_t port, const std::string& target) {
    return server::Client::ask(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

 private:
  pid_t child_ = 0;
};

TEST_F(ServeCommand, AnswersUntilItIsInterrupted) {
  const std::string claim = ingest_promise_with_outcomes();
  const std::uint16_t port = begin({"serve", "--port", "0", "--format", "ndjson"});
  EXPECT_THAT(get(port, "/claims.json"), HasSubstr(claim));
  EXPECT_EQ(end(SIGINT), 0);
}

TEST_F(ServeCommand, SeesWhatIsWrittenMeanwhile) {
  ingest_promise_with_outcomes();
  const std::uint16_t port = begin({"serve", "--port", "0", "--format", "ndjson"});
  EXPECT_THAT(get(port, "/claims.json?verdict=broken"), HasSubstr("\"claims\":[]"));
  EXPECT_EQ(avow({"check", "--today", "2025-09-01"}).exit_code, 0);
  EXPECT_THAT(get(port, "/claims.json"), HasSubstr("\"judged\":\"2025-09-01\""));
  EXPECT_EQ(end(SIGTERM), 0);
}

TEST_F(ServeCommand, SaysWhatIsWrongBeforeItServes) {
  EXPECT_THAT(avow({"serve", "--port", "0"}).err, HasSubstr("there is no such store"));
  ingest_promise_with_outcomes();
  const Result run = avow({"serve", "--address", "nowhere"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("cannot listen on nowhere"));
}

}  // namespace
}  // namespace avow::cli_test
