#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace avow::cli {

/// A top-level key of a settings file with its text.
struct TomlValue {
  std::string key;
  std::string text;
  unsigned line = 0;
};

/// All keys, in the order of the file; none when it does not exist. Error (bad_input) naming file and line when it is
/// no TOML or a value is not a string; Error (io) when it cannot be read.
std::vector<TomlValue> read_toml(const std::filesystem::path& file);

}  // namespace avow::cli
