#pragma once

#include <optional>
#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// A block of "key: value" lines at the very start of a text, ended by an empty line.
struct FrontMatter {
  Metadata metadata;
  std::size_t size = 0;  ///< bytes it takes, the empty lines behind it included
};

/// nullopt unless every line of the block has that form and at least one key is known (url, source, title, author,
/// publisher, speaker, language, published, date). Other keys are passed over.
std::optional<FrontMatter> front_matter(std::string_view text);

}  // namespace avow
