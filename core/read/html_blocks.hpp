#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html_dom.hpp"

namespace avow {

/// A paragraph, heading, list item or cell: text that no block element cuts.
struct HtmlBlock {
  enum class Kind : std::uint8_t { paragraph, heading, item, cell, preformatted };
  Kind kind = Kind::paragraph;
  bool beside = false;         ///< in something named as not part of the article: "related", "share", "cookie" ...
  std::string text;            ///< white space squeezed, "\n" where a <br> stood
  std::size_t link_bytes = 0;  ///< how much of it is links
};

/// An element that holds blocks: blocks [first, last).
struct HtmlRegion {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool article = false;  ///< says of itself that it is the article: <article>, <main>, itemprop="articleBody" ...
};

struct HtmlBlocks {
  std::vector<HtmlBlock> blocks;    ///< in document order
  std::vector<HtmlRegion> regions;  ///< in document order of their start tags
};

/// The visible text of a page as blocks, without scripts, menus, captions, forms' controls and what is hidden. One
/// walk, without recursion.
HtmlBlocks html_blocks(const HtmlPage& page);

}  // namespace avow
