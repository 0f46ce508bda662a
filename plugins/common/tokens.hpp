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
  comma = AVOW_MARK_COMMA,
  strong_break = AVOW_MARK_STOP,
  dash = AVOW_MARK_DASH,
  open_paren = AVOW_MARK_OPEN,
  close_paren = AVOW_MARK_CLOSE,
  quote = AVOW_MARK_QUOTE,
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

/// The words of one sentence with what the lexicon knows of them, in the order subject, verb, object (word_order.hpp).
/// Reused from sentence to sentence, so that nothing is allocated once it has grown. Positions are int so that "one
/// before the first" can be said.
class Tokens {
 public:
  /// Looks the words of a sentence of `text` up; answers which of the lexicon's needs they may meet, as bits. Linear.
  /// Words beyond `max_tokens` are left out: no sentence of speech is that long. Until read() only count(), asks() and
  /// begins_with() know the sentence.
  unsigned look(std::string_view text, sdk::View<sdk::Word> words, std::uint32_t marks_after, const Lexicon& lexicon);
  static constexpr std::size_t max_tokens = 1000;
  /// How many words the text has.
  int count() const noexcept { return static_cast<int>(known_.size()); }
  /// Whether one of the first `within` words, numbers before them passed over, may meet one of these needs. A language
  /// that orders its words in another way may bring a word there that stands elsewhere in the text: then any counts.
  bool begins_with(unsigned needs, std::size_t within) const;

  /// Finds the phrases of the sentence looked at last; linear.
  void read();

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
  unsigned needs_of_longer(std::size_t at) const;
  void find_phrases();
  void put_in_plain_order(const WordOrder& order);
  Token placed(const Placed& place) const;
  bool match_longer(std::size_t at, const Lexicon::Node& first);
  void cover(const Token& token, std::size_t at);
  void tell_clitic_s(std::size_t at);
  bool is_clitic_s(std::size_t at) const;
  void drop(Token& token, Words words);
  void note(const Token& token, const Match& match);

  std::string_view document_;
  sdk::View<sdk::Word> sentence_;
  const Lexicon* lexicon_ = nullptr;
  std::vector<Token> tokens_;
  std::vector<Lexicon::Known> known_;  // by token
  std::vector<Match> matches_;
  // Of the sentence before it was put into plain order:
  std::vector<Placed> places_;
  std::vector<Token> as_written_;
  std::vector<Lexicon::Known> known_as_written_;
  Words words_ = 0;
  bool asks_ = false;
};

}  // namespace avow::detect
