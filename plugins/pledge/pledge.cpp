#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"
#include "languages.hpp"
#include "promises.hpp"
#include "scores.hpp"
#include "target.hpp"
#include "tokens.hpp"
#include "voices.hpp"

namespace avow::pledge {
namespace {

using namespace detect;

/// A promise of the sentence together with whose it is and where its words lie.
struct Held {
  Promise promise;
  Speaker speaker;
  std::string_view strength;
  bool own = false;
  bool agent = false;     ///< its subject can act: a government, a company
  bool endorsed = false;  ///< an expectation that the speaker says will come true
  int begin = 0;          ///< words [begin, end) of the sentence
  int end = 0;
};

constexpr int most_listing = 4;
/// Who keeps what an item of a list promises: the speaker's side, as the host resolves it.
constexpr std::string_view implied_subject = "we";

constexpr Words anchor_words = any_of(Word::will, Word::commit, Word::agree, Word::aim, Word::hope, Word::commit_noun,
                                      Word::plan_noun, Word::expect);

const MannerScore& score_of(Manner manner) {
  return manner_scores[static_cast<std::size_t>(manner)];
}

bool same_stretch(const Held& a, const Held& b) {
  return a.speaker.stretch == b.speaker.stretch;
}

/// "that is going to happen", "it will come".
bool is_endorsement(const Tokens& tokens, const Promise& promise) {
  return promise.manner == Manner::will && !promise.negated && promise.subject.first == promise.subject.last &&
         tokens.starts(promise.subject.first, any_of(Word::that, Word::other_pronoun)) &&
         tokens.starts(promise.verb, bit(Word::happen));
}

/// "We, the leaders", "2. We will": after the number of the paragraph.
bool begins_with_own(const Tokens& tokens) {
  int at = 0;
  while (at + 1 < tokens.size() && tokens[at].digit) ++at;
  return tokens.starts(at, bit(Word::own_pronoun)) && tokens[at].end - tokens[at].begin > 1;
}

class PledgeDetector : public sdk::Detector {
 public:
  explicit PledgeDetector(const sdk::Setup& setup) : languages_(setup), odds_(setup) {}

  void detect(const sdk::Document& document, sdk::CandidateSink& sink) override {
    const Lexicon* lexicon = languages_.of(document.language());
    if (lexicon == nullptr) return;
    targets_.start(document);
    item_line_ = action_before_ = own_before_ = own_text_ = false;
    last_subject_.clear();
    listing_ = 0;
    spoken_for_ = !document.speaker().empty();
    for (const sdk::Sentence sentence : document.sentences()) {
      if (sentence.voice && document.voices()[*sentence.voice].interviewer) continue;
      tokens_.read(document.text(), sentence.span, *lexicon);
      if (tokens_.size() < 2 || tokens_.asks()) continue;
      own_text_ = own_text_ || (!sentence.voice && begins_with_own(tokens_));
      read_sentence(document, sentence);
      if (!held_.empty()) emit_all(document, sink);
    }
  }

 private:
  void read_sentence(const sdk::Document& document, const sdk::Sentence& sentence);
  void hold(const sdk::Document& document, const sdk::Sentence& sentence, Promise promise);
  bool merges(const Held& later);
  bool settle_expectations();
  void cut_clauses();
  void hold_item(const sdk::Document& document, const sdk::Sentence& sentence);
  void emit_all(const sdk::Document& document, sdk::CandidateSink& sink);
  Clause clause_of(const Held& held) const;
  std::optional<sdk::Candidate> candidate(const Held& held, const Clause& clause);
  void emit(const sdk::Document& document, const Held& held, sdk::CandidateSink& sink);
  bool is_agent(const sdk::Document& document, const Subject& subject) const;
  bool has_object(int verb) const;
  bool subject_is_pronoun(const Subject& subject) const;
  bool speaks_for_government(const sdk::Document& document, const Held& held) const;
  bool is_own(const sdk::Document& document, const Held& held) const;
  bool brings_about(const sdk::Document& document, const Held& held) const;
  bool is_state(const Promise& promise) const;
  bool is_pledge(const Held& held) const;
  bool worth_telling(const Held& held, const sdk::Target& target) const;
  double score(const Held& held, const sdk::Target& target, bool pledge) const;

  Languages languages_;
  Odds odds_;
  Tokens tokens_;
  TargetBuilder targets_;
  std::vector<Promise> promises_;
  std::vector<Held> held_;
  std::vector<Held> found_;     // beside an item of a list
  std::string last_subject_;    // of the promise before this one, when it was made of the speaker's side
  int left_out_ = -1;           // the anchor of the promise that hold() left out last
  bool spoken_for_ = false;     // the whole document is one speaker's words: a manifesto, a speech
  bool own_before_ = false;     // the promise before this one was made of a group of the speaker's by its name
  bool own_text_ = false;       // the document says "we" of its own: a declaration, a manifesto
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

void PledgeDetector::read_sentence(const sdk::Document& document, const sdk::Sentence& sentence) {
  held_.clear();
  promises_.clear();
  if ((tokens_.words() & anchor_words) != 0) find_promises(tokens_, promises_);
  for (const Promise& promise : promises_) hold(document, sentence, promise);
  if (!settle_expectations()) held_.clear();
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
  cut_clauses();
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
  held.agent = is_agent(document, promise.subject);
  held.own = is_own(document, held) || brings_about(document, held);
  left_out_ = -1;
  if (!merges(held)) held_.push_back(held);
}

/// Takes a promise into the one before it when it is part of it: "will commit to", "pledge that we will", "in June to
/// make sure that we will".
bool PledgeDetector::merges(const Held& later) {
  if (held_.empty() || later.promise.second) return false;
  Held& before = held_.back();
  if (later.promise.anchor == before.promise.verb) {
    before.strength = later.strength;
    before.promise.verb = later.promise.verb;
    before.promise.negated = before.promise.negated || later.promise.negated;
    return true;
  }
  if (before.promise.that && later.promise.manner == Manner::will) {  // "I promise that every school will"
    before.promise.that = false;
    before.promise.verb = later.promise.verb;
    const Subject& subject = later.promise.subject;
    const bool denied = before.promise.negated;  // "we never promised that": who denies it is spoken of
    if (!subject.empty() && !subject.relative && !denied) before.promise.subject = subject;
    before.promise.negated = denied || later.promise.negated;
    before.promise.subject.subordinate = false;
    return true;
  }
  if (!same_stretch(before, later)) return false;
  if (is_endorsement(tokens_, later.promise) && before.promise.manner == Manner::expectation) {
    before.endorsed = true;
    before.promise.anchor_last = before.promise.anchor;
    return true;
  }
  for (int at = before.promise.verb; at <= later.promise.anchor; ++at) {
    if (tokens_.breaks(at, strong_break)) return false;
  }
  return later.promise.subject.subordinate;
}

/// One that follows another only rewords it. Whether an expectation counts that is neither the speaker's own nor
/// endorsed is seen once its target is known (worth_telling).
bool PledgeDetector::settle_expectations() {
  std::erase_if(held_, [&](const Held& held) {
    return held.promise.manner == Manner::will && is_endorsement(tokens_, held.promise);
  });
  return !held_.empty();
}

/// A list of promises: "- Cut taxes", in the document's own voice.
void PledgeDetector::hold_item(const sdk::Document& document, const sdk::Sentence& sentence) {
  const LineStart start = line_start(document.text(), sentence.span.begin);
  const bool action = !sentence.voice && begins_with_action(tokens_, start.item);
  // Without a mark, one such sentence may be an appeal to the audience; several of the lines on end are a list.
  if (start.line) listing_ = action ? std::min(listing_ + 1, most_listing) : std::max(listing_ - 1, 0);
  const bool list = spoken_for_ && start.line && listing_ >= 2;
  const bool listed = start.item || list || (action_before_ && (item_line_ || spoken_for_));
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

void PledgeDetector::cut_clauses() {
  for (std::size_t index = 0; index < held_.size(); ++index) {
    Held& held = held_[index];
    const Promise& promise = held.promise;
    const int first = tokens_.at_or_after(held.speaker.stretch.begin);
    held.end = tokens_.at_or_after(held.speaker.stretch.end);
    held.begin = first;
    if (index == 0) continue;
    const bool own_words = !promise.subject.inherited && !promise.subject.empty();
    const int own_begin = own_words ? std::min(promise.subject.first, promise.anchor) : promise.anchor;
    Held& before = held_[index - 1];
    held.begin = std::max(first, clause_begin(tokens_, before.promise.verb, own_begin));
    int end = held.begin;
    while (end > before.promise.verb + 1 && tokens_.inside(end - 1, bit(Word::conjunction))) --end;
    before.end = std::min(before.end, std::max(end, before.promise.verb + 1));
  }
}

bool PledgeDetector::is_own(const sdk::Document& document, const Held& held) const {
  const Subject& subject = held.promise.subject;
  // "The mayor said she would open": the pronoun of reported speech is mostly who speaks.
  const bool reported = held.speaker.voice && held.speaker.voice->kind == "reported";
  if (reported && tokens_.starts(subject.first, bit(Word::other_possessive)) && is_agent(document, subject))
    return true;
  if (reported && subject.first == subject.last && tokens_.starts(subject.first, bit(Word::other_pronoun)) &&
      tokens_.starts(held.promise.verb, bit(Word::action)))
    return true;
  for (int at = subject.first; at <= subject.last; ++at) {
    const bool of_others = at > subject.first && tokens_.starts(at - 1, bit(Word::preposition));
    if (tokens_.starts(at, any_of(Word::own_pronoun, Word::own_group)) && !of_others) return true;
    // "our government" acts; "our system" does not.
    const bool agent = held.promise.manner != Manner::will ||
                       tokens_.starts(subject.last, any_of(Word::office, Word::group, Word::agent));
    if (tokens_.starts(at, bit(Word::own_possessive)) && !of_others && agent) return true;
  }
  return is_own_group(document, held.speaker, tokens_, subject.first, subject.last);
}

/// In a manifesto or a speech of government what "the government will" do, or what "will be set up", is promised too.
bool PledgeDetector::brings_about(const sdk::Document& document, const Held& held) const {
  const Promise& promise = held.promise;
  if (promise.manner != Manner::will) return false;
  // News and announcements tell what somebody will do who can; "Germany will grow" is nobody's doing.
  const bool told = held.speaker.voice ? held.speaker.voice->kind == "reported" : !spoken_for_ && !own_text_;
  if (told && tokens_.starts(promise.verb, bit(Word::action)) && has_object(promise.verb) &&
      is_agent(document, promise.subject))
    return true;
  if (speaks_for_government(document, held)) return true;
  if (held.speaker.voice) return false;
  if (own_text_ && !promise.subject.empty() && promise.subject.first == promise.subject.last &&
      tokens_.starts(promise.subject.last, bit(Word::group)))
    return true;  // "Allies will", in a declaration of theirs
  if (!spoken_for_) return false;
  if (tokens_.starts(promise.verb, bit(Word::be)) && tokens_.is_participle(promise.verb + 1)) return true;
  const Subject& subject = promise.subject;
  if (subject.empty()) return false;
  if (own_before_ && subject.first == subject.last && tokens_.starts(subject.last, bit(Word::other_pronoun)))
    return true;
  for (int at = subject.first; at < subject.last; ++at) {
    const bool plain = tokens_.starts(at, any_of(Word::determiner, Word::group, Word::each));
    if (at > 0 && tokens_[at].capital && !plain) return false;
  }
  return tokens_.starts(subject.last, any_of(Word::office, Word::group));
}

/// Whether the subject names somebody who can do things: an entity, "the ministry", "leaders".
bool PledgeDetector::is_agent(const sdk::Document& document, const Subject& subject) const {
  if (subject.empty() || subject_is_pronoun(subject)) return false;
  if (tokens_.starts(subject.last, any_of(Word::agent, Word::group))) return true;
  const sdk::Span span = tokens_.span(subject.first, subject.last);
  for (const sdk::Mention mention : document.mentions().within(span)) {
    if (mention.kind == "entity" && mention.span.end >= tokens_[subject.last].end) return true;
  }
  return false;
}

bool PledgeDetector::subject_is_pronoun(const Subject& subject) const {
  return subject.first == subject.last && tokens_.starts(subject.first, any_of(Word::other_pronoun, Word::you_pronoun));
}

bool PledgeDetector::has_object(int verb) const {
  int at = verb + std::max(1, tokens_.length(verb, bit(Word::action)));
  while (tokens_.starts(at, bit(Word::adverb))) ++at;
  constexpr Words no_object = any_of(Word::preposition, Word::by, Word::to, Word::up_to, Word::conjunction);
  return at < tokens_.size() && !tokens_.breaks(at, clause_break) &&
         (!tokens_.inside(at, no_object) || tokens_[at].digit);
}

/// "The Government will", by somebody whose label or name shows an office of government.
bool PledgeDetector::speaks_for_government(const sdk::Document& document, const Held& held) const {
  const Subject& subject = held.promise.subject;
  if (!held.speaker.voice || subject.empty() || !tokens_.starts(subject.last, bit(Word::office))) return false;
  if (subject.last - subject.first > 1) return false;
  return languages_.of(document.language())->holds(document.words(held.speaker.voice->source), Word::title) ||
         languages_.of(document.language())->holds(held.speaker.voice->name, Word::title);
}

bool PledgeDetector::is_state(const Promise& promise) const {
  if (!tokens_.starts(promise.verb, bit(Word::state))) return false;
  // "the road will be mended" is somebody's doing; "we will be blamed" befalls the speaker.
  const bool done = tokens_.starts(promise.verb, bit(Word::be)) && tokens_.is_participle(promise.verb + 1);
  return !done || tokens_.starts(promise.subject.last, bit(Word::own_pronoun));
}

void PledgeDetector::emit_all(const sdk::Document& document, sdk::CandidateSink& sink) {
  for (const Held& held : held_) {
    const Subject& subject = held.promise.subject;
    own_before_ = held.own && !tokens_.starts(subject.last, bit(Word::own_pronoun));
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
  if (!worth_telling(held, answer.target)) return std::nullopt;
  const bool pledge = is_pledge(held);
  const bool group = held.own || (tokens_.inside(promise.subject.last, bit(Word::group)) && !promise.subject.empty());
  if (promise.manner == Manner::imperative && spoken_for_) answer.target.subject = implied_subject;
  targets_.inherit_due(answer.target, answer.span, answer.cues);
  targets_.remember(answer.target, answer.span, group);
  answer.kind = pledge ? sdk::kind::pledge : sdk::kind::forecast;
  answer.strength = pledge || promise.manner == Manner::will ? held.strength : std::string_view{};
  if (promise.recounts && tokens_.starts(promise.subject.last, bit(Word::own_pronoun))) {
    answer.kind = sdk::kind::fact;  // "we promised to": that it was promised, not a promise
    answer.strength = {};
  }
  // "And it will build": who was spoken of before.
  if (held.own && subject_is_pronoun(promise.subject) && !last_subject_.empty()) answer.target.subject = last_subject_;
  if (held.own && !promise.subject.empty() && !subject_is_pronoun(promise.subject))
    last_subject_ = answer.target.subject;
  answer.score = score(held, answer.target, pledge);
  if (answer.score < weight::floor) return std::nullopt;
  return answer;
}

/// What the speaker's side will do is a pledge; what befalls it, or is said of others, is a forecast.
bool PledgeDetector::is_pledge(const Held& held) const {
  const Manner manner = held.promise.manner;
  if (manner != Manner::will) return manner != Manner::expectation;
  return held.own && !is_state(held.promise);
}

/// Leaves out what only looks like a promise: talk about the talk itself, wishes of others, hearsay about opponents.
bool PledgeDetector::worth_telling(const Held& held, const sdk::Target& target) const {
  const Promise& promise = held.promise;
  const bool measured = !target.indicator.empty() || target.value.has_value();
  const bool talk = tokens_.starts(promise.verb, bit(Word::talk));
  if (talk && promise.manner != Manner::noun && !measured) return false;
  const bool state = is_state(promise);
  const bool pronoun = tokens_.starts(promise.subject.last, any_of(Word::other_pronoun, Word::you_pronoun));
  const bool turn = held.speaker.voice && held.speaker.voice->kind == "turn";
  switch (promise.manner) {
    case Manner::hope:
      return held.own && !state;
    case Manner::aim:
      return held.own || (!pronoun && !promise.subject.relative);
    case Manner::commit:
      // "1960 promises to be a good year"; "a neighbour which decided to".
      if (!held.own && (state || (promise.subject.relative && promise.past))) return false;
      return held.own || (!promise.subject.empty() && !(pronoun && turn));
    case Manner::expectation: {
      const Subject who = subject_before(tokens_, 0, promise.anchor);
      const bool own = who.first == who.last && tokens_.starts(who.first, bit(Word::own_pronoun));
      const bool dated = !target.due.empty();
      const bool full = (!target.indicator.empty() && (target.value || dated)) || (target.value && dated);
      return held.endorsed || own || full;
    }
    case Manner::will: {
      if (promise.subject.relative && !measured && target.due.empty()) return false;
      // "My mother will be ninety in May", "the film will be shown": nothing that anybody is held to.
      // In a speech or a manifesto a day makes it something: "from May meals will be free".
      const bool of_one_self =
          subject_is_pronoun(promise.subject) || tokens_.starts(promise.subject.first, bit(Word::own_possessive));
      const bool dated = spoken_for_ && !held.speaker.voice && !target.due.empty() && !of_one_self;
      return measured || held.own || !target.relation.empty() || held.agent || dated;
    }
    case Manner::noun:  // "your communities have the resolve to"
      return promise.subject.empty() ||
             !tokens_.starts(promise.subject.first, any_of(Word::you_pronoun, Word::other_possessive));
    default:
      return true;
  }
}

double PledgeDetector::score(const Held& held, const sdk::Target& target, bool pledge) const {
  const Promise& promise = held.promise;
  const bool measure = !target.indicator.empty();
  const bool amount = target.value.has_value();
  const bool due = !target.due.empty();
  double sum = score_of(promise.manner).score;
  if (held.own) sum += weight::own_subject;
  if (tokens_.starts(promise.verb, bit(Word::action))) sum += weight::action;
  if (measure) sum += weight::measure;
  if (amount) sum += weight::amount;
  if (due) sum += weight::due;
  if (promise.unlikely) sum += weight::unlikely;
  if (is_state(promise)) sum += weight::state;
  if (promise.subject.subordinate) sum += weight::subordinate;
  if (!pledge && !measure && !amount && !due && target.relation.empty()) sum += weight::vague_forecast;
  if (tokens_.starts(promise.subject.last, bit(Word::you_pronoun))) sum += weight::addressee;
  return std::clamp(sum, weight::least, weight::most);
}

}  // namespace
}  // namespace avow::pledge

using avow::pledge::PledgeDetector;
AVOW_PLUGIN(PledgeDetector, .id = "pledge", .version = "0.1.0", .output_revision = 2)
