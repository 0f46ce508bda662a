#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "avow/sdk.hpp"
#include "avow/sdk/configuration.hpp"
#include "avow/sdk/sentence_model.hpp"
#include "promises.hpp"

namespace avow::pledge {

/// What a manner of promising is worth before anything else is known, how strongly it binds, and its name among cues.
/// The figures order answers by how often such wording was a promise in parliaments, debates and manifestos; `Odds`
/// makes probabilities of them.
struct MannerScore {
  Manner manner;
  double score;
  std::string_view strength;
  std::string_view label;
};
inline constexpr std::array<MannerScore, 7> manner_scores = {{
    {Manner::will, 0.60, "commit", "will"},
    {Manner::commit, 0.75, "commit", "commitment"},
    {Manner::aim, 0.55, "aim", "aim"},
    {Manner::hope, 0.35, "hope", "hope"},
    {Manner::noun, 0.60, "commit", "commitment (noun)"},
    {Manner::expectation, 0.50, "", "expectation"},
    {Manner::imperative, 0.60, "commit", "item of a list of promises"},
}};
static_assert(manner_scores[static_cast<std::size_t>(Manner::imperative)].manner == Manner::imperative);

inline const MannerScore& score_of(Manner manner) {
  return manner_scores[static_cast<std::size_t>(manner)];
}

/// What is added or taken away; the sum is kept within [least, most].
namespace weight {
inline constexpr double own_subject = 0.10;
inline constexpr double action = 0.05;
inline constexpr double measure = 0.10;
inline constexpr double amount = 0.05;
inline constexpr double due = 0.10;
inline constexpr double unlikely = -0.15;
inline constexpr double state = -0.15;
inline constexpr double subordinate = -0.10;
inline constexpr double vague_forecast = -0.25;  ///< neither measure nor amount nor date
inline constexpr double addressee = -0.15;       ///< "you will"
inline constexpr double floor = 0.25;            ///< below it nothing is told
inline constexpr double least = 0.05;
inline constexpr double most = 0.99;
}  // namespace weight

/// From the sum of weights to the probability that who labels by the letter (a commitment to an act or an outcome that
/// can be tested) calls it a pledge: Platt's calibration over the pledges found in six manifestos of 1999 to 2009
/// (docs/decisions/0011), rounded. With a model of sentences ("pledge", `avow train`) both have a say.
class Odds {
 public:
  /// Throws std::runtime_error naming the file when the model that is configured cannot be read.
  explicit Odds(const sdk::Setup& setup) {
    const sdk::Configuration configuration(setup);
    threshold_ = configuration.number("threshold").value_or(0);
    if (const auto file = configuration.text("model"); file && !file->empty()) model_ = sdk::read_sentence_model(*file);
  }

  double probability(double sum, std::string_view words) const {
    const double by_rules = slope * sum + intercept;
    if (!model_) return 1 / (1 + std::exp(-by_rules));
    const auto by_model = static_cast<double>(model_->slope * model_->score(words) + model_->intercept);
    return 1 / (1 + std::exp(-(rule_share * by_rules + model_share * by_model)));
  }
  /// What is less likely is not told; 0 as long as nobody sets it.
  double threshold() const noexcept { return threshold_; }

 private:
  static constexpr double slope = 4.0;
  static constexpr double intercept = -3.2;
  static constexpr double rule_share = 0.3;
  static constexpr double model_share = 0.8;

  double threshold_ = 0;
  std::optional<sdk::SentenceModel> model_;
};

}  // namespace avow::pledge
