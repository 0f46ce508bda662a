#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace avow::cli {

/// A setting and where it may come from. The first that says something wins: flag, environment, ./avow.toml, the user's
/// file ($XDG_CONFIG_HOME/avow/config.toml).
struct SettingSource {
  const char* key;          ///< in the files; with "--" before it, the flag
  const char* environment;  ///< variable; null when there is none
  bool in_project_file;     ///< what can run code is not taken from a folder that one happens to stand in
};

/// What holds for every command.
struct Settings {
  std::filesystem::path database = "avow.db";
  std::string format;       ///< empty: by where the results go
  std::string flag_format;  ///< of --format alone
  std::string color = "auto";
  std::string actor;                                  ///< who acts; never empty
  std::vector<std::filesystem::path> plugin_folders;  ///< empty: the default ones
  std::vector<std::filesystem::path> model_folders;   ///< empty: the default ones
  /// What each plugin is configured with, a JSON object by the plugin's id.
  std::map<std::string, std::string> plugin_configurations;
};

/// Flags as given; absent ones are not set.
struct GlobalFlags {
  std::optional<std::string> database, format, color, by, plugin_path, models;
  std::vector<std::string> set;  ///< "plugins.ID.KEY=VALUE"
  std::string as_of, today;
  bool quiet = false;
  bool verbose = false;
};

/// Throws Error (usage, bad_input, io) naming file, line and key of what is wrong in a settings file.
Settings read_settings(const GlobalFlags& flags);

/// All settings, for the manual.
const std::array<SettingSource, 6>& setting_sources();

}  // namespace avow::cli
