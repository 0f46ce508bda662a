#include "support/paths.hpp"

namespace avow {

const std::filesystem::path& source_folder() {
  static const std::filesystem::path path(AVOW_SOURCE_DIR);
  return path;
}

const std::filesystem::path& build_folder() {
  static const std::filesystem::path path(AVOW_BINARY_DIR);
  return path;
}

}  // namespace avow
