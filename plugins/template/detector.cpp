#include <array>
#include <avow/sdk.hpp>
#include <string_view>

/// A small detector to copy from: finds sentences in which somebody promises in so many words ("we promise ...").
/// Shows what most detectors need: walking the sentences, leaving out interviewers, taking the date and the quantity
/// that the host found, saying what led to the answer.
namespace {

using namespace avow::sdk;

constexpr std::array<std::string_view, 4> phrases{"I promise", "We promise", "we promise", "I give you my word"};

class PromiseWords : public Detector {
 public:
  void detect(const Document& document, CandidateSink& sink) override {
    for (const Sentence sentence : document.sentences()) {
      if (asked_by_interviewer(document, sentence)) continue;
      if (const auto cue = find_phrase(document, sentence.span)) sink.emit(pledge(document, sentence, *cue));
    }
  }

 private:
  static bool asked_by_interviewer(const Document& document, const Sentence& sentence) {
    return sentence.voice && document.voices()[*sentence.voice].interviewer;
  }

  static std::optional<Span> find_phrase(const Document& document, Span span) {
    const std::string_view words = document.words(span);
    for (const std::string_view phrase : phrases)
      if (const auto at = words.find(phrase); at != std::string_view::npos)
        return Span{span.begin + at, span.begin + at + phrase.size()};
    return std::nullopt;
  }

  static Candidate pledge(const Document& document, const Sentence& sentence, Span cue) {
    return {.span = sentence.span,
            .kind = kind::pledge,
            .strength = strength::commit,
            .score = 0.9,
            .target = target(document, sentence.span),
            .cues = {{cue, "promise in so many words"}}};
  }

  /// The first quantity and the first date that the sentence names.
  static Target target(const Document& document, Span span) {
    Target target;
    if (const auto quantities = document.quantities().within(span); !quantities.empty()) {
      target.relation = relation::equal;
      target.value = quantities.front().value;
      target.unit = quantities.front().unit;
    }
    if (const auto dates = document.dates().within(span); !dates.empty()) target.due = dates.front().date.edtf;
    return target;
  }
};

}  // namespace

AVOW_PLUGIN(PromiseWords, .id = "template", .version = "0.1.0", .output_revision = 1)
