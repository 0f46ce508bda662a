#include "text/turns.hpp"

#include <algorithm>
#include <unordered_map>

namespace avow::text {
namespace {

constexpr std::size_t max_label_tokens = 16;

struct Label {
  TokenRange range;  ///< with the colon
  std::size_t speaker = 0;
};

struct Speaker {
  TokenRange label;         ///< the longest of theirs, without the colon
  std::uint64_t given = 0;  ///< hash of their given name; 0 when no label says it
  std::size_t turns = 0;
  std::size_t questions = 0;  ///< turns that end in a question, or nearly
  std::size_t words = 0;
  bool listed = false;  ///< among the moderators
  bool asks = false;
  bool generic = false;  ///< "Q", "A", "SPEAKER"
};

class TurnFinder {
 public:
  TurnFinder(const Tokens& tokens, const Layout& layout, const Names& names)
      : tokens_(tokens), layout_(layout), names_(names) {}

  std::vector<Turn> run() {
    collect();
    group();
    keep_with_evidence();
    if (labels_.empty()) return {};
    std::vector<Turn> turns = make_turns();
    find_interviewers(turns);
    return turns;
  }

 private:
  // --- labels ------------------------------------------------------------------------------------------------------

  void collect() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_.begins_line(i)) continue;
      const std::size_t begin = layout_.begins_block(i) ? layout_.past_marker(i) : i;
      if (const std::size_t end = label_end(begin); end > begin) labels_.push_back({{begin, end}, 0});
    }
  }

  /// One past the colon of a label that begins at `i`; `i` when there is none.
  std::size_t label_end(std::size_t i) const {
    if (!tokens_.is_word(i) || !tokens_[i].capital) return i;
    if (tokens_.has(i, metadata_label) && !tokens_.has(i, asker_label | speaker_label)) return i;
    for (std::size_t at = i; at < i + max_label_tokens; ++at) {
      if (at > i && tokens_[at].newlines > 0) return i;
      if (tokens_.is_mark(at, ':'))
        return at > i && tokens_[at].glued && !tokens_[at + 1].glued && name_like(i, at) ? at + 1 : i;
      if (!label_part(at, i)) return i;
    }
    return i;
  }
  bool label_part(std::size_t at, std::size_t first) const {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::word)
      return token.capital || tokens_.has(at, name_particle) || tokens_.is_any(at, {"of", "for", "the", "and"}) ||
             in_brackets(at, first);
    if (token.kind == TokenKind::number)
      return tokens_.has(first, asker_label | speaker_label) || in_brackets(at, first);
    return token.kind == TokenKind::possessive || token.mark == '.' || token.mark == ',' || token.mark == '-' ||
           token.mark == '(' || token.mark == ')' || token.mark == '[' || token.mark == ']' || token.mark == 0x2019 ||
           token.mark == '\'';
  }
  bool in_brackets(std::size_t at, std::size_t first) const {
    for (std::size_t i = at; i-- > first;) {
      if (tokens_.is_mark(i, ')')) return false;
      if (tokens_.is_mark(i, '(')) return true;
    }
    return false;
  }
  bool name_like(std::size_t begin, std::size_t end) const {
    std::size_t words = 0;
    for (std::size_t i = begin; i < end; ++i) words += tokens_.is_word(i) && tokens_[i].capital;
    const bool first_odd = tokens_.has(begin, function_word) && !tokens_.is(begin, "the") &&
                           !tokens_.has(begin, asker_label | speaker_label);
    return words > 0 && words <= 9 && !first_odd;
  }

  // --- speakers ----------------------------------------------------------------------------------------------------

  /// Last word of the name before the colon, brackets left out: what ties "Anna Muster (Greens)" to "Muster".
  TokenRange name_of(const Label& label) const {
    TokenRange name{label.range.begin, label.range.end - 1};
    for (std::size_t i = name.begin + 1; i < name.end; ++i)
      if (tokens_.is_mark(i, '(') || tokens_.is_mark(i, '[') || tokens_.is_mark(i, ',')) name.end = i;
    return name;
  }
  bool is_generic(TokenRange name) const {
    const std::size_t last = name.end - 1;
    return tokens_.has(last, asker_label | speaker_label) || (tokens_.is_number(last) && name.end - name.begin > 1);
  }
  /// Hash of the word before the last of a name, when it is part of a person's name: what tells Anna Muster from Bert
  /// Muster; 0 for none.
  std::uint64_t given_name(TokenRange name) const {
    if (name.end - name.begin < 2) return 0;
    const std::size_t before = name.end - 2;
    const bool part = tokens_.is_word(before) && tokens_[before].capital &&
                      !tokens_.has(before, title_word | function_word | name_particle);
    return part ? tokens_[before].hash : 0;
  }
  /// The speaker of this name: with the same last word, and no other given name. A bare last name is of the one who
  /// spoke last under it. `same_last`: indexes of those with the last word, the latest at the end.
  std::size_t speaker_of(TokenRange name, bool generic, std::vector<std::size_t>& same_last) {
    const std::uint64_t given = generic ? 0 : given_name(name);
    for (auto at = same_last.rbegin(); at != same_last.rend(); ++at) {
      Speaker& known = speakers_[*at];
      if (given != 0 && known.given != 0 && known.given != given) continue;
      if (known.given == 0) known.given = given;
      std::rotate(same_last.end() - 1 - (at - same_last.rbegin()), same_last.end() - (at - same_last.rbegin()),
                  same_last.end());
      return same_last.back();
    }
    same_last.push_back(speakers_.size());
    speakers_.push_back({name, given, 0, 0, 0, false, false, generic});
    return same_last.back();
  }
  void group() {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> known;
    for (Label& label : labels_) {
      const TokenRange name = name_of(label);
      const std::size_t last = name.end - 1;
      const std::uint64_t key = tokens_[last].hash + (tokens_.is_number(last) ? tokens_[name.begin].hash : 0);
      label.speaker = speaker_of(name, is_generic(name), known[key]);
      Speaker& speaker = speakers_[label.speaker];
      ++speaker.turns;
      if (name.end - name.begin > speaker.label.end - speaker.label.begin) speaker.label = name;
    }
  }

  /// Labels that nothing else speaks for are ordinary text with a colon.
  void keep_with_evidence() {
    std::size_t recurring = 0;
    bool shouted = false;
    bool question_and_answer = false;
    for (const Speaker& speaker : speakers_) {
      if (speaker.turns < 2) continue;
      ++recurring;
      shouted = shouted || tokens_[speaker.label.end - 1].all_caps;
    }
    std::size_t singles = 0;
    for (const Speaker& speaker : speakers_)
      if (speaker.turns == 1) singles += acceptable_single(speaker, shouted);
    question_and_answer = has_generic("q") && has_generic("a");
    const bool dialogue = question_and_answer || recurring >= 2 || (recurring == 1 && singles >= 1);
    if (!dialogue) return labels_.clear();
    std::erase_if(labels_, [&](const Label& label) {
      const Speaker& speaker = speakers_[label.speaker];
      return speaker.turns < 2 && !acceptable_single(speaker, shouted);
    });
  }
  bool acceptable_single(const Speaker& speaker, bool shouted) const {
    if (tokens_[colon(speaker) + 1].newlines > 0) return false;  // heads a list
    if (speaker.generic) return true;
    if (shouted) return tokens_[speaker.label.end - 1].all_caps;
    std::size_t words = 0;
    const std::size_t first = speaker.label.begin + (tokens_.is(speaker.label.begin, "the") ? 1 : 0);
    const bool titled = tokens_.has(first, title_word);  // "The Lord Bishop of Harwick"
    for (std::size_t i = speaker.label.begin; i < speaker.label.end; ++i) {
      if (tokens_.is_number(i) || (tokens_.has(i, function_word) && !titled)) return false;
      words += tokens_.is_word(i);
    }
    return words >= 2 && words <= 6 && !tokens_.has(speaker.label.end - 1, not_person);
  }
  std::size_t colon(const Speaker& speaker) const {
    std::size_t at = speaker.label.end;
    while (at < tokens_.size() && !tokens_.is_mark(at, ':')) ++at;
    return at;
  }
  bool has_generic(Literal word) const {
    return std::any_of(speakers_.begin(), speakers_.end(), [&](const Speaker& speaker) {
      return speaker.label.end - speaker.label.begin == 1 && tokens_.is(speaker.label.begin, word);
    });
  }

  // --- turns -------------------------------------------------------------------------------------------------------

  std::vector<Turn> make_turns() const {
    std::vector<std::string> given(speakers_.size());
    for (std::size_t s = 0; s < speakers_.size(); ++s) given[s] = name_for(speakers_[s]);
    std::vector<Turn> turns;
    for (std::size_t l = 0; l < labels_.size(); ++l) {
      const std::size_t end = l + 1 < labels_.size() ? labels_[l + 1].range.begin : tokens_.size();
      turns.push_back({labels_[l].range, {labels_[l].range.end, end}, given[labels_[l].speaker], false});
    }
    return turns;
  }
  std::string name_for(const Speaker& speaker) const {
    if (speaker.generic || tokens_.has(speaker.label.end - 1, title_word)) return one_line(tokens_, speaker.label);
    return names_.fullest(speaker.label);
  }

  void find_interviewers(std::vector<Turn>& turns) {
    for (std::size_t t = 0; t < turns.size(); ++t) count(turns[t], speakers_[labels_[t].speaker]);
    find_listed(turns.front().label.begin);
    for (Speaker& speaker : speakers_) speaker.asks = asks(speaker);
    const bool all =
        std::all_of(labels_.begin(), labels_.end(), [&](const Label& label) { return speakers_[label.speaker].asks; });
    for (std::size_t t = 0; t < turns.size() && !all; ++t) turns[t].interviewer = speakers_[labels_[t].speaker].asks;
  }
  void count(const Turn& turn, Speaker& speaker) const {
    bool question = false;
    for (std::size_t i = turn.content.begin; i < turn.content.end; ++i) {
      speaker.words += tokens_.is_word(i);
      if (tokens_.is_mark(i, '?'))
        question = i + 1 + 12 >= turn.content.end || turn.content.end - turn.content.begin < 60 || question;
    }
    speaker.questions += question;
  }
  bool asks(const Speaker& speaker) const {
    const bool labelled = speaker.generic && tokens_.has(speaker.label.end - 1, asker_label);
    if (labelled || speaker.listed) return true;
    std::size_t turns = 0;
    std::size_t questions = 0;
    std::size_t words = 0;
    bool moderated = false;
    for (const Speaker& other : speakers_) {
      moderated = moderated || other.listed;
      if (&other == &speaker) continue;
      turns += other.turns, questions += other.questions, words += other.words;
    }
    if (turns == 0 || moderated || speaker.turns == 0) return false;
    const bool mostly_asks = speaker.questions * 2 > speaker.turns;
    const bool others_answer = questions * 3 < turns;
    const bool only_asks = speaker.turns >= 2 && speaker.questions == speaker.turns;
    const bool shorter = speaker.words * turns < words * speaker.turns;
    return mostly_asks && others_answer && (only_asks || shorter);
  }

  /// "Anna Muster, MODERATOR" or "MODERATORS:" followed by names, before the first turn.
  void find_listed(std::size_t first_turn) {
    for (std::size_t i = 0; i < first_turn; ++i) {
      if (!tokens_.is_any(i, {"moderator", "moderators", "moderated"})) continue;
      const bool list = tokens_.is_mark(i + 1, ':') || tokens_.is(i + 1, "by");
      const std::size_t from = list ? i : (i > 8 ? i - 8 : 0);
      const std::size_t to = list ? std::min(i + 60, first_turn) : i;
      for (std::size_t n = from; n < to; ++n) {
        for (Speaker& speaker : speakers_)
          if (!speaker.generic && tokens_[speaker.label.end - 1].hash == tokens_[n].hash && same_block(n, i, list))
            speaker.listed = true;
      }
    }
  }
  /// Without a list, the name stands in the same block as the word.
  bool same_block(std::size_t name, std::size_t word, bool list) const {
    if (list) return true;
    for (std::size_t i = name + 1; i <= word; ++i)
      if (tokens_[i].newlines > 1) return false;
    return true;
  }

  const Tokens& tokens_;
  const Layout& layout_;
  const Names& names_;
  std::vector<Label> labels_;
  std::vector<Speaker> speakers_;
};

}  // namespace

std::vector<Turn> find_turns(const Tokens& tokens, const Layout& layout, const Names& names) {
  return TurnFinder(tokens, layout, names).run();
}

}  // namespace avow::text
