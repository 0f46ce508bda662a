#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace avow::utf8 {

/// Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7); nullopt when all of it is.
std::optional<std::size_t> first_invalid(std::string_view text) noexcept;

/// Whether `offset` lies between two characters of valid UTF-8 (the two ends count).
bool is_boundary(std::string_view text, std::size_t offset) noexcept;

/// The code point at `offset` and how many bytes it takes; U+FFFD and 1 for a byte that begins none.
struct Decoded {
  char32_t code_point;
  std::size_t size;
};
Decoded decode(std::string_view text, std::size_t offset) noexcept;

void append(std::string& out, char32_t code_point);

/// The text with every byte that is not well-formed UTF-8 written as %XX, as in addresses.
std::string escape_invalid(std::string_view text);

/// The longest prefix (suffix) of valid UTF-8 of at most `bytes` bytes that does not cut a character.
std::string_view prefix(std::string_view text, std::size_t bytes) noexcept;
std::string_view suffix(std::string_view text, std::size_t bytes) noexcept;

}  // namespace avow::utf8
