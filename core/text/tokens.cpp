#include "text/tokens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace avow::text {
namespace {

/// What a byte says of itself, as bits; 0 for marks and whatever is beyond ASCII.
enum Ascii : std::uint8_t { letter = 1, small = 2, digit = 4 };
constexpr std::array<std::uint8_t, 256> ascii = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = digit;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = letter;
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = letter | small;
  return kinds;
}();

bool is_ascii_letter(char c) noexcept {
  return (ascii[static_cast<unsigned char>(c)] & letter) != 0;
}
bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

bool is_space(char32_t c) noexcept {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/// Characters beyond ASCII that are no part of a word.
bool is_wide_mark(char32_t c) noexcept {
  return (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
         (c >= 0x2010 && c <= 0x206F) || (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2190 && c <= 0x2BFF) ||
         (c >= 0x3001 && c <= 0x303F);
}

bool is_apostrophe(char32_t c) noexcept {
  return c == '\'' || c == 0x2019;
}

constexpr char32_t low_quote = 0x201E;
constexpr char32_t high_66 = 0x201C;
constexpr char32_t high_99 = 0x201D;
constexpr char32_t left_angle = 0xAB;
constexpr char32_t right_angle = 0xBB;

/// The sense of a word that stands for none: the hash of no Literal, also not of an empty one.
constexpr std::uint64_t no_sense = 1;

/// Walks over the text and appends tokens.
class Scanner {
 public:
  Scanner(std::string_view text, const Language& language, std::vector<Token>& tokens)
      : text_(text),
        language_(language),
        no_word_(language.find(0)),
        own_concepts_(language.writing().own_concepts),
        tokens_(tokens) {
    if (language.writing().decimal_comma) std::swap(point_, separator_);
  }

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ') {
        spaced_ = true;
        ++at_;
      } else if (is_ascii_letter(c)) {
        word();
      } else if (is_digit(c)) {
        number();
      } else {
        other();
      }
    }
  }

 private:
  void other() {
    const auto [c, size] = peek(at_);
    if (is_space(c)) {
      if (c == '\n' || c == 0x2028 || c == 0x2029) newlines_ = static_cast<std::uint8_t>(std::min(newlines_ + 1, 250));
      if (newlines_ > 1) open_low_ = open_angle_ = false;
      spaced_ = true;
      at_ += size;
    } else if (c >= 0x80 && !is_wide_mark(c)) {
      word();
    } else if (!possessive(c)) {
      Token& token = add(TokenKind::mark, at_ + size);
      token.mark = quote_side(c);
    }
  }

  /// Quotation marks that open in one tradition and close in another, told by what stands open: „so“ against “so”, and
  /// »so« against «so». They are given as the marks that open or close in English.
  char32_t quote_side(char32_t c) {
    if (c == low_quote) open_low_ = true;
    if (c == high_66 && open_low_) {
      open_low_ = false;
      return high_99;
    }
    if (!language_.writing().angle_inward || (c != left_angle && c != right_angle)) return c;
    open_angle_ = !open_angle_;
    return open_angle_ ? left_angle : right_angle;
  }

  /// "'s" glued to a word: a token of its own, so that "NATO's" is found as "NATO".
  bool possessive(char32_t c) {
    if (!is_apostrophe(c) || spaced_ || tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
    const std::size_t s = at_ + peek(at_).size;
    if (s >= text_.size() || (text_[s] != 's' && text_[s] != 'S') || letter_at(s + 1)) return false;
    add(TokenKind::possessive, s + 1);
    return true;
  }

  void number() {
    std::size_t end = at_;
    std::size_t points = 0;
    while (end < text_.size()) {
      if (is_digit(text_[end])) {
        ++end;
      } else if (text_[end] == point_ && digit_at(end + 1)) {
        ++points, end += 1;
      } else if (text_[end] == separator_ && points == 0 && three_digits(end + 1)) {
        end += 4;
      } else {
        break;
      }
    }
    add(points > 1 ? TokenKind::word : TokenKind::number, end);
  }

  void word() {
    const bool capital = is_capital(at_);
    bool all_caps = capital;
    bool wide = false;  // it has characters beyond ASCII
    std::size_t end = at_;
    std::size_t letters = 0;
    std::uint64_t hash = hash_begin;
    for (;;) {
      std::uint8_t kinds = 0;
      for (; end < text_.size() && ascii[static_cast<unsigned char>(text_[end])] != 0; ++end) {
        const std::uint8_t kind = ascii[static_cast<unsigned char>(text_[end])];
        kinds |= kind;
        letters += kind & letter;
        hash = hash_add(hash, text_[end]);
      }
      all_caps = all_caps && (kinds & small) == 0;
      const std::size_t size = word_part(end);
      if (size == 0) break;
      wide = wide || size > 1;
      if (!is_apostrophe(peek(end).code_point)) {
        ++letters;
        all_caps = all_caps && is_capital(end);
      }
      hash = hash_add(hash, text_[end]);
      end += size;
    }
    Token& token = add(TokenKind::word, end, wide ? folded_hash(text_.substr(at_, end - at_)) : hash);
    token.capital = capital;
    token.all_caps = all_caps && letters > 1;
  }

  /// Bytes that continue a word at `i`, where neither letter nor digit of ASCII stands; 0 when it ends there. An
  /// apostrophe needs a letter on, and is no "'s".
  std::size_t word_part(std::size_t i) const {
    if (i >= text_.size()) return 0;
    const auto [code, size] = peek(i);
    if (code < 0x80 && code != '\'') return 0;
    if (code >= 0x80 && !is_wide_mark(code) && !is_space(code)) return size;
    if (!is_apostrophe(code) || !letter_at(i + size)) return 0;
    const char next = text_[i + size];
    return (next == 's' || next == 'S') && !letter_at(i + size + 1) ? 0 : size;
  }

  Token& add(TokenKind kind, std::size_t end) { return add(kind, end, hash_of(text_.substr(at_, end - at_))); }
  Token& add(TokenKind kind, std::size_t end, std::uint64_t hash) {
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.newlines = tokens_.size() == 1 ? 255 : newlines_;
    token.glued = !spaced_ && tokens_.size() > 1;
    token.sense = token.hash = hash;
    token.word = &no_word_;
    if (kind == TokenKind::word) {
      token.word = &language_.find(hash);
      mean(token);
    }
    at_ = end;
    newlines_ = 0;
    spaced_ = false;
    return token;
  }

  /// Which words of the code the token stands for: those that its file says, else in English itself, else none.
  void mean(Token& token) const {
    token.more_senses = token.word->also[0] != 0;
    if (token.word->sense != 0) {
      token.sense = token.word->sense;
    } else if (!own_concepts_) {
      token.sense = no_sense;
    }
  }

  utf8::Decoded peek(std::size_t i) const {
    const auto c = static_cast<unsigned char>(text_[i]);
    return c < 0x80 ? utf8::Decoded{c, 1} : utf8::decode(text_, i);
  }
  bool is_capital(std::size_t i) const {
    const char c = text_[i];
    if (static_cast<unsigned char>(c) < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(static_cast<UChar32>(utf8::decode(text_, i).code_point)) != 0;
  }
  bool digit_at(std::size_t i) const { return i < text_.size() && is_digit(text_[i]); }
  bool three_digits(std::size_t i) const {
    return digit_at(i) && digit_at(i + 1) && digit_at(i + 2) && !digit_at(i + 3);
  }
  bool letter_at(std::size_t i) const {
    if (i >= text_.size()) return false;
    if (is_ascii_letter(text_[i])) return true;
    const char32_t c = peek(i).code_point;
    return c >= 0x80 && !is_wide_mark(c) && !is_space(c);
  }

  std::string_view text_;
  const Language& language_;
  const Word& no_word_;
  const bool own_concepts_;
  std::vector<Token>& tokens_;
  char point_ = '.';
  char separator_ = ',';
  bool open_low_ = false;
  bool open_angle_ = false;
  std::size_t at_ = 0;
  std::uint8_t newlines_ = 0;
  bool spaced_ = false;
};

}  // namespace

Tokens::Tokens(std::string_view text, const Language& language) : text_(text), language_(&language) {
  tokens_.reserve(text.size() / 4 + 16);
  Scanner(text, language, tokens_).run();
  end_.begin = end_.end = static_cast<std::uint32_t>(text.size());
  end_.word = &language.find(0);
  end_.hash = end_.sense = ~std::uint64_t{0};
}

bool Tokens::is_also(std::size_t i, std::initializer_list<Literal> words) const noexcept {
  const auto& also = word(i).also;
  return std::find_first_of(words.begin(), words.end(), also.begin(), also.end(),
                            [](Literal word, std::uint64_t sense) { return word.hash == sense; }) != words.end();
}

std::size_t Tokens::at_or_after(std::uint32_t offset) const noexcept {
  const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                                      [](const Token& token, std::uint32_t value) { return token.begin < value; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

}  // namespace avow::text
