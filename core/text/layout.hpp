#pragma once

#include <cstdint>
#include <vector>

#include "text/tokens.hpp"

namespace avow::text {

/// Where a text's lines really end. In a hard-wrapped text a single line break is only a blank; in others it ends what
/// stands before it.
class Layout {
 public:
  explicit Layout(const Tokens& tokens);

  /// Whether token `i` begins a block: a paragraph, heading, list item, or line of its own.
  bool begins_block(std::size_t i) const noexcept { return begins_[i] != 0; }
  /// The first token of the block's words, past a list marker ("-", "•", "1.", "(a)"); `i` itself otherwise.
  std::size_t past_marker(std::size_t i) const noexcept;

 private:
  bool joins_line_before(std::size_t i, std::size_t line_begin) const noexcept;
  const Tokens& tokens_;
  std::vector<std::uint8_t> begins_;
  std::uint32_t width_ = 0;  ///< bytes to which lines are wrapped; 0 when they are not
};

}  // namespace avow::text
