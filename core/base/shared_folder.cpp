#include "base/shared_folder.hpp"

#include <cstdlib>
#include <system_error>

namespace avow {

namespace fs = std::filesystem;

std::optional<fs::path> shared_folder(std::string_view name, const char* variable) {
  if (const char* named = std::getenv(variable); named != nullptr && *named != '\0') return named;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const fs::path shared = fs::path("share/avow") / name;
  for (fs::path folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path())
    if (fs::is_directory(folder / shared, failed)) return folder / shared;
  return std::nullopt;
}

}  // namespace avow
