#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "avow/plugin_abi.h"
#include "avow/sdk/values.hpp"

/// How sentences are cut into words (avow_word tells the rules): what the host does once for all plugins, and what a
/// plugin may do with texts of its own. Text is UTF-8; a byte that is none of it is part of a word.
namespace avow::sdk {

inline constexpr std::uint64_t word_hash_begin = 14695981039346656037ULL;
constexpr std::uint64_t word_hash_step(std::uint64_t hash, char c) noexcept {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
}
/// The hash of a word that is in lower case already; goes on from `hash` when that is of what stands before it.
constexpr std::uint64_t word_hash(std::string_view lower, std::uint64_t hash = word_hash_begin) noexcept {
  for (const char c : lower) hash = word_hash_step(hash, c);
  return hash;
}

namespace detail {

/// What a character of one to three bytes is: part of a word, or a mark between words.
struct Mark {
  std::uint8_t bytes = 0;  // 0: part of a word
  std::uint8_t marks = 0;  // AVOW_MARK_*
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
  for (const char c : {';', ':', '.', '!', '?'}) marks[static_cast<std::size_t>(c)].marks = AVOW_MARK_STOP;
  for (const char c : {'(', '['}) marks[static_cast<std::size_t>(c)].marks = AVOW_MARK_OPEN;
  for (const char c : {')', ']'}) marks[static_cast<std::size_t>(c)].marks = AVOW_MARK_CLOSE;
  marks['?'].marks |= AVOW_MARK_QUESTION;
  marks[','].marks = AVOW_MARK_COMMA;
  marks['"'].marks = AVOW_MARK_QUOTE;
  marks['\''].apostrophe = true;
  return marks;
}();

/// The byte in lower case when it is part of a word whatever stands around it; 0 when it must be looked at.
inline constexpr std::array<char, 256> plain_lower = [] {
  std::array<char, 256> lower{};
  for (std::size_t c = 0; c < lower.size(); ++c) {
    const char byte = static_cast<char>(c);
    if (c < 0x80 && !is_letter(byte) && !is_digit(byte)) continue;
    if (c == 0xc2 || c == 0xc3 || c == 0xe2) continue;
    lower[c] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 0x20) : byte;
  }
  return lower;
}();

/// The General Punctuation block, by the last byte of E2 80 xx.
constexpr Mark general_punctuation(unsigned char last) noexcept {
  if (last == 0x99) return {3, 0, true};
  if (last == 0x93 || last == 0x94 || last == 0x95) return {3, AVOW_MARK_DASH};
  if (last == 0x98 || (last >= 0x9a && last <= 0x9f)) return {3, AVOW_MARK_QUOTE};
  return {3, static_cast<std::uint8_t>(last == 0xa6 ? AVOW_MARK_STOP : 0)};
}

/// What stands at `at`, which is within the text.
constexpr Mark mark_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const unsigned char c = byte(at);
  if (c < 0x80) return ascii_marks[c];
  if (c == 0xc2) {
    const unsigned char next = byte(at + 1);
    if (next == 0xab || next == 0xbb) return {2, AVOW_MARK_QUOTE};
    return {static_cast<std::uint8_t>(next < 0xc0 && next != 0xaa && next != 0xb5 && next != 0xba ? 2 : 0), 0};
  }
  if (c == 0xe2 && byte(at + 1) == 0x80) return general_punctuation(byte(at + 2));
  if (c == 0xe2 && byte(at + 1) < 0xb0) return {3, 0};  // symbols: bullets, arrows, currency
  return {};
}

/// Whether what follows an apostrophe is an ending that is a word of its own: 's 'll 're 've 'd 'm.
constexpr bool is_clitic(std::string_view text, std::size_t at, std::size_t end) noexcept {
  std::size_t stop = at;
  while (stop < end && stop - at < 3 && is_letter(text[stop])) ++stop;
  const std::size_t size = stop - at;
  if (size == 0 || size > 2 || (stop < end && static_cast<unsigned char>(text[stop]) >= 0xc3)) return false;
  const char first = static_cast<char>(text[at] | 0x20);
  if (size == 1) return first == 's' || first == 'd' || first == 'm';
  const char second = static_cast<char>(text[at + 1] | 0x20);
  return (first == 'l' && second == 'l') || (second == 'e' && (first == 'r' || first == 'v'));
}

/// Walks over one sentence.
template <typename Put>
class WordCutter {
 public:
  WordCutter(std::string_view text, Span span, Put& put)
      : text_(text.substr(0, span.end)), begin_(span.begin), at_(span.begin), word_end_(text.size() + 1), put_(put) {}

  std::uint32_t run() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        ++at_;
        continue;
      }
      const Mark mark = mark_at(text_, at_);
      const bool clitic = mark.apostrophe && word_end_ == at_ && is_clitic(text_, at_ + mark.bytes, text_.size());
      if (mark.bytes == 0 || clitic)
        word(clitic ? mark.bytes : 0u);
      else
        pass(mark);
    }
    return marks_;
  }

 private:
  void pass(const Mark& mark) {
    marks_ |= mark.marks;
    if (text_[at_] == '-' && is_dash()) marks_ |= AVOW_MARK_DASH;
    at_ += mark.bytes;
  }
  /// Whether the hyphen here stands for a dash.
  bool is_dash() const {
    const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '-';
    return doubled || (at_ > begin_ && text_[at_ - 1] == ' ');
  }

  /// Reads the word that begins here, with an apostrophe of `apostrophe` bytes when that is not 0.
  void word(unsigned apostrophe) {
    const std::size_t begin = at_;
    const bool digit = is_digit(text_[begin]);
    const bool capital = is_capital(begin);
    std::uint64_t hash = word_hash_begin;
    if (apostrophe != 0) hash = word_hash_step(hash, '\'');
    at_ += apostrophe;
    while (at_ < text_.size()) {
      if (const char lower = plain_lower[static_cast<unsigned char>(text_[at_])]; lower != 0) {
        hash = word_hash_step(hash, lower);
        ++at_;
      } else if (text_[at_] == '\xc3') {
        hash = latin(hash);
      } else if (const Mark mark = mark_at(text_, at_); mark.bytes == 0) {
        hash = word_hash_step(hash, text_[at_++]);
      } else if (joins(mark, digit, apostrophe != 0)) {
        hash = word_hash_step(hash, mark.apostrophe ? '\'' : text_[at_]);
        at_ += mark.bytes;
      } else {
        break;
      }
    }
    word_end_ = at_;
    put_(avow_word{hash, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), marks_,
                   (capital ? AVOW_WORD_CAPITAL : 0u) | (digit ? AVOW_WORD_DIGIT : 0u)});
    marks_ = 0;
  }
  bool is_capital(std::size_t at) const {
    const char c = text_[at];
    if (c != '\xc3') return c >= 'A' && c <= 'Z';
    return at + 1 >= text_.size() || static_cast<unsigned char>(text_[at + 1]) < 0x9f;
  }
  /// Adds U+00C0 to U+00FF.
  std::uint64_t latin(std::uint64_t hash) {
    hash = word_hash_step(hash, text_[at_++]);
    if (at_ >= text_.size()) return hash;
    const auto second = static_cast<unsigned char>(text_[at_]);
    if (second < 0x80) return hash;
    const bool capital = second <= 0x9e && second != 0x97;
    ++at_;
    return word_hash_step(hash, static_cast<char>(capital ? second + 0x20 : second));
  }
  /// Whether a mark within a word joins what is before it to what follows.
  bool joins(const Mark& mark, bool number, bool clitic) const {
    const std::size_t after = at_ + mark.bytes;
    if (after >= text_.size() || mark_at(text_, after).bytes != 0) return false;
    if (mark.apostrophe) return !clitic && !is_clitic(text_, after, text_.size());
    if (text_[at_] == '-') return true;
    return number && is_digit(text_[after]) && (text_[at_] == '.' || text_[at_] == ',');
  }

  std::string_view text_;  ///< to the end of the sentence
  std::size_t begin_;
  std::size_t at_;
  std::size_t word_end_;  ///< of the word before
  std::uint32_t marks_ = 0;
  Put& put_;
};

}  // namespace detail

/// Calls put(const avow_word&) for each word of text[span], in order; answers the AVOW_MARK_* after the last. Linear.
template <typename Put>
std::uint32_t cut_words(std::string_view text, Span span, Put put) {
  return detail::WordCutter<Put>(text, span, put).run();
}

}  // namespace avow::sdk
