#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

namespace avow::bench {

/// Seconds that something took. On a machine shared with others the processor's time is the steadier of the two.
struct Cost {
  double wall = 0;
  double processor = 0;  ///< user and system, of this process
  Cost& operator+=(const Cost& other);
};

/// Runs from its making on.
class Stopwatch {
 public:
  Stopwatch();
  Cost cost() const;

 private:
  std::chrono::steady_clock::time_point wall_;
  double processor_;
};

double median(std::vector<double> values);
/// The smallest value that so many percent of all do not exceed.
double percentile(std::vector<double> values, double percent);
/// Half the distance between the quartiles, as a share of the median.
double spread(std::vector<double> values);

/// A folder of its own below `parent` (the folder for temporary files when empty), gone when this is.
class ScratchFolder {
 public:
  explicit ScratchFolder(const std::filesystem::path& parent = {});
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();
  std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Removes a store's file and the log beside it.
void remove_store(const std::filesystem::path& file);

}  // namespace avow::bench
