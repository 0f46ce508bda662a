#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace avow::text {

/// A phrase where it was found, by positions that order hits and tell which lies within which.
struct PhraseHit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t phrase = 0;  ///< what add() answered
};

/// Many phrases looked for at once, in any case (ASCII and Latin-1) and whatever blanks or hyphens part their words:
/// Aho and Corasick's automaton (Efficient string matching, 1975) over letters with single blanks between words.
class PhraseMatcher {
 public:
  /// Adds a phrase: "army", "nuclear weapons", "pension*" for words that begin so, "*tax" for words that end so. The
  /// same phrase twice is one. Answers its number.
  std::uint32_t add(std::string_view phrase);

  /// To be called once, after the last add() and before find().
  void build();

  /// All phrases in the text, by their ends; a phrase never spans the end of a sentence. Linear in the text and the
  /// hits.
  void find(std::string_view text, std::vector<PhraseHit>& hits) const;

 private:
  static constexpr std::size_t symbols = 256;
  struct State {
    std::uint32_t fallback = 0;
    std::uint32_t phrase = none;  ///< that ends here
    std::uint32_t shorter = 0;    ///< the next state on the way of fallbacks where a phrase ends; 0: none
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::uint32_t hit = std::uint32_t{1} << 31;  ///< of an edge, once built: a phrase ends where it leads

  std::uint32_t& edge(std::uint32_t state, std::uint8_t symbol) { return edges_[state * width_ + symbol]; }
  std::uint32_t edge(std::uint32_t state, std::uint8_t symbol) const { return edges_[state * width_ + symbol]; }
  void link();
  void mark_hits();

  std::vector<std::string> folded_;  ///< the phrases, until build()
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::size_t> lengths_;
  std::array<std::uint8_t, symbols> symbol_{};  ///< of a byte; 0 for those in no phrase
  std::size_t width_ = 1;                       ///< symbols in use
  std::vector<std::uint32_t> edges_;
  std::vector<State> states_;
};

}  // namespace avow::text
