#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace avow::cli {

/// A key of a settings file with its text. Of a value in a table [plugins.ID] the key is "plugins.ID.KEY", and the text
/// its value as JSON.
struct TomlValue {
  std::string key;
  std::string text;
  unsigned line = 0;
};

/// All keys, in the order of the file; none when it does not exist. Error (bad_input) naming file and line when it is
/// no TOML, a value at the top is not a string, or one of a plugin is no JSON (a date, not a number); Error (io) when
/// it cannot be read.
std::vector<TomlValue> read_toml(const std::filesystem::path& file);

}  // namespace avow::cli
