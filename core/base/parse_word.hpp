#pragma once

#include <string>
#include <string_view>

#include "base/enum_names.hpp"
#include "base/error.hpp"

namespace avow {

/// A word of a vocabulary that a user wrote for `option`. Error (usage) naming the option, the word and all that there
/// are.
template <typename Enum, std::size_t N>
Enum parse_word(std::string_view option, const std::string& word, const EnumNames<Enum, N>& names) {
  if (const auto value = names.parse(word); value && !word.empty()) return *value;
  std::string known;
  for (const auto& [value, name] : names.table)
    if (!name.empty()) known += (known.empty() ? "" : ", ") + std::string(name);
  throw Error(ErrorCode::usage, std::string(option) + ": there is no '" + word + "'", "one of: " + known);
}

}  // namespace avow
