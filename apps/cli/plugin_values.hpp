#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/json.hpp"

namespace avow::cli {

inline constexpr std::string_view plugin_prefix = "plugins.";

/// What was set for plugins, from several places: what was taken first stands.
class PluginValues {
 public:
  /// `key` is "plugins.ID.KEY", `json` the value. Throws Error (bad_input) that begins with `where` when the key is not
  /// of that form or the value no JSON.
  void take(std::string_view key, const std::string& json, const std::string& where);
  /// Of --set: "plugins.ID.KEY=VALUE"; what is no JSON is a text. Throws Error (usage).
  void take_flag(const std::string& setting);

  /// A JSON object by the id of the plugin.
  std::map<std::string, std::string> configurations() const;

 private:
  std::map<std::string, Json> objects_;
};

}  // namespace avow::cli
