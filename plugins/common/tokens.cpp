#include "tokens.hpp"

#include <algorithm>

namespace avow::detect {

unsigned Tokens::look(std::string_view text, sdk::View<sdk::Word> words, std::uint32_t marks_after,
                      const Lexicon& lexicon) {
  document_ = text;
  sentence_ = words.sub(0, std::min(words.size(), max_tokens));
  lexicon_ = &lexicon;
  tokens_.clear();
  asks_ = sentence_.size() < max_tokens && (marks_after & AVOW_MARK_QUESTION) != 0;
  known_.resize(sentence_.size());
  unsigned met = 0;
  unsigned longer = 0;
  for (std::size_t at = 0; at < known_.size(); ++at) {
    known_[at] = lexicon.known(sentence_[at].hash);
    met |= known_[at].alone();
    longer |= known_[at].longer();
  }
  // Words that are put elsewhere may make a phrase that the text does not hold.
  if (lexicon.order() != nullptr) return met | longer;
  for (std::size_t at = 0; at < known_.size() && (longer & ~met) != 0; ++at)
    if ((known_[at].longer() & ~met) != 0) met |= needs_of_longer(at);
  return met;
}

/// Of the phrases of two words and more that begin at `at`.
unsigned Tokens::needs_of_longer(std::size_t at) const {
  const Lexicon::Node* node = &lexicon_->first(known_[at].number);
  unsigned met = 0;
  for (std::size_t end = at + 1; end < known_.size() && known_[end].number != 0; ++end) {
    if ((sentence_[end].marks & (clause_break | quote)) != 0) break;
    node = lexicon_->next(*node, known_[end].number);
    if (node == nullptr) break;
    met |= node->needs;
  }
  return met;
}

bool Tokens::begins_with(unsigned needs, std::size_t within) const {
  std::size_t first = 0;
  std::size_t stop = known_.size();
  if (lexicon_->order() == nullptr) {
    while (first < stop && (sentence_[first].form & AVOW_WORD_DIGIT) != 0) ++first;
    stop = std::min(stop, first + within);
  }
  for (std::size_t at = first; at < stop; ++at)
    if (((known_[at].alone() | known_[at].longer()) & needs) != 0) return true;
  return false;
}

void Tokens::read() {
  tokens_.resize(known_.size());
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    const sdk::Word word = sentence_[at];
    Token& token = tokens_[at];
    token = {};
    token.begin = token.from = static_cast<std::uint32_t>(word.span.begin);
    token.end = token.to = static_cast<std::uint32_t>(word.span.end);
    token.breaks = static_cast<std::uint8_t>(word.marks & (clause_break | quote));
    token.capital = (word.form & AVOW_WORD_CAPITAL) != 0;
    token.digit = (word.form & AVOW_WORD_DIGIT) != 0;
  }
  find_phrases();
  if (lexicon_->order() != nullptr) put_in_plain_order(*lexicon_->order());
}

void Tokens::put_in_plain_order(const WordOrder& order) {
  in_plain_order(*this, *lexicon_, order, places_);
  as_written_.swap(tokens_);
  known_as_written_.swap(known_);
  tokens_.clear();
  known_.clear();
  for (const Placed& place : places_) {
    Token token = placed(place);
    const bool elsewhere =
        place.kind == Placed::moved || place.kind == Placed::moved_after_comma || place.kind == Placed::to;
    if (elsewhere) token.begin = token.end = tokens_.empty() ? as_written_.front().begin : tokens_.back().end;
    tokens_.push_back(token);
    known_.push_back(place.kind == Placed::left || place.kind == Placed::to ? Lexicon::Known{}
                     : place.number != 0                                    ? Lexicon::Known{place.number, 0}
                                         : known_as_written_[static_cast<std::size_t>(place.word)]);
  }
  find_phrases();
  for (std::size_t at = 0; at < places_.size(); ++at)
    if (places_[at].kind == Placed::to) tokens_[at].starts = tokens_[at].inside = bit(Word::to);
}

/// A word as it is at its new place; what was found in it is found anew.
Token Tokens::placed(const Placed& place) const {
  Token token = as_written_[static_cast<std::size_t>(place.word)];
  token.starts = token.inside = 0;
  token.match = token.matches = 0;
  if (place.kind == Placed::stays_without_comma) token.breaks &= static_cast<std::uint8_t>(~comma);
  if (place.kind == Placed::moved || place.kind == Placed::to) token.breaks = 0;
  if (place.kind == Placed::moved_after_comma) token.breaks = comma;
  if (place.kind == Placed::to || place.kind == Placed::left) {
    token.capital = token.digit = false;
    token.from = token.to = token.begin;
  }
  return token;
}

sdk::Span Tokens::span(int first, int last) const {
  const auto moved = [&](int at) { return (*this)[at].begin == (*this)[at].end; };
  if (moved(first) && moved(last)) {
    const Token& a = (*this)[first];
    const Token& b = (*this)[last];
    return {std::min(a.from, b.from), std::max(a.to, b.to)};
  }
  while (moved(first)) ++first;
  return {(*this)[first].begin, (*this)[last].end};
}

void Tokens::find_phrases() {
  matches_.clear();
  words_ = 0;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Token& token = tokens_[at];
    token.match = static_cast<std::uint32_t>(matches_.size());
    if (known_[at].number == 0) continue;
    const Lexicon::Node& first = lexicon_->first(known_[at].number);
    token.starts = first.words;
    for (const Match& match : lexicon_->matches(first)) matches_.push_back(match);
    const bool longer = first.edges != 0 && match_longer(at, first);
    if (is_clitic_s(at)) tell_clitic_s(at);
    token.matches = static_cast<std::uint8_t>(matches_.size() - token.match);
    token.inside |= token.starts;
    words_ |= token.starts;
    if (longer) cover(token, at);
  }
}

/// Notes the phrases of two words and more that begin at `at`; whether there are any.
bool Tokens::match_longer(std::size_t at, const Lexicon::Node& first) {
  const Lexicon::Node* node = &first;
  bool any = false;
  for (std::size_t end = at + 1; end < tokens_.size() && known_[end].number != 0; ++end) {
    if ((tokens_[end].breaks & (clause_break | quote)) != 0) break;
    node = lexicon_->next(*node, known_[end].number);
    if (node == nullptr) break;
    for (const Match& match : lexicon_->matches(*node)) note(tokens_[at], match);
    tokens_[at].starts |= node->words;
    any = any || node->matches != 0;
  }
  return any;
}

/// The words after the first of what begins at `at` lie inside of it.
void Tokens::cover(const Token& token, std::size_t at) {
  for (std::size_t index = token.match; index < matches_.size(); ++index)
    for (std::size_t covered = 1; covered < matches_[index].length; ++covered)
      tokens_[at + covered].inside |= bit(matches_[index].word);
}

/// "Labour's plan" owns, "it's gone" is or has.
void Tokens::tell_clitic_s(std::size_t at) {
  constexpr Words pronouns =
      any_of(Word::own_pronoun, Word::you_pronoun, Word::other_pronoun, Word::that, Word::relative);
  const bool verb = (tokens_[at - 1].starts & pronouns) != 0;
  drop(tokens_[at], verb ? bit(Word::other_possessive) : any_of(Word::be, Word::have));
}

bool Tokens::is_clitic_s(std::size_t at) const {
  const Token& token = tokens_[at];
  const bool clitic = at > 0 && token.end - token.begin <= 4 && tokens_[at - 1].end == token.begin;
  return clitic && (token.starts & bit(Word::other_possessive)) != 0;
}

void Tokens::drop(Token& token, Words words) {
  token.starts &= ~words;
  const auto first = matches_.begin() + token.match;
  matches_.erase(std::remove_if(first, matches_.end(), [&](const Match& m) { return (bit(m.word) & words) != 0; }),
                 matches_.end());
}

void Tokens::note(const Token& token, const Match& match) {
  const auto first = matches_.begin() + token.match;
  const auto same = std::find_if(first, matches_.end(), [&](const Match& known) { return known.word == match.word; });
  if (same == matches_.end())
    matches_.push_back(match);
  else
    *same = match;
}

const Match* Tokens::match(int at, Word word) const {
  if (!starts(at, bit(word))) return nullptr;
  const Token& token = (*this)[at];
  for (std::size_t index = token.match; index < token.match + token.matches; ++index) {
    if (matches_[index].word == word) return &matches_[index];
  }
  return nullptr;
}

bool Tokens::verb(int at, Words words, unsigned forms) const {
  if (!starts(at, words)) return false;
  const Token& token = (*this)[at];
  for (std::size_t index = token.match; index < token.match + token.matches; ++index) {
    if ((bit(matches_[index].word) & words) != 0 && (matches_[index].forms & forms) != 0) return true;
  }
  return false;
}

int Tokens::length(int at, Words words) const {
  std::uint32_t longest = 0;
  if (!starts(at, words)) return 0;
  const Token& token = (*this)[at];
  for (std::size_t index = token.match; index < token.match + token.matches; ++index) {
    if ((bit(matches_[index].word) & words) != 0) longest = std::max(longest, matches_[index].length);
  }
  return static_cast<int>(longest);
}

bool Tokens::is_participle(int at) const {
  while (inside(at, bit(Word::adverb))) ++at;
  if (!in(at)) return false;
  constexpr Words no_verbs = any_of(Word::determiner, Word::preposition, Word::adverb);
  return verb(at, ~Words{0}, participle) || (!starts(at, no_verbs) && lexicon_->ends_as_participle(text(at)));
}

int Tokens::at_or_after(std::size_t offset) const {
  const auto found = std::partition_point(tokens_.begin(), tokens_.end(),
                                          [offset](const Token& token) { return token.begin < offset; });
  return static_cast<int>(found - tokens_.begin());
}

std::string_view Tokens::text(int at) const {
  const Token& token = (*this)[at];
  return document_.substr(token.from, token.to - token.from);
}

}  // namespace avow::detect
