#include "read/ascii.hpp"

#include <algorithm>

namespace avow::ascii {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool equal(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool starts_with(std::string_view text, std::string_view prefix) noexcept {
  return text.size() >= prefix.size() && equal(text.substr(0, prefix.size()), prefix);
}

std::size_t find(std::string_view text, std::string_view what, std::size_t from) noexcept {
  if (from > text.size()) return std::string_view::npos;
  const auto same = [](char x, char y) { return lower(x) == y; };
  const auto at =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), what.begin(), what.end(), same);
  return at == text.end() && !what.empty() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

std::string_view line_at(std::string_view text, std::size_t from) noexcept {
  return text.substr(from, text.find('\n', from) - from);
}

std::string squeeze(std::string_view text) {
  std::string result;
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      result += c;
    } else if (result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

}  // namespace avow::ascii
