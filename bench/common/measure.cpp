#include "common/measure.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <random>
#include <string>
#include <system_error>

namespace avow::bench {
namespace {

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

Cost& Cost::operator+=(const Cost& other) {
  wall += other.wall;
  processor += other.processor;
  return *this;
}

Stopwatch::Stopwatch() : wall_(std::chrono::steady_clock::now()), processor_(processor_seconds()) {}

Cost Stopwatch::cost() const {
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count(),
          processor_seconds() - processor_};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double percent) {
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(percent / 100 * static_cast<double>(values.size())));
  return values[std::max<std::size_t>(rank, 1) - 1];
}

double spread(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return (values[values.size() * 3 / 4] - values[values.size() / 4]) / 2 / median(values);
}

ScratchFolder::ScratchFolder(const std::filesystem::path& parent)
    : path_((parent.empty() ? std::filesystem::temp_directory_path() : parent) /
            ("avow-bench-" + std::to_string(std::random_device{}()))) {
  std::filesystem::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void remove_store(const std::filesystem::path& file) {
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
}

}  // namespace avow::bench
