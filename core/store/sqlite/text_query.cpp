#include "store/sqlite/text_query.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

/// FTS5's query parser is recursive over OR and has a limit of its own.
constexpr std::size_t max_alternatives = 128;

std::string any_of(const std::vector<std::string>& parts) {
  std::string query;
  for (std::size_t at = 0; at < std::min(parts.size(), max_alternatives); ++at) {
    if (parts[at].empty()) continue;
    if (!query.empty()) query += " OR ";
    query += parts[at];
  }
  return query;
}

/// The words one after the other, as FTS5 compares them: `"North" + "Atlantic"`.
std::string phrase_query(std::string_view phrase) {
  std::string words = words_query(phrase);
  for (std::size_t at = words.find("\" \""); at != std::string::npos; at = words.find("\" \"", at))
    words.replace(at, 3, "\" + \"");
  return words;
}

std::string any_word_query(const std::string& words) {
  std::istringstream in(words);
  std::vector<std::string> parts;
  for (std::string word; in >> word;) parts.push_back(words_query(word));
  return any_of(parts);
}

std::string any_phrase_query(const std::vector<std::string>& phrases) {
  std::vector<std::string> parts;
  for (const std::string& phrase : phrases) parts.push_back(phrase_query(phrase));
  return any_of(parts);
}

}  // namespace

std::string text_query(const PassageFilter& filter) {
  std::string query;
  const auto require = [&](const std::string& part) {
    if (part.empty()) return;
    query += query.empty() ? "{text} : (" : " AND {text} : (";
    query += part + ")";
  };
  require(words_query(filter.words));
  require(any_word_query(filter.any_words));
  require(any_phrase_query(filter.names));
  return query;
}

}  // namespace avow::sqlite
