#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "text/attribution_model.hpp"
#include "text/layout.hpp"
#include "text/quote_marks.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// What the tagger of attributions sees of each token, as rows of a model. Training and tagging share it, so that a
/// model is good for the program that made it. One pass over the text; asking for a token's rows allocates nothing.
class AttributionFeatures {
 public:
  static constexpr std::size_t most_rows = 64;
  using Rows = std::array<std::uint32_t, most_rows>;

  /// All arguments must outlive it.
  AttributionFeatures(const Tokens& tokens, const Layout& layout, const std::vector<TokenRange>& sentences,
                      const AttributionModel& model);

  /// What may hold an attribution, in order: sentences with a word of a cue or with quoted words, those that follow
  /// each other in a paragraph together. Each is a sequence of its own.
  const std::vector<TokenRange>& paragraphs() const noexcept { return paragraphs_; }
  /// Fills in the rows of a token and says how many.
  std::size_t rows(std::size_t i, Rows& out) const noexcept;
  /// The joint before the token.
  std::size_t joint(std::size_t i) const noexcept;

 private:
  enum Quoting : std::uint8_t { plain, inside, opens, closes };

  struct Clue {
    std::uint64_t word = 1;
    std::uint64_t kind = 1;    ///< classes and shape
    std::uint64_t suffix = 1;  ///< last three bytes
    std::uint64_t ending = 1;  ///< last two
    std::uint32_t sentence = 0;
    std::uint32_t cue_before = none;  ///< nearest in the sentence; the token itself left out
    std::uint32_t cue_after = none;
    std::uint32_t mark_before = none;
    std::uint32_t mark_after = none;
    std::uint8_t shape = 9;
    std::uint8_t cue = 9;
    std::uint8_t quoting = 9;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void describe(std::size_t i, const AttributionModel& model);
  void find_quoting(const Layout& layout);
  void find_neighbours();
  void find_paragraphs(const Layout& layout);
  TokenRange sentence_of(std::size_t i) const noexcept { return sentences_[clue(i).sentence]; }
  bool is_mark(std::size_t i) const noexcept;
  bool is_cue(std::size_t i) const noexcept { return clue(i).cue == 2 || clue(i).cue == 3; }
  const Clue& clue(std::size_t i) const noexcept { return i < clues_.size() ? clues_[i] : beyond_; }
  std::size_t place(std::size_t i) const noexcept;

  class Adder;
  void add_words(std::size_t i, Adder& add) const noexcept;
  void add_cues(std::size_t i, Adder& add) const noexcept;
  void add_marks(std::size_t i, Adder& add) const noexcept;
  void add_sentence(std::size_t i, Adder& add) const noexcept;

  const Tokens& tokens_;
  std::vector<TokenRange> sentences_;  ///< without gaps: what stands between two belongs to the later one
  std::vector<std::uint8_t> quoted_;   ///< by sentence: holds a quotation mark
  std::vector<Clue> clues_;
  std::vector<TokenRange> paragraphs_;
  Clue beyond_;
};

}  // namespace avow::text
