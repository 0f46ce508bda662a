#include "base/utf8.hpp"

#include <cstring>

namespace avow::utf8 {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint8_t>(text[offset]);
}

bool is_continuation(std::uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

/// Bytes of the well-formed sequence at `offset`, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_size(std::string_view text, std::size_t offset) noexcept {
  const std::uint8_t lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - offset < size) return 0;
  const std::uint8_t second = byte_at(text, offset + 1);
  const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < size; ++i)
    if (!is_continuation(byte_at(text, offset + i))) return 0;
  return size;
}

/// Skips eight ASCII bytes at a time: nearly all of nearly every text.
std::size_t skip_ascii(std::string_view text, std::size_t offset) noexcept {
  while (text.size() - offset >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, 8);
    if (word & 0x8080808080808080u) break;
    offset += 8;
  }
  return offset;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) noexcept {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const std::size_t size = sequence_size(text, at);
    if (size == 0) return at;
    at = size == 1 ? skip_ascii(text, at + 1) : at + size;
  }
  return std::nullopt;
}

bool is_boundary(std::string_view text, std::size_t offset) noexcept {
  return offset == text.size() || (offset < text.size() && !is_continuation(byte_at(text, offset)));
}

Decoded decode(std::string_view text, std::size_t offset) noexcept {
  const std::size_t size = sequence_size(text, offset);
  if (size == 0) return {replacement, 1};
  const std::uint8_t lead = byte_at(text, offset);
  if (size == 1) return {lead, 1};
  char32_t code_point = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) code_point = code_point << 6 | (byte_at(text, offset + i) & 0x3Fu);
  return {code_point, size};
}

void append(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = replacement;
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800) {
    out.push_back(static_cast<char>(0xC0 | code_point >> 6));
    out.push_back(static_cast<char>(0x80 | (code_point & 0x3F)));
  } else if (code_point < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | code_point >> 12));
    out.push_back(static_cast<char>(0x80 | (code_point >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (code_point & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xF0 | code_point >> 18));
    out.push_back(static_cast<char>(0x80 | (code_point >> 12 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (code_point >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (code_point & 0x3F)));
  }
}

std::string escape_invalid(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  while (const auto bad = first_invalid(text)) {
    out += text.substr(0, *bad);
    const std::uint8_t byte = byte_at(text, *bad);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
    text.remove_prefix(*bad + 1);
  }
  return out += text;
}

std::string_view prefix(std::string_view text, std::size_t bytes) noexcept {
  if (bytes >= text.size()) return text;
  while (bytes > 0 && !is_boundary(text, bytes)) --bytes;
  return text.substr(0, bytes);
}

std::string_view suffix(std::string_view text, std::size_t bytes) noexcept {
  if (bytes >= text.size()) return text;
  std::size_t begin = text.size() - bytes;
  while (!is_boundary(text, begin)) ++begin;
  return text.substr(begin);
}

}  // namespace avow::utf8
