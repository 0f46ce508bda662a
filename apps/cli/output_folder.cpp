#include "cli/output_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "base/error.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

fs::path without_slash(const fs::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

}  // namespace

void make_empty_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(ErrorCode::io, fmt::format("{}: {}", folder.string(), error.message()));
  if (!fs::is_empty(folder, error))
    throw Error(ErrorCode::usage, fmt::format("{}: there are files in it already", folder.string()),
                "name a new or empty folder");
}

OutputFolder::OutputFolder(fs::path place)
    : place_(without_slash(place)), part_(fmt::format("{}.part-{}", place_.string(), getpid())) {
  make_empty_folder(place_);
  make_empty_folder(part_);
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  fs::remove_all(part_, ignored);
}

void OutputFolder::finish() {
  std::error_code error;
  fs::rename(part_, place_, error);
  if (error) throw Error(ErrorCode::io, fmt::format("{}: {}", place_.string(), error.message()));
}

}  // namespace avow::cli
