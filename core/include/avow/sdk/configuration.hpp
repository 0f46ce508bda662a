#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "avow/sdk/plugin.hpp"

namespace avow::sdk {

/// Reads single values out of Setup::configuration, which the host has checked against the manifest's schema: a JSON
/// object without blanks. Values within values are passed over.
class Configuration {
 public:
  explicit Configuration(const Setup& setup) : json_(setup.configuration) {}

  /// nullopt when the key is not there or its value is no number.
  std::optional<double> number(std::string_view key) const {
    const auto raw = find(key);
    if (!raw || raw->empty()) return std::nullopt;
    double out = 0;
    const auto [end, error] = std::from_chars(raw->data(), raw->data() + raw->size(), out);
    return error == std::errc() && end == raw->data() + raw->size() ? std::optional(out) : std::nullopt;
  }
  /// nullopt when the key is not there or its value is neither true nor false.
  std::optional<bool> flag(std::string_view key) const {
    const auto raw = find(key);
    if (raw == "true") return true;
    return raw == "false" ? std::optional(false) : std::nullopt;
  }
  /// nullopt when the key is not there or its value is no text. Escapes other than of quotes, slashes and backslashes
  /// are left as they are: paths and names have none.
  std::optional<std::string> text(std::string_view key) const {
    const auto raw = find(key);
    if (!raw || raw->size() < 2 || raw->front() != '"') return std::nullopt;
    return unescaped(raw->substr(1, raw->size() - 2));
  }

 private:
  static std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool escape =
          text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\' || text[i + 1] == '/');
      if (escape) ++i;
      out += text[i];
    }
    return out;
  }
  /// Where the value that begins at `at` ends: at the comma or bracket after it.
  std::size_t end_of_value(std::size_t at) const {
    int depth = 0;
    for (bool quoted = false; at < json_.size(); ++at) {
      const char c = json_[at];
      if (quoted && c == '\\') {
        ++at;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        ++depth;
      } else if (!quoted && (c == '}' || c == ']' || c == ',')) {
        if (depth == 0) return at;
        if (c != ',') --depth;
      }
    }
    return at;
  }
  std::optional<std::string_view> find(std::string_view key) const {
    for (std::size_t at = 1; at + 1 < json_.size();) {
      std::size_t colon = at + 1;
      while (colon < json_.size() && json_[colon] != '"') colon += json_[colon] == '\\' ? 2 : 1;
      if (colon + 1 >= json_.size()) return std::nullopt;
      const std::string_view name = json_.substr(at + 1, colon - at - 1);
      const std::size_t begin = colon + 2;
      const std::size_t end = end_of_value(begin);
      if (name == key) return json_.substr(std::min(begin, json_.size()), end - begin);
      at = end + 1;
    }
    return std::nullopt;
  }

  std::string_view json_;
};

}  // namespace avow::sdk
