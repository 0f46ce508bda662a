#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/span.hpp"

/// What others do with the same texts. Each gives a number that depends on all its work, so that none is left out.
namespace avow::bench {

/// Boundaries by ICU's iterators, the conversion to UTF-16 that they need included.
std::size_t icu_sentences(const std::vector<std::string>& texts);
std::size_t icu_words(const std::vector<std::string>& texts);

/// Sentences in which RE2::Set finds at least one of 200 patterns of the sort that cues are: "(will|shall) build".
std::size_t re2_set(const std::vector<std::string>& texts, const std::vector<std::vector<Span>>& sentences);

/// Bytes of the stems of all words of ASCII letters, by Snowball's English stemmer.
std::size_t snowball(const std::vector<std::string>& texts);

/// Text within elements, by libxml2's SAX interface and by its tree.
std::size_t libxml2_sax(const std::vector<std::string>& pages);
std::size_t libxml2_tree(const std::vector<std::string>& pages);

}  // namespace avow::bench
