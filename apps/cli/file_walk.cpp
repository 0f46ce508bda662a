#include "cli/file_walk.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/interrupt.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t deepest_folder = 256;

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

std::vector<fs::directory_entry> sorted_entries(const fs::path& folder, std::error_code& error) {
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) entries.push_back(*at);
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  return entries;
}

class Walk {
 public:
  explicit Walk(const WalkVisitor& visitor) : visitor_(visitor) {}

  void folder(const fs::path& path, std::size_t depth) {
    if (depth > deepest_folder) return fail(path, "folders nested too deep", ErrorCode::limit);
    std::error_code error;
    const auto entries = sorted_entries(path, error);
    if (error) return fail(path, error.message(), ErrorCode::io);
    for (const auto& entry : entries) step(entry, depth);
  }

  void named(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (path == "-" || fs::is_fifo(status) || fs::is_character_file(status)) return visitor_.file(path, true);
    if (!fs::exists(status)) return fail(path, "no such file or folder", ErrorCode::not_found);
    if (fs::is_directory(status)) return folder(path, 0);
    other(path, status, true);
  }

 private:
  void step(const fs::directory_entry& entry, std::size_t depth) {
    stop_if_interrupted();
    std::error_code error;
    if (is_hidden(entry.path())) {
      if (visitor_.hidden) visitor_.hidden(entry.path());
    } else if (entry.is_directory(error) && !entry.is_symlink(error)) {
      folder(entry.path(), depth + 1);
    } else if (!entry.is_directory(error)) {
      other(entry.path(), entry.status(error), false);
    }
  }

  void other(const fs::path& path, const fs::file_status& status, bool named) {
    if (fs::is_regular_file(status)) return visitor_.file(path, named);
    fail(path, fs::exists(status) ? "neither a file nor a folder" : "no such file", ErrorCode::bad_input);
  }

  void fail(const fs::path& path, const std::string& why, ErrorCode code) {
    if (visitor_.failure) visitor_.failure(Error(code, fmt::format("{}: {}", path.string(), why)));
  }

  const WalkVisitor& visitor_;
};

}  // namespace

void walk_files(const std::vector<std::string>& paths, const WalkVisitor& visitor) {
  Walk walk(visitor);
  for (const auto& path : paths) walk.named(path);
}

std::uint64_t count_files(const std::vector<std::string>& paths) {
  std::uint64_t files = 0;
  walk_files(paths, {[&files](const fs::path&, bool) { ++files; }, {}, {}});
  return files;
}

}  // namespace avow::cli
