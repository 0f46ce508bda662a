#include <optional>
#include <string>

#include "avow/sdk.hpp"
#include "avow/sdk/configuration.hpp"
#include "avow/sdk/sentence_model.hpp"
#include "rules.hpp"
#include "voices.hpp"

namespace avow::checkworthy {
namespace {

constexpr double usual_threshold = 0.7;

/// nullopt when none was named. Throws std::runtime_error naming the file when it is no model.
std::optional<sdk::SentenceModel> read_model(const sdk::Configuration& configuration) {
  const std::string file = configuration.text("model").value_or("");
  if (file.empty()) return std::nullopt;
  return sdk::read_sentence_model(file);
}

class CheckworthyDetector : public sdk::Detector {
 public:
  explicit CheckworthyDetector(const sdk::Setup& setup) {
    const sdk::Configuration configuration(setup);
    const auto set = configuration.number("threshold");
    threshold_ = set.value_or(usual_threshold);
    model_ = read_model(configuration);
    // By rules alone only for who asks for it: the rules of other detectors say more of what they find.
    idle_ = !model_ && !set;
  }

  void detect(const sdk::Document& document, sdk::CandidateSink& sink) override {
    if (idle_) return;
    const std::string_view language = document.language();
    if (!language.empty() && language != "en" && !language.starts_with("en-")) return;
    for (const sdk::Sentence sentence : document.sentences()) {
      const detect::Speaker speaker = detect::speaker_at(document, sentence, sentence.span.begin);
      if (speaker.stretch.empty() || (speaker.voice && speaker.voice->interviewer)) continue;
      const double probability = probability_of(document.words(speaker.stretch));
      if (probability >= threshold_) emit(document, speaker.stretch, probability, sink);
    }
  }

 private:
  double probability_of(std::string_view words) const {
    return static_cast<double>(model_ ? model_->probability(words) : score_by_rules(words));
  }
  void emit(const sdk::Document& document, sdk::Span span, double probability, sdk::CandidateSink& sink) const {
    const auto quantities = document.quantities().within(span);
    sdk::Candidate answer;
    answer.span = span;
    answer.kind = quantities.empty() ? sdk::kind::fact : sdk::kind::statistic;
    answer.score = probability;
    answer.cues.push_back({span, model_ ? "model check-worthy" : "looks check-worthy (no model is installed)"});
    sink.emit(answer);
  }

  double threshold_ = usual_threshold;
  bool idle_ = false;
  std::optional<sdk::SentenceModel> model_;
};

}  // namespace
}  // namespace avow::checkworthy

using avow::checkworthy::CheckworthyDetector;
AVOW_PLUGIN(CheckworthyDetector, .id = "checkworthy", .version = "0.1.0", .output_revision = 1)
