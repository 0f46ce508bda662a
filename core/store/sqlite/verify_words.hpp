#pragma once

#include <array>
#include <optional>
#include <string>

#include "store/sqlite/connection.hpp"

namespace avow::sqlite {

/// A word index and the columns of the table that it is made from.
struct WordIndex {
  const char* words;
  const char* table;
  const char* columns;
};
inline constexpr std::array<WordIndex, 2> word_indexes{
    {{"claim_words", "claim", "quote"}, {"document_words", "document", "title, text"}}};

/// Builds the index again beside the file and compares word by word. What differs, or nullopt. Needs no write
/// permission; takes temporary space of the size of the index.
std::optional<std::string> find_difference(Connection& connection, const WordIndex& index);

}  // namespace avow::sqlite
