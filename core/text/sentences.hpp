#pragma once

#include <vector>

#include "text/layout.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// A half-open range of tokens.
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const noexcept { return begin >= end; }
};

/// The sentences of the text, in order. `labels` are the labels of speech turns ("Name:"), in order: no part of a
/// sentence, and none crosses them.
std::vector<TokenRange> find_sentences(const Tokens& tokens, const Layout& layout,
                                       const std::vector<TokenRange>& labels);

}  // namespace avow::text
