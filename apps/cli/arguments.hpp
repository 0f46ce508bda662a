#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/enum_names.hpp"
#include "base/error.hpp"

/// Words of a command line as values. All throw Error (usage), naming the option, the word and the forms it may have.
namespace avow::cli {

/// EDTF: 2025, 2025-06, 2025-06-24, ...
Date parse_date(std::string_view option, const std::string& word);

/// One day: 2025-06-24.
Day parse_one_day(std::string_view option, const std::string& word);

/// A word of a vocabulary; the message lists all of them.
template <typename Enum, std::size_t N>
Enum parse_word(std::string_view option, const std::string& word, const EnumNames<Enum, N>& names) {
  if (const auto value = names.parse(word); value && !word.empty()) return *value;
  std::string known;
  for (const auto& [value, name] : names.table)
    if (!name.empty()) known += (known.empty() ? "" : ", ") + std::string(name);
  throw Error(ErrorCode::usage, std::string(option) + ": there is no '" + word + "'", "one of: " + known);
}

}  // namespace avow::cli
