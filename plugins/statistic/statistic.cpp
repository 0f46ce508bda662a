#include <algorithm>
#include <string_view>
#include <vector>

#include "amount.hpp"
#include "avow/sdk.hpp"
#include "languages.hpp"
#include "sort_score.hpp"
#include "statements.hpp"
#include "target.hpp"
#include "tokens.hpp"
#include "voices.hpp"

namespace avow::statistic {
namespace {

using namespace detect;

constexpr SortScores<Sort, 6> sort_scores = {{
    {Sort::number, 0.50, "number"},
    {Sort::record, 0.60, "record"},
    {Sort::ratio, 0.50, "ratio"},
    {Sort::superlative, 0.45, "comparison"},
    {Sort::change, 0.45, "change"},
    {Sort::deed, 0.40, "deed"},
}};
static_assert(in_order(sort_scores));

/// What is added or taken away; the sum is kept within [least, most].
namespace weight {
constexpr double measure = 0.20;
constexpr double unit = 0.10;  ///< a share or an amount of money
constexpr double period = 0.10;
constexpr double entity = 0.10;           ///< the subject is a known entity
constexpr double own_experience = -0.15;  ///< "I had two": about the speaker alone
constexpr double least = 0.05;
constexpr double most = 0.99;
}  // namespace weight

class StatisticDetector : public sdk::Detector {
 public:
  explicit StatisticDetector(const sdk::Setup& setup)
      : languages_(setup, {statement_needs}), shapes_(setup.read_file(shapes_file), shapes_file) {}

  void detect(const sdk::Document& document, sdk::CandidateSink& sink) override {
    const Lexicon* lexicon = languages_.of(document.language());
    if (lexicon == nullptr) return;
    targets_.start(document);
    for (const sdk::Sentence sentence : document.sentences()) {
      if (sentence.voice && document.voices()[*sentence.voice].interviewer) continue;
      const auto words = document.word_list(sentence);
      const bool phrases = tokens_.look(document.text(), words, sentence.marks_after, *lexicon) != 0;
      if (tokens_.asks() || (!phrases && document.quantities().within(sentence.span).empty())) continue;
      tokens_.read();
      if (tokens_.size() < 3) continue;
      statements_.clear();
      stated_ = stated_in(document, tokens_, shapes_);
      find_statements(document, tokens_, stated_, statements_);
      for (const Statement& statement : statements_) emit(document, sentence, statement, sink);
    }
  }

 private:
  void emit(const sdk::Document& document, const sdk::Sentence& sentence, const Statement& statement,
            sdk::CandidateSink& sink);
  double score(const Statement& statement, const sdk::Target& target) const;
  bool is_stated_elsewhere(const std::vector<sdk::Cue>& cues) const;

  static constexpr std::string_view shapes_file = "shapes/en.txt";

  Languages languages_;
  Shapes shapes_;  ///< in words that no other language has
  Tokens tokens_;
  TargetBuilder targets_;
  std::vector<Stated> stated_;
  std::vector<Statement> statements_;
};

/// Whether the measure that a clause was given has its amount in another.
bool StatisticDetector::is_stated_elsewhere(const std::vector<sdk::Cue>& cues) const {
  const auto measure =
      std::find_if(cues.begin(), cues.end(), [](const sdk::Cue& cue) { return cue.label == "measure"; });
  return measure != cues.end() && std::any_of(stated_.begin(), stated_.end(), [&](const Stated& stated) {
           return stated.measure.span.begin == measure->span.begin;
         });
}

void StatisticDetector::emit(const sdk::Document& document, const sdk::Sentence& sentence, const Statement& statement,
                             sdk::CandidateSink& sink) {
  const Speaker speaker = speaker_at(document, sentence, tokens_[statement.anchor].begin);
  if (speaker.voice && speaker.voice->interviewer) return;
  const int begin = std::max(statement.begin, tokens_.at_or_after(speaker.stretch.begin));
  const int end = std::min(statement.end, tokens_.at_or_after(speaker.stretch.end));
  if (end <= begin) return;
  Clause clause{begin, std::clamp(statement.verb, begin, end - 1), end, statement.subject,
                tokens_.span(begin, end - 1)};
  clause.negated = statement.negated;
  clause.stated = statement.stated;
  const bool shares = statement.first >= begin && statement.last <= end && statement.first < statement.last;
  if (shares) clause.own = tokens_.span(statement.first, statement.last - 1);
  sdk::Candidate answer;
  answer.kind = statement.sort == Sort::deed ? sdk::kind::fact : sdk::kind::statistic;
  answer.span = statements_.size() == 1 ? speaker.stretch : shares ? clause.own : clause.span;
  const SortScore<Sort>& sort = score_of(sort_scores, statement.sort);
  answer.cues.push_back({tokens_.span(statement.anchor, statement.anchor), std::string(sort.label)});
  answer.target = targets_.build(tokens_, clause, Tense::past, answer.cues);
  if (statement.stated == nullptr && is_stated_elsewhere(answer.cues)) answer.target.indicator.clear();
  if (answer.target.value) answer.kind = sdk::kind::statistic;
  answer.negated = statement.negated && !targets_.denial_used();
  if (statement.sort == Sort::number && !answer.target.value) return;
  if (statement.sort == Sort::ratio &&
      answer.target.indicator.empty()) {  // of what is not measured a share says nothing
    answer.target.value.reset();
    answer.target.unit.clear();
    answer.target.relation.clear();
  }
  answer.score = score(statement, answer.target);
  sink.emit(answer);
}

double StatisticDetector::score(const Statement& statement, const sdk::Target& target) const {
  double sum = score_of(sort_scores, statement.sort).score;
  if (!target.indicator.empty()) sum += weight::measure;
  if (is_share(target.unit) || is_money(target.unit)) sum += weight::unit;
  if (!target.due.empty()) sum += weight::period;
  const Subject& subject = statement.subject;
  if (!subject.empty() && tokens_[subject.last].capital && subject.last > 0) sum += weight::entity;
  if (tokens_.starts(subject.first, bit(Word::own_pronoun))) sum += weight::own_experience;
  return std::clamp(sum, weight::least, weight::most);
}

}  // namespace
}  // namespace avow::statistic

using avow::statistic::StatisticDetector;
AVOW_PLUGIN(StatisticDetector, .id = "statistic", .version = "0.1.0", .output_revision = 6)
