#pragma once

#include <filesystem>

/// Where the tests find what they read. Known to one object only, so that all others compile to the same in every
/// clone, and a cache of the compiler's work serves them all.
namespace avow {

/// Root of the source tree.
const std::filesystem::path& source_folder();
/// Root of the build tree, where the plugins lie.
const std::filesystem::path& build_folder();

}  // namespace avow
