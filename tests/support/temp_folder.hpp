#pragma once

#include <filesystem>
#include <string>

namespace avow {

/// An empty folder of its own for each test, gone afterwards with all that is in it.
class TempFolder {
 public:
  /// Throws std::system_error where no folder can be made.
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace avow
