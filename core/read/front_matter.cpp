#include "read/front_matter.hpp"

#include <algorithm>
#include <string>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"

namespace avow {
namespace {

struct Key {
  std::string_view name;
  std::string Metadata::*field;
};

constexpr Key keys[] = {
    {"url", &Metadata::url},           {"source", &Metadata::url},          {"title", &Metadata::title},
    {"author", &Metadata::author},     {"publisher", &Metadata::publisher}, {"speaker", &Metadata::speaker},
    {"language", &Metadata::language}, {"lang", &Metadata::language}};

constexpr std::size_t max_lines = 40;

bool is_key(std::string_view text) {
  const auto fits = [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c) || c == '_' || c == '-'; };
  return !text.empty() && text.size() <= 32 && ascii::is_alpha(text[0]) && std::all_of(text.begin(), text.end(), fits);
}

/// Takes the value under a known key; false for keys that say nothing to us.
bool take(Metadata& metadata, std::string_view key, std::string_view value) {
  if (ascii::equal(key, "published") || ascii::equal(key, "date")) {
    metadata.published = leading_date(value);
    return true;
  }
  for (const auto& known : keys)
    if (ascii::equal(key, known.name)) {
      metadata.*known.field = value;
      return true;
    }
  return false;
}

}  // namespace

std::optional<FrontMatter> front_matter(std::string_view text) {
  FrontMatter found;
  bool known = false;
  for (std::size_t lines = 0; lines < max_lines && found.size < text.size(); ++lines) {
    const auto line = ascii::line_at(text, found.size);
    if (ascii::trim(line).empty()) {
      const auto next = text.find_first_not_of("\n", found.size + line.size());
      found.size = next == std::string_view::npos ? text.size() : next;
      return known ? std::optional(found) : std::nullopt;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_key(line.substr(0, colon))) return std::nullopt;
    known |= take(found.metadata, line.substr(0, colon), ascii::trim(line.substr(colon + 1)));
    found.size += line.size() + 1;
  }
  return std::nullopt;
}

}  // namespace avow
