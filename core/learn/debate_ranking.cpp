#include "learn/debate_ranking.hpp"

#include <cmath>

namespace avow::learn {
namespace {

constexpr float next_weight = 0.1F;
constexpr float after_next_weight = 0.05F;

/// Mean 0 and standard deviation 1.
void bring_to_unit(std::vector<float>& scores) {
  double sum = 0;
  double squares = 0;
  for (const float one : scores) sum += static_cast<double>(one);
  const double mean = sum / static_cast<double>(scores.size());
  for (const float one : scores) squares += (static_cast<double>(one) - mean) * (static_cast<double>(one) - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(scores.size()));
  for (float& one : scores) one = static_cast<float>((static_cast<double>(one) - mean) / std::max(1e-6, deviation));
}

/// The score so far away in the same speaker's mouth; low when another speaks there.
float beside(const Debate& debate, const std::vector<float>& scores, std::size_t at, std::ptrdiff_t far) {
  constexpr float of_another = -2;
  const auto other = static_cast<std::ptrdiff_t>(at) + far;
  if (other < 0 || other >= static_cast<std::ptrdiff_t>(scores.size())) return of_another;
  const auto index = static_cast<std::size_t>(other);
  return debate.utterances[index].speaker == debate.utterances[at].speaker ? scores[index] : of_another;
}

}  // namespace

std::vector<float> DebateRanker::scores(const Debate& debate) const {
  std::vector<float> sum(debate.utterances.size());
  if (sum.empty()) return sum;
  for (const auto& model : models_) {
    if (!model) continue;
    std::vector<float> own;
    for (const Utterance& one : debate.utterances) own.push_back(model->score(one.text));
    bring_to_unit(own);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += own[i];
  }
  std::vector<float> out = sum;
  for (std::size_t i = 0; i < sum.size(); ++i)
    out[i] += next_weight * (beside(debate, sum, i, -1) + beside(debate, sum, i, 1)) +
              after_next_weight * (beside(debate, sum, i, -2) + beside(debate, sum, i, 2));
  return out;
}

}  // namespace avow::learn
