#include "cli/toml_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

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

}  // namespace

std::vector<TomlValue> read_toml(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {};
  std::vector<TomlValue> values;
  for (const auto& [key, node] : parse(file)) {
    const auto line = static_cast<unsigned>(node.source().begin.line);
    const auto text = node.value<std::string>();
    if (!text)
      throw Error(ErrorCode::bad_input,
                  fmt::format("{}: line {}: '{}' is not a text", file.string(), line, std::string(key.str())),
                  "settings are written as key = \"text\"");
    values.push_back({std::string(key.str()), *text, line});
  }
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return values;
}

}  // namespace avow::cli
