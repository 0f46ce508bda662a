#include "engine/nationalities.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace avow {
namespace {

constexpr std::size_t max_words = 3;  // "Papua New Guinean"

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/// The end of the word that begins at `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at])) ++at;
  return at;
}

}  // namespace

Nationalities::Nationalities(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t blank = line.find(' ');
    if (line.empty() || line.front() == '#' || blank == std::string_view::npos) continue;
    std::string_view words = line.substr(blank);
    while (!words.empty()) {
      const std::size_t comma = std::min(words.find(','), words.size());
      code_by_words_.emplace(trimmed(words.substr(0, comma)), line.substr(0, blank));
      words.remove_prefix(std::min(comma + 1, words.size()));
    }
  }
}

const Nationalities& Nationalities::shipped() {
  static const Nationalities shipped{nationalities_text()};
  return shipped;
}

std::vector<Nationalities::Found> Nationalities::find(std::string_view text) const {
  std::vector<Found> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::array<std::size_t, max_words> ends{};
    std::size_t words = 0;
    for (std::size_t next = at; words < max_words && next < text.size() && is_word_byte(text[next]);) {
      ends[words++] = word_end(text, next);
      next = ends[words - 1] + 1;
      if (next > text.size() || text[next - 1] != ' ') break;
    }
    std::size_t end = ends[0];
    for (; words > 0; --words) {
      const auto known = code_by_words_.find(text.substr(at, ends[words - 1] - at));
      if (known == code_by_words_.end()) continue;
      end = ends[words - 1];
      found.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, known->second});
      break;
    }
    at = end;
  }
  return found;
}

}  // namespace avow
