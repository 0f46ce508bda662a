#include "cli/toml_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

#include "base/error.hpp"

namespace avow::cli {
namespace {

toml::table parse(const std::filesystem::path& file) {
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::bad_input,
                fmt::format("{}: line {}: {}", file.string(), error.source().begin.line, error.description()),
                "settings are written as key = \"text\", one a line");
  }
}

[[noreturn]] void refuse(const std::filesystem::path& file, unsigned line, const std::string& key,
                         const std::string& why) {
  throw Error(ErrorCode::bad_input, fmt::format("{}: line {}: '{}' {}", file.string(), line, key, why),
              "settings are written as key = \"text\", those of a plugin as key = value under [plugins.ID]");
}

/// nullopt for what JSON has no word for.
std::optional<std::string> as_json(const toml::node& node) {
  if (node.is_date() || node.is_time() || node.is_date_time()) return std::nullopt;
  if (const auto* number = node.as_floating_point(); number != nullptr && !std::isfinite(number->get()))
    return std::nullopt;
  std::ostringstream out;
  if (const auto* table = node.as_table())
    out << toml::json_formatter{*table};
  else if (const auto* array = node.as_array())
    out << toml::json_formatter{*array};
  else
    out << toml::json_formatter{node};
  return out.str();
}

void take_plugins(const std::filesystem::path& file, const toml::node& plugins, std::vector<TomlValue>& values) {
  const auto line_of = [](const toml::node& node) { return static_cast<unsigned>(node.source().begin.line); };
  const toml::table* all = plugins.as_table();
  if (all == nullptr) refuse(file, line_of(plugins), "plugins", "is not a table");
  for (const auto& [id, node] : *all) {
    const toml::table* table = node.as_table();
    const std::string prefix = fmt::format("plugins.{}", id.str());
    if (table == nullptr) refuse(file, line_of(node), prefix, "is not a table");
    for (const auto& [key, value] : *table) {
      const std::string name = fmt::format("{}.{}", prefix, key.str());
      const auto text = as_json(value);
      if (!text) refuse(file, line_of(value), name, "is neither a text, a number, a truth value nor a list of such");
      values.push_back({name, *text, line_of(value)});
    }
  }
}

}  // namespace

std::vector<TomlValue> read_toml(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {};
  std::vector<TomlValue> values;
  for (const auto& [key, node] : parse(file)) {
    const auto line = static_cast<unsigned>(node.source().begin.line);
    if (key == "plugins") {
      take_plugins(file, node, values);
      continue;
    }
    const auto text = node.value<std::string>();
    if (!text) refuse(file, line, std::string(key.str()), "is not a text");
    values.push_back({std::string(key.str()), *text, line});
  }
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return values;
}

}  // namespace avow::cli
