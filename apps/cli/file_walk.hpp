#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace avow::cli {

/// What a walk over files tells.
struct WalkVisitor {
  /// `named`: given by itself, not found in a folder.
  std::function<void(const std::filesystem::path&, bool named)> file;
  /// Passed over on purpose: hidden files and folders, found while walking a folder.
  std::function<void(const std::filesystem::path&)> hidden;
  /// A path that is not there, a folder that cannot be opened, what is neither file nor folder.
  std::function<void(const Error&)> failure;
};

/// Calls the visitor for each path given and, below folders, for every file in the order of the paths' bytes. Links to
/// files are followed, links to folders only when given by name, so that no walk is endless. Holds the names of the
/// folders it stands in, not of the whole tree. "-" is a file. What the visitor throws ends the walk.
void walk_files(const std::vector<std::string>& paths, const WalkVisitor& visitor);

/// How many files a walk will visit.
std::uint64_t count_files(const std::vector<std::string>& paths);

}  // namespace avow::cli
