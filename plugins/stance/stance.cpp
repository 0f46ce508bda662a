#include <string_view>
#include <vector>

#include "avow/sdk.hpp"
#include "languages.hpp"
#include "positions.hpp"
#include "sort_score.hpp"
#include "target.hpp"
#include "tokens.hpp"
#include "voices.hpp"

namespace avow::stance {
namespace {

using namespace detect;

constexpr SortScores<Sort, 3> sort_scores = {{
    {Sort::favour, 0.60, "for or against"},
    {Sort::judgement, 0.55, "judgement"},
    {Sort::duty, 0.50, "what ought to be"},
}};
static_assert(in_order(sort_scores));

/// What is added or taken away.
namespace weight {
constexpr double own_subject = 0.10;
constexpr double subordinate = -0.10;
}  // namespace weight

class StanceDetector : public sdk::Detector {
 public:
  explicit StanceDetector(const sdk::Setup& setup) : languages_(setup, {{position_words}}) {}

  void detect(const sdk::Document& document, sdk::CandidateSink& sink) override {
    const Lexicon* lexicon = languages_.of(document.language());
    if (lexicon == nullptr) return;
    targets_.start(document);
    for (const sdk::Sentence sentence : document.sentences()) {
      if (sentence.voice && document.voices()[*sentence.voice].interviewer) continue;
      const auto words = document.word_list(sentence);
      if (tokens_.look(document.text(), words, sentence.marks_after, *lexicon) == 0 || tokens_.asks()) continue;
      tokens_.read();
      if (tokens_.size() < 3) continue;
      positions_.clear();
      find_positions(tokens_, positions_);
      emit_first(document, sentence, sink);
    }
  }

 private:
  void emit_first(const sdk::Document& document, const sdk::Sentence& sentence, sdk::CandidateSink& sink);
  bool is_own(const sdk::Document& document, const Speaker& speaker, const Position& position) const;

  Languages languages_;
  Tokens tokens_;
  TargetBuilder targets_;
  std::vector<Position> positions_;
};

/// A sentence holds one position, however many words take it: "I believe that we must".
void StanceDetector::emit_first(const sdk::Document& document, const sdk::Sentence& sentence,
                                sdk::CandidateSink& sink) {
  for (const Position& position : positions_) {
    const Speaker speaker = speaker_at(document, sentence, tokens_[position.anchor].begin);
    if (speaker.voice && speaker.voice->interviewer) continue;
    const bool own = is_own(document, speaker, position);
    if (position.sort == Sort::favour && !own) continue;  // what others are for is theirs to say
    const int begin = tokens_.at_or_after(speaker.stretch.begin);
    const int end = tokens_.at_or_after(speaker.stretch.end);
    if (position.verb >= end) continue;
    const Clause clause{begin, position.verb, end, position.subject, tokens_.span(begin, end - 1)};
    const SortScore<Sort>& sort = score_of(sort_scores, position.sort);
    sdk::Candidate answer;
    answer.kind = sdk::kind::stance;
    answer.span = speaker.stretch;
    answer.negated = position.negated;
    answer.cues.push_back({tokens_.span(position.anchor, position.anchor_last), std::string(sort.label)});
    answer.target = targets_.build(tokens_, clause, Tense::future, answer.cues);
    answer.score = sort.score + (own ? weight::own_subject : 0) +
                   (position.subject.subordinate && position.sort == Sort::duty ? weight::subordinate : 0);
    sink.emit(answer);
    return;
  }
}

bool StanceDetector::is_own(const sdk::Document& document, const Speaker& speaker, const Position& position) const {
  const Subject& subject = position.subject;
  if (subject.empty()) return false;
  if (tokens_.starts(subject.first, bit(Word::own_pronoun))) return true;
  const bool reported = speaker.voice && speaker.voice->kind == "reported";
  if (reported && tokens_.starts(subject.first, bit(Word::other_pronoun))) return true;
  return is_own_group(document, speaker, tokens_, subject.first, subject.last);
}

}  // namespace
}  // namespace avow::stance

using avow::stance::StanceDetector;
AVOW_PLUGIN(StanceDetector, .id = "stance", .version = "0.1.0", .output_revision = 1)
