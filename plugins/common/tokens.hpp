#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"
#include "lexicon.hpp"

namespace avow::detect {

/// Marks between a word and the one before it.
enum Break : std::uint8_t {
  comma = 1,
  strong_break = 2,  ///< ";", ":", ".", "!", "?"
  dash = 4,
  open_paren = 8,
  close_paren = 16,
  quote = 32,
};
inline constexpr std::uint8_t clause_break = comma | strong_break | dash | open_paren | close_paren;

/// A word of a sentence. "we'll" is two: "we" and "'ll".
struct Token {
  std::uint32_t begin = 0;  ///< bytes of the document; of a word that was moved the place where it is now, and empty
  std::uint32_t end = 0;
  std::uint32_t from = 0;  ///< bytes of the document where the word itself stands; none at an empty place
  std::uint32_t to = 0;
  std::uint32_t match = 0;  ///< its matches are [match, match + matches) of Tokens::matches
  std::uint8_t matches = 0;
  std::uint8_t breaks = 0;  ///< Break, before it
  bool capital = false;
  bool digit = false;
  Words starts = 0;  ///< what phrases begin here
  Words inside = 0;  ///< what phrases cover it
};

/// A phrase of the lexicon where it occurs; the longest of its sort at its place.
struct Match {
  std::uint32_t length = 0;  ///< in tokens
  Word word{};
  std::uint8_t forms = 0;
  float value = 0;  ///< of Word::part: percent
};

/// The words of one sentence with what the lexicon knows of them, in the order subject, verb, object (word_order.hpp).
/// Reused from sentence to sentence, so that nothing is allocated once it has grown. Positions are int so that "one
/// before the first" can be said.
class Tokens {
 public:
  /// Reads text[span]. Linear. Words beyond `max_tokens` are left out: no sentence of speech is that long.
  void read(std::string_view text, sdk::Span span, const Lexicon& lexicon);
  static constexpr std::size_t max_tokens = 1000;

  int size() const noexcept { return static_cast<int>(tokens_.size()); }
  const Token& operator[](int at) const { return tokens_[static_cast<std::size_t>(at)]; }
  /// All that begins anywhere in the sentence.
  Words words() const noexcept { return words_; }

  bool starts(int at, Words words) const { return in(at) && ((*this)[at].starts & words) != 0; }
  bool inside(int at, Words words) const { return in(at) && ((*this)[at].inside & words) != 0; }
  bool breaks(int at, unsigned breaks) const { return in(at) && ((*this)[at].breaks & breaks) != 0; }
  /// The phrase of that sort that begins at `at`; null when there is none.
  const Match* match(int at, Word word) const;
  /// Whether a verb of one of these sorts begins at `at` in one of the forms.
  bool verb(int at, Words words, unsigned forms) const;
  /// How many words the longest phrase of one of these sorts at `at` has; 0 when there is none.
  int length(int at, Words words) const;
  /// Whether what stands at `at`, adverbs passed over, is, or ends as, a past participle.
  bool is_participle(int at) const;
  /// The first position at or after `offset`.
  int at_or_after(std::size_t offset) const;
  /// The word as written.
  std::string_view text(int at) const;
  /// Bytes from the begin of one word to the end of another, both inclusive. Of words that were moved together, where
  /// they stand in the text.
  sdk::Span span(int first, int last) const;
  /// What stands between the last word and the end of the sentence holds this mark.
  bool asks() const noexcept { return asks_; }

 private:
  bool in(int at) const { return at >= 0 && at < size(); }
  void scan(sdk::Span span);
  std::size_t read_word(std::size_t at, std::size_t end, std::uint8_t breaks, std::size_t apostrophe);
  void find_phrases();
  void put_in_plain_order(const WordOrder& order);
  Token placed(const Placed& place) const;
  void match_from(std::size_t at);
  void tell_clitic_s(std::size_t at);
  bool is_clitic_s(std::size_t at) const;
  void drop(Token& token, Words words);
  void note(std::size_t at, std::uint32_t length, const Lexicon::Meaning& meaning);

  std::string_view document_;
  const Lexicon* lexicon_ = nullptr;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> numbers_;  // by token: number of the word in the lexicon
  std::vector<Match> matches_;
  Words words_ = 0;
  bool asks_ = false;
};

}  // namespace avow::detect
