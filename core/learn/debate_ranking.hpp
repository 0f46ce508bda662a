#pragma once

#include <array>
#include <optional>
#include <vector>

#include "learn/sentence_corpora.hpp"

namespace avow::learn {

/// Ranks a debate's sentences by two models, one that knows what is worth checking by its form and one that learned
/// from what was in fact checked in debates, and by the debate: who speaks much and seldom asks is no moderator, and
/// what is said early is checked more often. Each model's scores are brought to the same spread within the debate. The
/// weights are rounded from a regression over the 19 debates of CheckThat! 2019's training part (docs/decisions/0011).
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
