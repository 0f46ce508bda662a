#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/words.hpp"

namespace avow::text {

enum class TokenKind : std::uint8_t {
  end,         ///< beyond either end of the text
  word,        ///< letters, with digits, apostrophes inside: "don't", "G7"
  number,      ///< digits with separators inside: "1,234.5"
  possessive,  ///< "'s" after a word
  mark,        ///< any other single character
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t hash = 0;      ///< hash_of() its bytes; marks are told apart by it too
  const Word* word = nullptr;  ///< never null in a token of Tokens
  char32_t mark = 0;           ///< the character, of a mark
  TokenKind kind = TokenKind::end;
  std::uint8_t newlines = 255;  ///< line breaks before it; 255 at the ends of the text
  bool glued = false;           ///< nothing stands between it and the token before
  bool capital = false;         ///< begins with a capital letter
  bool all_caps = false;        ///< two letters or more, all capitals

  Span span() const noexcept { return {begin, end}; }
};

/// A text as tokens: one linear pass that every finder shares. Holds a view of the text, which must outlive it. Indexes
/// beyond either end (also -1) give the end token, so that looking around needs no checks.
class Tokens {
 public:
  explicit Tokens(std::string_view text);

  std::string_view text() const noexcept { return text_; }
  std::size_t size() const noexcept { return tokens_.size(); }
  const Token& operator[](std::size_t i) const noexcept { return i < tokens_.size() ? tokens_[i] : end_; }
  std::string_view view(std::size_t i) const noexcept {
    const Token& token = (*this)[i];
    return text_.substr(token.begin, token.end - token.begin);
  }
  const Word& word(std::size_t i) const noexcept { return *(*this)[i].word; }
  bool has(std::size_t i, std::uint64_t classes) const noexcept { return (word(i).classes & classes) != 0; }
  bool is(std::size_t i, Literal word) const noexcept { return (*this)[i].hash == word.hash; }
  bool is_any(std::size_t i, std::initializer_list<Literal> words) const noexcept {
    const std::uint64_t hash = (*this)[i].hash;
    for (const Literal word : words)
      if (word.hash == hash) return true;
    return false;
  }
  bool is_mark(std::size_t i, char32_t mark) const noexcept { return (*this)[i].mark == mark; }
  bool is_word(std::size_t i) const noexcept { return (*this)[i].kind == TokenKind::word; }
  bool is_number(std::size_t i) const noexcept { return (*this)[i].kind == TokenKind::number; }
  /// Whether the token begins a line.
  bool begins_line(std::size_t i) const noexcept { return (*this)[i].newlines > 0; }
  /// Index of the first token that begins at or after the offset; size() when there is none.
  std::size_t at_or_after(std::uint32_t offset) const noexcept;

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  Token end_;
};

constexpr bool is_opening_quote(char32_t mark) noexcept {
  return mark == 0x201C || mark == 0x201E || mark == 0xAB;
}
constexpr bool is_closing_quote(char32_t mark) noexcept {
  return mark == 0x201D || mark == 0xBB;
}
constexpr bool is_dash(char32_t mark) noexcept {
  return mark == '-' || (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212;
}

}  // namespace avow::text
