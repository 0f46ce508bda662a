#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace avow {

/// The folder with one sort of data that Avow ships, such as "vocabulary": the one that the environment variable names,
/// else share/avow/<name> beside the program: <prefix>/bin/avow when installed, <build>/bin/avow and <build>/tests/...
/// in a build tree. nullopt when there is none.
std::optional<std::filesystem::path> shared_folder(std::string_view name, const char* variable);

}  // namespace avow
