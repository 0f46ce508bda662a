#pragma once

#include <cstddef>
#include <vector>

#include "text/layout.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Words between quotation marks. A quotation that runs over paragraphs, each opened anew and only the last closed, is
/// a chain of quotes with one number.
struct Quote {
  std::size_t open = 0;   ///< the opening mark
  std::size_t close = 0;  ///< the closing mark, or one past the paragraph's last token where none stands
  std::size_t chain = 0;
  bool attributed = false;
  bool done = false;
};

/// Pairs curly, straight and angle quotation marks; none crosses a paragraph but as a chain. In order, not nested:
/// marks inside a quotation belong to it.
std::vector<Quote> find_quotes(const Tokens& tokens, const Layout& layout);

}  // namespace avow::text
