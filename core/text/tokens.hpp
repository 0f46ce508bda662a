#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/language.hpp"

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
  std::uint64_t hash = 0;      ///< of its bytes in lower case; marks are told apart by it too
  std::uint64_t sense = 0;     ///< of the English word that it stands for: what is() compares
  const Word* word = nullptr;  ///< never null in a token of Tokens
  char32_t mark = 0;           ///< the character, of a mark
  TokenKind kind = TokenKind::end;
  std::uint8_t newlines = 255;   ///< line breaks before it; 255 at the ends of the text
  bool glued : 1 = false;        ///< nothing stands between it and the token before
  bool capital : 1 = false;      ///< begins with a capital letter
  bool all_caps : 1 = false;     ///< two letters or more, all capitals
  bool more_senses : 1 = false;  ///< those of word->also too

  Span span() const noexcept { return {begin, end}; }
};

/// A text as tokens: one linear pass that every finder shares. Holds a view of the text and of the language, which must
/// outlive it. Indexes beyond either end (also -1) give the end token, so that looking around needs no checks.
class Tokens {
 public:
  explicit Tokens(std::string_view text, const Language& language = Language::english());

  const Language& language() const noexcept { return *language_; }
  std::string_view text() const noexcept { return text_; }
  std::size_t size() const noexcept { return tokens_.size(); }
  const Token& operator[](std::size_t i) const noexcept { return i < tokens_.size() ? tokens_[i] : end_; }
  std::string_view view(std::size_t i) const noexcept {
    const Token& token = (*this)[i];
    return text_.substr(token.begin, token.end - token.begin);
  }
  const Word& word(std::size_t i) const noexcept { return *(*this)[i].word; }
  bool has(std::size_t i, std::uint64_t classes) const noexcept { return (word(i).classes & classes) != 0; }
  /// Whether the token is the English word or one that stands for it in the text's language.
  bool is(std::size_t i, Literal word) const noexcept {
    const Token& token = (*this)[i];
    return token.sense == word.hash || (token.more_senses && is_also(i, {word}));
  }
  bool is_any(std::size_t i, std::initializer_list<Literal> words) const noexcept {
    const std::uint64_t sense = (*this)[i].sense;
    for (const Literal word : words)
      if (word.hash == sense) return true;
    return (*this)[i].more_senses && is_also(i, words);
  }
  bool is_mark(std::size_t i, char32_t mark) const noexcept { return (*this)[i].mark == mark; }
  bool is_word(std::size_t i) const noexcept { return (*this)[i].kind == TokenKind::word; }
  bool is_number(std::size_t i) const noexcept { return (*this)[i].kind == TokenKind::number; }
  /// Whether the token begins a line.
  bool begins_line(std::size_t i) const noexcept { return (*this)[i].newlines > 0; }
  /// Index of the first token that begins at or after the offset; size() when there is none.
  std::size_t at_or_after(std::uint32_t offset) const noexcept;

 private:
  bool is_also(std::size_t i, std::initializer_list<Literal> words) const noexcept;

  std::string_view text_;
  const Language* language_;
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
