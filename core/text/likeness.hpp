#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

/// Whether one text is another's copy, whole or in part, word for word or with its words exchanged for others.
namespace avow::text {

/// A text as what is compared: the words of its sentences by hash, in lower case and without marks.
struct Outline {
  struct Sentence {
    Span span;
    std::vector<std::uint64_t> words;
  };
  std::vector<Sentence> sentences;  ///< in order; those without words left out
  std::size_t words = 0;            ///< of all of them

  /// Index of the sentence that holds most of the span; sentences.size() when none does.
  std::size_t sentence_of(Span span) const noexcept;
};

/// Linear in the length of the text.
Outline outline_of(std::string_view text);

/// Two sentences that say the same. Likeness is the longest common subsequence of their words as a share of the longer
/// one: a paraphrase by machine exchanges words and keeps the frame of small words, names and numbers in its order.
struct SentencePair {
  std::size_t first = 0;
  std::size_t second = 0;
  double likeness = 0;  ///< 1: the same words
};

struct Likeness {
  std::vector<SentencePair> pairs;  ///< by `first`
  double words = 0;                 ///< of paired sentences, each weighed by its likeness
  double covered = 0;               ///< they as a share of the shorter text's words
  /// Whether one is the other's copy; the bounds are measured (docs/decisions/0013-quantities.md).
  bool is_copy() const noexcept;
};

/// Pairs sentences in the order of both texts, and those of the same words wherever they stand. Deterministic and
/// symmetric. Exact pairs take linear time; others are looked for in the first few hundred sentences of both only.
Likeness compare(const Outline& first, const Outline& second);

/// Words that survive a paraphrase and make a search narrow: numbers, then names, then the longest words; `most` at
/// most, as the text has them. The first word of the text is no name.
std::vector<std::string> anchors_of(std::string_view text, std::size_t most);

}  // namespace avow::text
