#pragma once

#include <cstddef>
#include <vector>

#include "text/layout.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Words between quotation marks. A quotation that runs over paragraphs, each opened anew and only the last closed, is
/// a chain of quotes with one number.
struct Quote {
  std::size_t open = 0;   ///< the opening mark, the first of a pair
  std::size_t close = 0;  ///< the closing mark, the last of a pair, or one past the paragraph's last token
  std::size_t begin = 0;  ///< the words quoted
  std::size_t end = 0;
  std::size_t chain = 0;
  bool attributed = false;
  bool done = false;
};

/// Pairs curly, straight and angle quotation marks, and two apostrophes or accents that stand for one; none crosses a
/// paragraph but as a chain. In order, not nested: marks inside a quotation belong to it.
std::vector<Quote> find_quotes(const Tokens& tokens, const Layout& layout);

}  // namespace avow::text
