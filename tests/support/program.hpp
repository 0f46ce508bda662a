#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace avow::cli_test {

/// How a run of the program ended and what it wrote.
struct Result {
  int exit_code = -1;  ///< 128 + signal when one ended it
  std::string out;
  std::string err;

  /// Standard output as NDJSON.
  std::vector<nlohmann::ordered_json> rows() const;
};

/// What a run is given besides its arguments.
struct Surroundings {
  std::string input;                               ///< standard input
  std::map<std::string, std::string> environment;  ///< besides a HOME that is empty
  std::filesystem::path folder;                    ///< to stand in; the test's own when empty
};

/// Runs `avow` in a folder of the test's own, with nothing of the user's surroundings.
class CliTest : public ::testing::Test {
 protected:
  CliTest();
  ~CliTest() override;

  Result avow(const std::vector<std::string>& arguments, const Surroundings& surroundings = {}) const;
  /// Starts it with standard output into `out` (a path); the caller waits.
  pid_t start(const std::vector<std::string>& arguments, const std::filesystem::path& out) const;
  /// Writes a file into the test's folder, making folders on the way; its path.
  std::filesystem::path write(const std::string& name, const std::string& content) const;
  std::filesystem::path path(const std::string& name) const { return folder_ / name; }

  /// Ingests the speech below; the rows of `claims`.
  std::vector<nlohmann::ordered_json> ingest_speech() const;
  /// Id of the claim whose words hold `words`; empty when there is none.
  std::string claim_with(const std::string& words) const;
  /// Ingests a document that holds a testable promise and imports two vintages that judge it; the promise's id.
  std::string ingest_promise_with_outcomes() const;

 private:
  std::filesystem::path folder_;
};

/// The built program's own file.
const char* program_file();

/// Invented for the tests.
extern const char* const speech;
extern const char* const promise;

}  // namespace avow::cli_test
