#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a sentence model looks at in a sentence: its words in runs of one to three, the letters of each word in runs of
/// two to five, each word by itself (for what its meaning weighs), and how the sentence looks. Everything is a hash or
/// a number; nothing is allocated. ASCII letters are compared without case, other bytes as they are.
namespace avow::sdk {

/// How a sentence looks; each is a number from 0 to 1.
enum class Style : std::uint8_t {
  length,
  under_six_words,
  under_ten_words,
  over_thirty_words,
  has_number,
  numbers,
  money_or_percent,
  asks,
  capitals,
  shouts,
  begins_small,
  begins_with_number,
  ends_open,
  future,
  duty,
  past,
  perfect,
  progressive,
  negated,
  first_person,
  own_group,
  addressee,
  others,
  count
};
inline constexpr std::size_t style_count = static_cast<std::size_t>(Style::count);

namespace detail {

inline constexpr std::uint32_t hash_seed = 2166136261U;

/// One step of FNV-1a (Fowler, Noll, Vo, 32 bits).
constexpr std::uint32_t hash_byte(std::uint32_t hash, unsigned char byte) noexcept {
  return (hash ^ byte) * 16777619U;
}
/// Spreads a hash over all its bits, so that any number of the lowest can be taken (the finaliser of MurmurHash3).
constexpr std::uint32_t spread(std::uint32_t hash) noexcept {
  hash = (hash ^ (hash >> 16)) * 0x85ebca6bU;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35U;
  return hash ^ (hash >> 16);
}
constexpr std::uint32_t join(std::uint32_t before, std::uint32_t next) noexcept {
  return spread(before * 31U + next);
}
constexpr std::uint32_t word_hash(std::string_view word) noexcept {
  std::uint32_t hash = hash_seed;
  for (const char c : word) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return spread(hash);
}

constexpr bool is_digit(unsigned char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr bool is_upper(unsigned char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_letter(unsigned char c) noexcept {
  return is_upper(c) || (c >= 'a' && c <= 'z') || c >= 0x80;
}
constexpr bool is_space(unsigned char c) noexcept {
  return c <= ' ';
}
constexpr unsigned char lower(unsigned char c) noexcept {
  return is_upper(c) ? static_cast<unsigned char>(c + 32) : c;
}

struct StyleWord {
  std::uint32_t hash;
  Style style;
};
inline constexpr std::array style_words = [] {
  constexpr auto word = [](std::string_view text, Style style) { return StyleWord{word_hash(text), style}; };
  std::array words{word("will", Style::future),
                   word("shall", Style::future),
                   word("should", Style::duty),
                   word("must", Style::duty),
                   word("ought", Style::duty),
                   word("was", Style::past),
                   word("were", Style::past),
                   word("did", Style::past),
                   word("had", Style::past),
                   word("has", Style::perfect),
                   word("have", Style::perfect),
                   word("been", Style::perfect),
                   word("not", Style::negated),
                   word("no", Style::negated),
                   word("never", Style::negated),
                   word("i", Style::first_person),
                   word("my", Style::first_person),
                   word("me", Style::first_person),
                   word("we", Style::own_group),
                   word("our", Style::own_group),
                   word("us", Style::own_group),
                   word("you", Style::addressee),
                   word("your", Style::addressee),
                   word("he", Style::others),
                   word("she", Style::others),
                   word("they", Style::others),
                   word("his", Style::others),
                   word("her", Style::others),
                   word("their", Style::others),
                   word("$", Style::money_or_percent),
                   word("%", Style::money_or_percent),
                   word("percent", Style::money_or_percent),
                   word("dollars", Style::money_or_percent)};
  std::sort(words.begin(), words.end(), [](const StyleWord& a, const StyleWord& b) { return a.hash < b.hash; });
  return words;
}();

}  // namespace detail

/// One reading of a sentence: passes over its bytes once and tells `Visitor` each feature by
///   void words(std::uint32_t hash);      a run of one to three words
///   void letters(std::uint32_t hash);    a run of two to five letters within a word and the blanks around it
///   void word(std::uint32_t hash);       one word, number or mark
/// and gives the style. At most `longest` bytes are looked at.
template <typename Visitor>
class SentenceReader {
 public:
  static constexpr std::size_t longest = 4096;

  explicit SentenceReader(Visitor& visitor) : visitor_(visitor) {}

  std::array<float, style_count> read(std::string_view sentence) {
    text_ = sentence.substr(0, longest);
    while (at_ < text_.size()) {
      if (detail::is_space(byte(at_)))
        ++at_;
      else
        token();
    }
    finish_style();
    return style_;
  }

 private:
  unsigned char byte(std::size_t at) const { return static_cast<unsigned char>(text_[at]); }
  bool digit_at(std::size_t at) const { return at < text_.size() && detail::is_digit(byte(at)); }
  bool letter_at(std::size_t at) const { return at < text_.size() && detail::is_letter(byte(at)); }

  void token() {
    start_ = at_;
    size_ = 0;
    put(' ');
    if (detail::is_digit(byte(at_)))
      number();
    else if (detail::is_letter(byte(at_)) && !quote_at(at_))
      letters();
    else
      mark();
    put(' ');
    tell();
  }

  /// Digits become zeros, at most four: how large a number is says more than which it is.
  void number() {
    std::size_t digits = 0;
    while (digit_at(at_) || ((text_[at_] == ',' || text_[at_] == '.') && digit_at(at_ + 1))) {
      if (digit_at(at_) && digits++ < 4) put('0');
      if (++at_ == text_.size()) break;
    }
    ++numbers_;
    if (start_ == 0) set(Style::begins_with_number, 1);
  }
  void letters() {
    const bool capital = detail::is_upper(byte(at_));
    bool small = false;
    while (at_ < text_.size()) {
      const std::size_t quote = quote_at(at_);
      if (quote != 0 && letter_at(at_ + quote) && quote_at(at_ + quote) == 0) {
        put('\'');
        at_ += quote;
      } else if (quote == 0 && (detail::is_letter(byte(at_)) || digit_at(at_))) {
        small = small || !detail::is_upper(byte(at_));
        put(detail::lower(byte(at_++)));
      } else {
        break;
      }
    }
    ++words_;
    if (capital && start_ != 0) ++capitals_;
    if (capital && !small) ++shouted_;
    if (words_ == 1 && !capital) set(Style::begins_small, 1);
    look_at_ending();
  }
  void mark() {
    const std::size_t quote = quote_at(at_);
    put(quote != 0 ? static_cast<unsigned char>('\'') : byte(at_));
    if (byte(at_) == '?') set(Style::asks, 1);
    at_ += std::max<std::size_t>(quote, 1);
  }
  /// Length of an apostrophe, straight or typographic; 0 when none stands there.
  std::size_t quote_at(std::size_t at) const {
    if (text_[at] == '\'') return 1;
    const std::string_view rest = text_.substr(at, 3);
    return rest == "\xE2\x80\x99" || rest == "\xE2\x80\x98" ? 3 : 0;
  }

  /// What goes beyond the buffer is left out: no word is that long.
  void put(unsigned char c) {
    if (size_ < token_.size()) token_[size_++] = c;
  }
  bool ends_in(std::string_view ending) const {
    const std::string_view all(reinterpret_cast<const char*>(token_.data()), size_);
    return all.size() > ending.size() + 3 && all.ends_with(ending);
  }
  void look_at_ending() {
    if (ends_in("ed")) set(Style::past, 1);
    if (ends_in("ing")) set(Style::progressive, 1);
    if (ends_in("n't")) set(Style::negated, 1);
  }

  void tell() {
    std::uint32_t hash = detail::hash_seed;
    for (std::size_t i = 1; i + 1 < size_; ++i) hash = detail::hash_byte(hash, token_[i]);
    hash = detail::spread(hash);
    ++tokens_;
    last_ = token_[1];
    visitor_.word(hash);
    visitor_.words(hash);
    visitor_.words(detail::join(before_, hash));
    visitor_.words(detail::join(detail::join(before_that_, before_), hash));
    before_that_ = before_;
    before_ = hash;
    tell_letters();
    const auto found = std::lower_bound(detail::style_words.begin(), detail::style_words.end(), hash,
                                        [](const detail::StyleWord& one, std::uint32_t h) { return one.hash < h; });
    if (found != detail::style_words.end() && found->hash == hash) set(found->style, 1);
  }
  void tell_letters() {
    for (std::size_t begin = 0; begin + 1 < size_; ++begin) {
      std::uint32_t hash = detail::hash_byte(detail::hash_seed, token_[begin]);
      const std::size_t end = std::min(size_, begin + 5);
      for (std::size_t i = begin + 1; i < end; ++i) {
        hash = detail::hash_byte(hash, token_[i]);
        visitor_.letters(detail::spread(hash));
      }
    }
  }

  void set(Style style, float value) { style_[static_cast<std::size_t>(style)] = value; }
  void finish_style() {
    const auto words = static_cast<float>(std::max<std::size_t>(words_, 1));
    set(Style::length, std::min(1.0F, std::log1p(static_cast<float>(tokens_)) / 5));
    set(Style::under_six_words, tokens_ < 6 ? 1 : 0);
    set(Style::under_ten_words, tokens_ < 10 ? 1 : 0);
    set(Style::over_thirty_words, tokens_ > 30 ? 1 : 0);
    set(Style::has_number, numbers_ > 0 ? 1 : 0);
    set(Style::numbers, std::min(1.0F, static_cast<float>(numbers_) / 4));
    set(Style::capitals, static_cast<float>(capitals_) / words);
    set(Style::shouts, static_cast<float>(shouted_) > 0.6F * words ? 1 : 0);
    set(Style::ends_open, last_ == '.' || last_ == '?' || last_ == '!' ? 0 : 1);
  }

  Visitor& visitor_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  std::array<unsigned char, 48> token_{};  // with a blank before it and, unless it was too long, one behind
  std::size_t size_ = 0;
  std::size_t tokens_ = 0;
  std::size_t words_ = 0;
  std::size_t numbers_ = 0;
  std::size_t capitals_ = 0;
  std::size_t shouted_ = 0;
  std::uint32_t before_ = 1;  // the sentence's beginning counts as a word
  std::uint32_t before_that_ = 0;
  unsigned char last_ = 0;
  std::array<float, style_count> style_{};
};

/// Reads a sentence for the visitor and returns its style.
template <typename Visitor>
std::array<float, style_count> read_features(std::string_view sentence, Visitor& visitor) {
  return SentenceReader<Visitor>(visitor).read(sentence);
}

}  // namespace avow::sdk
