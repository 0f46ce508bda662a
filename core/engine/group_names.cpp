#include "engine/group_names.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace avow {
namespace {

constexpr std::size_t shortest_word = 4;  ///< shorter ones tell no names apart

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_letter(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c & 0x80) != 0;
}

/// The longer words of a text, lower-case.
std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = std::find_if(text.begin() + at, text.end(), is_letter);
    const auto end = std::find_if_not(begin, text.end(), is_letter);
    if (static_cast<std::size_t>(end - begin) >= shortest_word)
      std::transform(begin, end, std::back_inserter(words.emplace_back()), lower);
    at = static_cast<std::size_t>(end - text.begin());
  }
  return words;
}

/// "Canada" and "Canadian", "Europe" and "European": alike in their first four letters and as far as the shorter goes,
/// but for two.
bool same_stem(std::string_view a, std::string_view b) {
  const auto first_other = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  const auto alike = static_cast<std::size_t>(first_other - a.begin());
  return alike >= shortest_word && alike + 2 >= std::min(a.size(), b.size());
}

}  // namespace

GroupNames::GroupNames(const std::vector<Entity>& entities) {
  for (const Entity& entity : entities) {
    if (entity.kind != EntityKind::group) continue;
    std::vector<std::string> words = long_words(entity.name);
    if (words.size() >= 2) groups_.push_back({entity.code, std::move(words)});
  }
}

std::string GroupNames::named_by_words(std::string_view text) const {
  const std::vector<std::string> said = long_words(text);
  std::string found;
  std::size_t most = 0;
  for (const Group& group : groups_) {
    if (group.words.size() < most) continue;
    const bool all = std::all_of(group.words.begin(), group.words.end(), [&](const std::string& word) {
      return std::any_of(said.begin(), said.end(), [&](const std::string& other) { return same_stem(word, other); });
    });
    if (!all) continue;
    found = group.words.size() > most ? group.code : std::string();
    most = group.words.size();
  }
  return found;
}

}  // namespace avow
