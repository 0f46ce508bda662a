#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"
#include "held.hpp"
#include "languages.hpp"
#include "owner.hpp"
#include "promises.hpp"
#include "scores.hpp"
#include "target.hpp"
#include "tokens.hpp"
#include "voices.hpp"
#include "worth.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

constexpr int most_listing = 4;
/// Who keeps what an item of a list promises: the speaker's side, as the host resolves it.
constexpr std::string_view implied_subject = "we";

/// What a sentence needs that is read: a promise, an item of a list, or to show that the document says "we" of its own.
enum PledgeNeed : unsigned { promise_need = 1, action_need = 2, own_need = 4 };
const std::vector<Need> needs = {{promise_words}, {bit(Word::action), base}, {bit(Word::own_pronoun)}};

/// "We, the leaders", "2. We will": after the number of the paragraph.
bool begins_with_own(const Tokens& tokens) {
  int at = 0;
  while (at + 1 < tokens.size() && tokens[at].digit) ++at;
  return tokens.starts(at, bit(Word::own_pronoun)) && tokens[at].end - tokens[at].begin > 1;
}

class PledgeDetector : public sdk::Detector {
 public:
  explicit PledgeDetector(const sdk::Setup& setup) : languages_(setup, needs), odds_(setup) {}

  void detect(const sdk::Document& document, sdk::CandidateSink& sink) override {
    const Lexicon* lexicon = languages_.of(document.language());
    if (lexicon == nullptr) return;
    targets_.start(document);
    item_line_ = action_before_ = false;
    last_subject_.clear();
    listing_ = 0;
    setting_ = {lexicon, !document.speaker().empty()};
    for (const sdk::Sentence sentence : document.sentences()) {
      if (sentence.voice && document.voices()[*sentence.voice].interviewer) continue;
      const auto words = document.word_list(sentence);
      const unsigned met = tokens_.look(document.text(), words, sentence.marks_after, *lexicon);
      if (tokens_.count() < 2 || tokens_.asks()) continue;
      if (!may_hold(sentence, met)) {
        pass_over(document, sentence);
        continue;
      }
      tokens_.read();
      setting_.own_text = setting_.own_text || (!sentence.voice && begins_with_own(tokens_));
      read_sentence(document, sentence);
      if (!held_.empty()) emit_all(document, sink);
    }
  }

 private:
  bool may_hold(const sdk::Sentence& sentence, unsigned met) const;
  void pass_over(const sdk::Document& document, const sdk::Sentence& sentence);
  void read_sentence(const sdk::Document& document, const sdk::Sentence& sentence);
  void hold(const sdk::Document& document, const sdk::Sentence& sentence, Promise promise);
  void hold_item(const sdk::Document& document, const sdk::Sentence& sentence);
  void emit_all(const sdk::Document& document, sdk::CandidateSink& sink);
  Clause clause_of(const Held& held) const;
  std::optional<sdk::Candidate> candidate(const Held& held, const Clause& clause);
  void emit(const sdk::Document& document, const Held& held, sdk::CandidateSink& sink);

  Languages languages_;
  Odds odds_;
  Tokens tokens_;
  TargetBuilder targets_;
  std::vector<Promise> promises_;
  std::vector<Held> held_;
  std::vector<Held> found_;     // beside an item of a list
  std::string last_subject_;    // of the promise before this one, when it was made of the speaker's side
  int left_out_ = -1;           // the anchor of the promise that hold() left out last
  Setting setting_;             // of the document up to here
  bool action_before_ = false;  // the sentence before begins with a verb of action
  int listing_ = 0;             // how many of the last lines, in their own voice, begin with a verb of action
  bool item_line_ = false;      // the sentence before was an item of a list of promises
};

/// Whether the sentence begins a line, and whether a list mark stands before it.
struct LineStart {
  bool line = false;
  bool item = false;
};

LineStart line_start(std::string_view text, std::size_t at) {
  LineStart start;
  while (at > 0) {
    const char c = text[at - 1];
    if (c == '\n') break;
    const auto u = static_cast<unsigned char>(c);
    const bool mark = c == '*' || c == '-' || c == '.' || c == ')' || (c >= '0' && c <= '9') || u >= 0x80;
    if (c != ' ' && c != '\t' && !mark) return {};
    start.item = start.item || mark;
    --at;
  }
  start.line = true;
  return start;
}

bool PledgeDetector::may_hold(const sdk::Sentence& sentence, unsigned met) const {
  if ((met & promise_need) != 0) return true;
  if (sentence.voice) return false;
  if ((met & action_need) != 0 && tokens_.begins_with(action_need, action_within)) return true;
  return !setting_.own_text && (met & own_need) != 0 && tokens_.begins_with(own_need, 1);
}

/// Nothing is promised here: of a list that is no item.
void PledgeDetector::pass_over(const sdk::Document& document, const sdk::Sentence& sentence) {
  if (line_start(document.text(), sentence.span.begin).line) listing_ = std::max(listing_ - 1, 0);
  item_line_ = action_before_ = false;
}

void PledgeDetector::read_sentence(const sdk::Document& document, const sdk::Sentence& sentence) {
  held_.clear();
  promises_.clear();
  if ((tokens_.words() & promise_words) != 0) find_promises(tokens_, promises_);
  for (const Promise& promise : promises_) hold(document, sentence, promise);
  drop_endorsements(tokens_, held_);
  // "Launch a fund which will support": what else the item of a list holds hangs on it.
  const bool hangs = std::all_of(held_.begin(), held_.end(), [](const Held& held) {
    return held.promise.subject.relative || held.promise.manner == Manner::noun;
  });
  if (hangs) {
    found_.swap(held_);
    held_.clear();
    hold_item(document, sentence);
    if (held_.empty()) held_.swap(found_);
    found_.clear();
  } else {
    item_line_ = action_before_ = false;
  }
  cut_clauses(tokens_, held_);
}

void PledgeDetector::hold(const sdk::Document& document, const sdk::Sentence& sentence, Promise promise) {
  if (promise.second && promise.parent == left_out_) return;
  left_out_ = promise.anchor;
  if (promise.subject.conditional || promise.subject.question) return;
  Held held;
  held.speaker = speaker_at(document, sentence, tokens_[promise.anchor].begin);
  if (held.speaker.voice && held.speaker.voice->interviewer) return;
  if (promise.subject.inherited) {
    const Subject before = held_.empty() ? Subject{} : held_.back().promise.subject;
    if (before.empty() && promise.manner != Manner::noun && !promise.second) return;
    promise.subject = before;
    promise.subject.inherited = true;
    if (promise.second) promise.subject.subordinate = false;
  }
  held.promise = promise;
  held.strength = score_of(promise.manner).strength;
  held.agent = is_agent(document, tokens_, promise.subject);
  held.own = is_own(document, tokens_, held) || brings_about(document, tokens_, held, setting_);
  left_out_ = -1;
  if (!merges(tokens_, held_, held)) held_.push_back(held);
}

/// A list of promises: "- Cut taxes", in the document's own voice.
void PledgeDetector::hold_item(const sdk::Document& document, const sdk::Sentence& sentence) {
  const LineStart start = line_start(document.text(), sentence.span.begin);
  const bool action = !sentence.voice && begins_with_action(tokens_, start.item);
  // Without a mark, one such sentence may be an appeal to the audience; several of the lines on end are a list.
  if (start.line) listing_ = action ? std::min(listing_ + 1, most_listing) : std::max(listing_ - 1, 0);
  const bool list = setting_.spoken_for && start.line && listing_ >= 2;
  const bool listed = start.item || list || (action_before_ && (item_line_ || setting_.spoken_for));
  action_before_ = action;
  item_line_ = listed && action;
  if (!item_line_ || tokens_.inside(0, bit(Word::idiom))) return;
  Held held;
  held.promise.manner = Manner::imperative;
  while (tokens_[held.promise.verb].digit || (tokens_.starts(held.promise.verb, bit(Word::adverb)) &&
                                              !tokens_.starts(held.promise.verb, bit(Word::action))))
    ++held.promise.verb;
  held.promise.anchor = held.promise.anchor_last = held.promise.verb;
  held.speaker.stretch = sentence.span;
  held.strength = score_of(Manner::imperative).strength;
  held.own = true;
  held_.push_back(held);
}

void PledgeDetector::emit_all(const sdk::Document& document, sdk::CandidateSink& sink) {
  for (const Held& held : held_) {
    const Subject& subject = held.promise.subject;
    setting_.own_before = held.own && !tokens_.starts(subject.last, bit(Word::own_pronoun));
    if (!held.own) last_subject_.clear();
    emit(document, held, sink);
  }
}

Clause PledgeDetector::clause_of(const Held& held) const {
  const Promise& promise = held.promise;
  Clause clause{held.begin, std::min(promise.verb, tokens_.size() - 1), held.end, promise.subject, {}, !promise.thing};
  clause.negated = promise.negated;
  clause.object = promise.seen;
  if (clause.end > clause.begin) clause.span = tokens_.span(clause.begin, clause.end - 1);
  return clause;
}

/// One answer, or one for each of several amounts that have dates of their own.
void PledgeDetector::emit(const sdk::Document& document, const Held& held, sdk::CandidateSink& sink) {
  Clause clause = clause_of(held);
  if (clause.end <= clause.begin) return;
  const bool alone = held_.size() == 1 && targets_.further_amount(tokens_, clause) < 0;
  for (int further = 0; further >= 0; clause.amounts = further + 1) {
    further = targets_.further_amount(tokens_, clause);
    Clause part = clause;
    if (further >= 0) {
      part.end = further;
      part.span.end = tokens_[further - 1].end;
    }
    auto answer = candidate(held, part);
    if (!answer) continue;
    // The whole stretch when it holds one promise, so that the quote reads as it was said.
    if (alone) answer->span = held.speaker.stretch;
    if (clause.amounts > 0) answer->span = tokens_.span(clause.amounts, part.end - 1);
    if (answer->span.empty() || answer->span.end > document.text().size()) continue;
    if (answer->kind == sdk::kind::pledge)
      answer->score = odds_.probability(answer->score, document.words(answer->span));
    if (answer->score >= odds_.threshold()) sink.emit(*answer);
  }
}

std::optional<sdk::Candidate> PledgeDetector::candidate(const Held& held, const Clause& clause) {
  const Promise& promise = held.promise;
  sdk::Candidate answer;
  answer.span = clause.span;
  answer.cues.push_back(
      {tokens_.span(promise.anchor, promise.anchor_last), std::string(score_of(promise.manner).label)});
  answer.target = targets_.build(tokens_, clause, Tense::future, answer.cues);
  answer.negated = promise.negated && !targets_.denial_used();
  if (answer.negated) answer.cues.push_back({answer.cues.front().span, "negation"});
  if (!worth_telling(tokens_, held, answer.target, setting_.spoken_for)) return std::nullopt;
  const bool pledge = is_pledge(tokens_, held);
  const bool group = held.own || (tokens_.inside(promise.subject.last, bit(Word::group)) && !promise.subject.empty());
  if (promise.manner == Manner::imperative && setting_.spoken_for) answer.target.subject = implied_subject;
  targets_.inherit_due(answer.target, answer.span, answer.cues);
  targets_.remember(answer.target, answer.span, group);
  answer.kind = pledge ? sdk::kind::pledge : sdk::kind::forecast;
  answer.strength = pledge || promise.manner == Manner::will ? held.strength : std::string_view{};
  if (promise.recounts && tokens_.starts(promise.subject.last, bit(Word::own_pronoun))) {
    answer.kind = sdk::kind::fact;  // "we promised to": that it was promised, not a promise
    answer.strength = {};
  }
  // "And it will build": who was spoken of before.
  if (held.own && subject_is_pronoun(tokens_, promise.subject) && !last_subject_.empty())
    answer.target.subject = last_subject_;
  if (held.own && !promise.subject.empty() && !subject_is_pronoun(tokens_, promise.subject))
    last_subject_ = answer.target.subject;
  answer.score = score(tokens_, held, answer.target, pledge);
  if (answer.score < weight::floor) return std::nullopt;
  return answer;
}

}  // namespace
}  // namespace avow::pledge

using avow::pledge::PledgeDetector;
AVOW_PLUGIN(PledgeDetector, .id = "pledge", .version = "0.1.0", .output_revision = 3)
