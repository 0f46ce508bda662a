#include "learn/debate_ranking.hpp"

#include <cmath>
#include <map>
#include <string_view>

namespace avow::learn {
namespace {

constexpr std::array<float, 2> model_weights = {1.0F, 0.3F};
constexpr float share_weight = 0.3F;      ///< of the logarithm of the speaker's share of the sentences
constexpr float question_weight = -4.0F;  ///< of the speaker's share of questions
constexpr float position_weight = -1.2F;  ///< from 0 at the beginning to 1 at the end

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

struct Speaker {
  float sentences = 0;
  float questions = 0;
};

std::map<std::string_view, Speaker> speakers_of(const Debate& debate) {
  std::map<std::string_view, Speaker> out;
  for (const Utterance& one : debate.utterances) {
    Speaker& speaker = out[one.speaker];
    speaker.sentences += 1;
    if (one.text.find('?') != std::string::npos) speaker.questions += 1;
  }
  return out;
}

}  // namespace

std::vector<float> DebateRanker::scores(const Debate& debate) const {
  std::vector<float> sum(debate.utterances.size());
  const auto all = static_cast<float>(sum.size());
  for (std::size_t m = 0; m < models_.size() && !sum.empty(); ++m) {
    if (!models_[m]) continue;
    std::vector<float> own;
    for (const Utterance& one : debate.utterances) own.push_back(models_[m]->score(one.text));
    bring_to_unit(own);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += model_weights[m] * own[i];
  }
  const auto speakers = speakers_of(debate);
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const Speaker& speaker = speakers.at(debate.utterances[i].speaker);
    sum[i] += share_weight * std::log(speaker.sentences / all) +
              question_weight * speaker.questions / speaker.sentences + position_weight * static_cast<float>(i) / all;
  }
  return sum;
}

}  // namespace avow::learn
