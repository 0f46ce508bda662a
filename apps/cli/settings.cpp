#include "cli/settings.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/error.hpp"
#include "cli/plugin_values.hpp"
#include "cli/toml_file.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<SettingSource, 6> sources{{{"db", "AVOW_DB", true},
                                                {"format", "AVOW_FORMAT", true},
                                                {"color", nullptr, true},
                                                {"by", "AVOW_USER", true},
                                                {"plugin-path", "AVOW_PLUGIN_PATH", false},
                                                {"models", "AVOW_MODELS", true}}};

std::string environment(const char* variable) {
  const char* value = variable == nullptr ? nullptr : std::getenv(variable);
  return value == nullptr ? "" : value;
}

std::string login_name() {
  if (const passwd* user = getpwuid(geteuid()); user != nullptr && user->pw_name != nullptr && *user->pw_name != '\0')
    return user->pw_name;
  return fmt::format("user {}", geteuid());
}

fs::path user_file() {
  if (const auto folder = environment("XDG_CONFIG_HOME"); !folder.empty()) return fs::path(folder) / "avow/config.toml";
  if (const auto home = environment("HOME"); !home.empty()) return fs::path(home) / ".config/avow/config.toml";
  return {};
}

using Values = std::map<std::string, std::string>;

/// Relative folders and files are meant from where the settings file stands.
std::string from_folder_of(const fs::path& file, const std::string& key, const std::string& value) {
  const bool is_path = key == "db" || key == "plugin-path" || key == "models";
  return is_path && fs::path(value).is_relative() ? (file.parent_path() / value).string() : value;
}

void take_file(const fs::path& file, bool project, Values& values, PluginValues& plugins) {
  for (const TomlValue& found : read_toml(file)) {
    if (found.key.starts_with(plugin_prefix)) {
      plugins.take(found.key, found.text, fmt::format("{}: line {}", file.string(), found.line));
      continue;
    }
    const auto source = std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.key == found.key; });
    if (source == sources.end())
      throw Error(ErrorCode::bad_input,
                  fmt::format("{}: line {}: there is no setting '{}'", file.string(), found.line, found.key),
                  "the settings are db, format, color, by, plugin-path, models and the table [plugins.ID]");
    if (project && !source->in_project_file)
      throw Error(
          ErrorCode::bad_input,
          fmt::format("{}: line {}: '{}' may not be set in a project's file", file.string(), found.line, found.key),
          "set it in your own file or on the command line: it decides what code runs");
    values.emplace(found.key, from_folder_of(file, found.key, found.text));
  }
}

Values given(const GlobalFlags& flags) {
  Values values;
  const std::array said{&flags.database, &flags.format, &flags.color, &flags.by, &flags.plugin_path, &flags.models};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (*said[i]) {
      values.emplace(sources[i].key, **said[i]);
    } else if (const auto value = environment(sources[i].environment); !value.empty()) {
      values.emplace(sources[i].key, value);
    }
  }
  return values;
}

std::vector<fs::path> split_folders(const std::string& text) {
  std::vector<fs::path> folders;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(':', begin), text.size());
    if (end > begin) folders.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return folders;
}

}  // namespace

const std::array<SettingSource, 6>& setting_sources() {
  return sources;
}

Settings read_settings(const GlobalFlags& flags) {
  Values values = given(flags);
  PluginValues plugins;
  for (const std::string& one : flags.set) plugins.take_flag(one);
  take_file("avow.toml", true, values, plugins);
  if (const auto file = user_file(); !file.empty()) take_file(file, false, values, plugins);

  Settings settings;
  if (values.contains("db")) settings.database = values["db"];
  settings.format = values["format"];
  settings.flag_format = flags.format.value_or("");
  if (values.contains("color")) settings.color = values["color"];
  settings.actor = values["by"].empty() ? login_name() : values["by"];
  settings.plugin_folders = split_folders(values["plugin-path"]);
  settings.model_folders = split_folders(values["models"]);
  settings.plugin_configurations = plugins.configurations();
  return settings;
}

}  // namespace avow::cli
