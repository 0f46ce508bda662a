#include "tokens.hpp"

#include <algorithm>

#include "marks.hpp"

namespace avow::detect {
namespace {

constexpr std::size_t max_word_bytes = 48;  // a longer one is no word of a lexicon

/// Lower-cases ASCII and the letters of Latin-1 and hashes as it goes.
struct Folded {
  char bytes[max_word_bytes];
  std::size_t size = 0;
  std::uint32_t hash = Lexicon::hash_seed;

  void add_ascii(char c) noexcept {
    if (size >= max_word_bytes) return;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    bytes[size++] = c;
    hash = Lexicon::hash_step(hash, c);
  }
  void add(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    const bool latin = size > 0 && static_cast<unsigned char>(bytes[size - 1]) == 0xc3;
    add_ascii(latin && byte >= 0x80 && byte <= 0x9e && byte != 0x97 ? static_cast<char>(byte + 0x20) : c);
  }
  std::string_view view() const noexcept { return {bytes, size}; }
};

}  // namespace

void Tokens::read(std::string_view text, sdk::Span span, const Lexicon& lexicon) {
  document_ = text;
  lexicon_ = &lexicon;
  tokens_.clear();
  numbers_.clear();
  matches_.clear();
  words_ = 0;
  asks_ = false;
  scan(span);
  find_phrases();
  if (lexicon.order() != nullptr) put_in_plain_order(*lexicon.order());
}

void Tokens::put_in_plain_order(const WordOrder& order) {
  const std::vector<Placed> places = in_plain_order(*this, *lexicon_, order);
  std::vector<Token> tokens;
  std::vector<std::uint32_t> numbers;
  for (const Placed& place : places) {
    const auto word = static_cast<std::size_t>(place.word);
    Token token = placed(place);
    const bool elsewhere =
        place.kind == Placed::moved || place.kind == Placed::moved_after_comma || place.kind == Placed::to;
    if (elsewhere) token.begin = token.end = tokens.empty() ? tokens_.front().begin : tokens.back().end;
    tokens.push_back(token);
    numbers.push_back(place.kind == Placed::left || place.kind == Placed::to ? 0
                      : place.number != 0                                    ? place.number
                                                                             : numbers_[word]);
  }
  tokens_ = std::move(tokens);
  numbers_ = std::move(numbers);
  matches_.clear();
  words_ = 0;
  find_phrases();
  for (std::size_t at = 0; at < places.size(); ++at)
    if (places[at].kind == Placed::to) tokens_[at].starts = tokens_[at].inside = bit(Word::to);
}

/// A word as it is at its new place; what was found in it is found anew.
Token Tokens::placed(const Placed& place) const {
  Token token = (*this)[place.word];
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

void Tokens::scan(sdk::Span span) {
  std::uint8_t breaks = 0;
  std::size_t at = span.begin;
  while (at < span.end && tokens_.size() < max_tokens) {
    const Mark mark = mark_at(document_, at);
    const bool clitic = mark.apostrophe && !tokens_.empty() && tokens_.back().end == at &&
                        is_clitic(document_, at + mark.bytes, span.end);
    if (mark.bytes == 0 || clitic) {
      at = read_word(at, span.end, breaks, clitic ? mark.bytes : 0);
      breaks = 0;
      asks_ = false;
      continue;
    }
    breaks |= mark.breaks;
    if (document_[at] == '-' && is_dash(document_, at, span)) breaks |= dash;
    asks_ = asks_ || document_[at] == '?';
    at += mark.bytes;
  }
}

/// Reads the word at `at`, which begins with an apostrophe of `apostrophe` bytes when that is not 0; returns its end.
std::size_t Tokens::read_word(std::size_t at, std::size_t end, std::uint8_t breaks, std::size_t apostrophe) {
  const std::string_view text = document_;
  const auto first = static_cast<unsigned char>(text[at]);
  Token token;
  token.begin = static_cast<std::uint32_t>(at);
  token.breaks = breaks;
  const auto second = static_cast<unsigned char>(at + 1 < end ? text[at + 1] : 0);
  token.capital = (first >= 'A' && first <= 'Z') || (first == 0xc3 && second < 0x9f);
  token.digit = is_digit(text[at]);
  Folded folded;
  if (apostrophe != 0) folded.add_ascii('\'');
  at += apostrophe;
  while (at < end) {
    const Mark mark = mark_at(text, at);
    if (mark.bytes == 0) {
      folded.add(text[at++]);
      continue;
    }
    if (!joins(text, at, end, mark, token.digit, apostrophe != 0)) break;
    folded.add_ascii(mark.apostrophe ? '\'' : text[at]);
    at += mark.bytes;
  }
  token.end = static_cast<std::uint32_t>(at);
  token.from = token.begin;
  token.to = token.end;
  numbers_.push_back(lexicon_->number(folded.hash, folded.view()));
  tokens_.push_back(token);
  return at;
}

void Tokens::find_phrases() {
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    Token& token = tokens_[at];
    token.match = static_cast<std::uint32_t>(matches_.size());
    if (numbers_[at] == 0) continue;
    match_from(at);
    if (is_clitic_s(at)) tell_clitic_s(at);
    token.matches = static_cast<std::uint8_t>(matches_.size() - token.match);
    words_ |= token.starts;
    for (std::size_t index = token.match; index < matches_.size(); ++index) {
      const Words word = bit(matches_[index].word);
      for (std::size_t covered = 0; covered < matches_[index].length; ++covered) tokens_[at + covered].inside |= word;
    }
  }
}

void Tokens::match_from(std::size_t at) {
  std::uint32_t node = 0;
  for (std::size_t end = at; end < tokens_.size() && numbers_[end] != 0; ++end) {
    if (end > at && (tokens_[end].breaks & (clause_break | quote)) != 0) return;
    node = lexicon_->next(node, numbers_[end]);
    if (node == 0) return;
    for (const auto& meaning : lexicon_->meanings(node)) note(at, static_cast<std::uint32_t>(end - at + 1), meaning);
  }
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

void Tokens::note(std::size_t at, std::uint32_t length, const Lexicon::Meaning& meaning) {
  Token& token = tokens_[at];
  token.starts |= bit(meaning.word);
  for (std::size_t index = token.match; index < matches_.size(); ++index) {
    if (matches_[index].word != meaning.word) continue;
    matches_[index] = {length, meaning.word, meaning.forms, meaning.value};
    return;
  }
  matches_.push_back({length, meaning.word, meaning.forms, meaning.value});
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
