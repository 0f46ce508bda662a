#include "cli/plugin_values.hpp"

#include <fmt/format.h>

#include "base/error.hpp"

namespace avow::cli {
namespace {

constexpr const char* form = "a plugin's setting is plugins.ID.KEY=VALUE, as in plugins.pledge.threshold=0.5";

}  // namespace

void PluginValues::take(std::string_view key, const std::string& json, const std::string& where) {
  key.remove_prefix(plugin_prefix.size());
  const std::size_t dot = key.find('.');
  if (dot == 0 || dot == std::string_view::npos || dot + 1 == key.size())
    throw Error(ErrorCode::bad_input, fmt::format("{}: '{}' names no plugin's setting", where, key), form);
  Json& object = objects_.try_emplace(std::string(key.substr(0, dot)), Json::object()).first->second;
  const std::string name(key.substr(dot + 1));
  if (!object.contains(name)) object[name] = parse_json(json, where);
}

void PluginValues::take_flag(const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (!setting.starts_with(plugin_prefix) || equals == std::string::npos)
    throw Error(ErrorCode::usage, fmt::format("--set {}: not a plugin's setting", setting), form);
  const std::string value = setting.substr(equals + 1);
  std::string json = value;
  try {
    parse_json(value, "--set");
  } catch (const Error&) {
    json = Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  take(std::string_view(setting).substr(0, equals), json, "--set");
}

std::map<std::string, std::string> PluginValues::configurations() const {
  std::map<std::string, std::string> out;
  for (const auto& [id, object] : objects_) out.emplace(id, object.dump());
  return out;
}

}  // namespace avow::cli
