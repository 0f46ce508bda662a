#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tokens.hpp"

/// The characters between and within words: which end a word, which break a clause, which join. In a header, since
/// every byte of a document passes through here. Text is UTF-8; a byte that is none of it is part of a word.
namespace avow::detect {

/// What a character of one to three bytes is: part of a word, or a mark between words.
struct Mark {
  std::uint8_t bytes = 0;  // 0: part of a word
  std::uint8_t breaks = 0;
  bool apostrophe = false;
};

constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

inline constexpr std::array<Mark, 128> ascii_marks = [] {
  std::array<Mark, 128> marks{};
  for (std::size_t c = 0; c < marks.size(); ++c) {
    const char character = static_cast<char>(c);
    marks[c].bytes = is_letter(character) || is_digit(character) ? 0 : 1;
  }
  for (const char c : {';', ':', '.', '!', '?'}) marks[static_cast<std::size_t>(c)].breaks = strong_break;
  for (const char c : {'(', '['}) marks[static_cast<std::size_t>(c)].breaks = open_paren;
  for (const char c : {')', ']'}) marks[static_cast<std::size_t>(c)].breaks = close_paren;
  marks[','].breaks = comma;
  marks['"'].breaks = quote;
  marks['\''].apostrophe = true;
  return marks;
}();

/// The General Punctuation block, by the last byte of E2 80 xx.
inline Mark general_punctuation(unsigned char last) noexcept {
  if (last == 0x99) return {3, 0, true};
  if (last == 0x93 || last == 0x94 || last == 0x95) return {3, dash};
  if (last == 0x98 || (last >= 0x9a && last <= 0x9f)) return {3, quote};
  return {3, static_cast<std::uint8_t>(last == 0xa6 ? strong_break : 0)};
}

/// What stands at `at`, which is within the text.
inline Mark mark_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const unsigned char c = byte(at);
  if (c < 0x80) return ascii_marks[c];
  if (c == 0xc2) {
    const unsigned char next = byte(at + 1);
    if (next == 0xab || next == 0xbb) return {2, quote};
    return {static_cast<std::uint8_t>(next < 0xc0 && next != 0xaa && next != 0xb5 && next != 0xba ? 2 : 0), 0};
  }
  if (c == 0xe2 && byte(at + 1) == 0x80) return general_punctuation(byte(at + 2));
  if (c == 0xe2 && byte(at + 1) < 0xb0) return {3, 0};  // symbols: bullets, arrows, currency
  return {};
}

/// Whether what follows an apostrophe is an ending that is a word of its own: 's 'll 're 've 'd 'm.
inline bool is_clitic(std::string_view text, std::size_t at, std::size_t end) noexcept {
  std::size_t stop = at;
  while (stop < end && stop - at < 3 && is_letter(text[stop])) ++stop;
  const std::size_t size = stop - at;
  if (size == 0 || size > 2 || (stop < end && static_cast<unsigned char>(text[stop]) >= 0xc3)) return false;
  const char first = static_cast<char>(text[at] | 0x20);
  if (size == 1) return first == 's' || first == 'd' || first == 'm';
  const char second = static_cast<char>(text[at + 1] | 0x20);
  return (first == 'l' && second == 'l') || (second == 'e' && (first == 'r' || first == 'v'));
}

/// Whether the hyphen at `at` stands for a dash: doubled, or after a space.
inline bool is_dash(std::string_view text, std::size_t at, sdk::Span span) noexcept {
  const bool doubled = at + 1 < span.end && text[at + 1] == '-';
  return doubled || (at > span.begin && text[at - 1] == ' ');
}

/// Whether a mark within a word joins what is before it to what follows: "don't", "long-term", "1,250.5".
inline bool joins(std::string_view text, std::size_t at, std::size_t end, const Mark& mark, bool number,
                  bool clitic) noexcept {
  const std::size_t after = at + mark.bytes;
  if (after >= end || mark_at(text, after).bytes != 0) return false;
  if (mark.apostrophe) return !clitic && !is_clitic(text, after, end);
  if (text[at] == '-') return true;
  return number && is_digit(text[after]) && (text[at] == '.' || text[at] == ',');
}

}  // namespace avow::detect
