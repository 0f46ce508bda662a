#pragma once

#include <optional>
#include <vector>

#include "learn/sentence_corpora.hpp"

namespace avow::learn {

/// Ranks a debate's sentences by two models together: one that knows what is worth checking by its form, one that
/// learned from what was in fact checked in debates. Each model's scores are brought to the same spread within the
/// debate; a sentence gains by neighbours of the same speaker that score high.
class DebateRanker {
 public:
  /// At least one must be there.
  DebateRanker(std::optional<sdk::SentenceModel> check_worthy, std::optional<sdk::SentenceModel> checked)
      : models_{std::move(check_worthy), std::move(checked)} {}

  /// One for each utterance; the highest first.
  std::vector<float> scores(const Debate& debate) const;

 private:
  std::array<std::optional<sdk::SentenceModel>, 2> models_;
};

}  // namespace avow::learn
