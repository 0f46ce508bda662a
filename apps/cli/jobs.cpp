#include "cli/jobs.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

namespace avow::cli {
namespace {

constexpr std::size_t most = 256;

}  // namespace

Jobs::Jobs() : count_(std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most)) {}

void Jobs::add_to(CLI::App& app, const std::string& what) {
  app.add_option("--jobs", count_, "Threads that " + what + "; without it one a core")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, most));
}

}  // namespace avow::cli
