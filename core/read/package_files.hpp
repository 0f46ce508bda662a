#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

/// The files of a folder that a stranger describes: only what lies in the folder is read, whatever its description
/// says. Nothing is fetched.
class PackageFiles {
 public:
  /// Error (not_found) when there is no such folder.
  explicit PackageFiles(const std::filesystem::path& folder);

  /// How messages call a file of the folder.
  std::string name(std::string_view path) const;
  /// The bytes of a file. Error: bad_input for an address, an absolute path, one with "..", and a link that leads out
  /// of the folder; not_found, limit, io.
  std::string read(std::string_view path) const;
  bool has(std::string_view path) const;
  /// Names of the files right in the folder, in order.
  std::vector<std::string> list() const;

 private:
  std::filesystem::path locate(std::string_view path) const;

  std::filesystem::path folder_;
};

}  // namespace avow
