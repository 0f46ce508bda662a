#include "text/words.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace avow::text {
namespace {

/// Adds the UTF-8 bytes of a code point.
std::uint64_t add_code_point(std::uint64_t hash, char32_t c) noexcept {
  const auto tail = [&](int shift) { hash = hash_add(hash, static_cast<char>(0x80 | (c >> shift & 0x3F))); };
  if (c < 0x80) return hash_add(hash, static_cast<char>(c));
  if (c < 0x800) {
    hash = hash_add(hash, static_cast<char>(0xC0 | c >> 6));
  } else if (c < 0x10000) {
    hash = hash_add(hash, static_cast<char>(0xE0 | c >> 12));
    tail(6);
  } else {
    hash = hash_add(hash, static_cast<char>(0xF0 | c >> 18));
    tail(12), tail(6);
  }
  tail(0);
  return hash;
}

}  // namespace

std::uint64_t folded_hash(std::string_view text) noexcept {
  std::uint64_t hash = hash_begin;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      hash = hash_add(hash, text[i++]);
      continue;
    }
    const auto [c, size] = utf8::decode(text, i);
    hash = add_code_point(hash, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    i += size;
  }
  return hash;
}

}  // namespace avow::text
