#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::learn {

/// The files with this ending in a folder and all under it, by path; of a file, the file itself. Throws avow::Error
/// (bad_input) when the place is not there or holds none.
std::vector<std::filesystem::path> files_under(const std::filesystem::path& place, std::string_view ending);

/// The whole file. Throws avow::Error (bad_input) when it cannot be read or is larger than 256 MiB.
std::string read_file(const std::filesystem::path& file);

/// Calls `line` for each line of a file, without its end.
void each_line(const std::filesystem::path& file, const std::function<void(std::string_view)>& line);

}  // namespace avow::learn
