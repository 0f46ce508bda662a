#pragma once

#include <filesystem>

namespace avow::cli {

/// A folder of files that is there whole or not at all: filled beside its place, and put there by finish(). Without
/// finish() nothing is left behind.
class OutputFolder {
 public:
  /// Error: usage when there are files in `place` already, io when it cannot be made.
  explicit OutputFolder(std::filesystem::path place);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  /// Where files are to be written until then.
  const std::filesystem::path& part() const { return part_; }
  /// Error (io) when somebody put something there in the meantime.
  void finish();

 private:
  std::filesystem::path place_;
  std::filesystem::path part_;
};

/// Makes the folder unless it is there. Error: io, and usage when there are files in it.
void make_empty_folder(const std::filesystem::path& folder);

}  // namespace avow::cli
