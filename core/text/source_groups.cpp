#include "text/sources.hpp"

// Where a source stands: the words around a verb of saying that are its subject.
namespace avow::text {
namespace {

constexpr std::size_t max_group = 14;       ///< tokens of a noun group
constexpr std::size_t max_apposition = 22;  ///< tokens between "X," and ", said"
constexpr std::size_t max_links = 3;        ///< "most of the members of the council of Oakham"

bool is_be(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(i, {"is", "are", "was", "were", "be", "been", "being"});
}
bool is_negation(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(
      i, {"not", "never", "didn't", "didn’t", "hasn't", "hasn’t", "doesn't", "doesn’t", "hadn't", "hadn’t"});
}

}  // namespace

bool Sources::is_gerund(std::size_t i) const {
  return tokens_.is_word(i) && tokens_.view(i).ends_with("ing");
}

/// First token of the verb phrase that ends in `verb`: "has also said". `verb + 1` for one that reports nothing:
/// passive ("was told"), negated ("did not say").
std::size_t Sources::verb_phrase(std::size_t verb, std::size_t from) const {
  std::size_t first = verb;
  while (first > from && tokens_.has(first - 1, auxiliary | adverb) && tokens_.is_word(first - 1)) {
    --first;
    if (is_negation(tokens_, first) || (is_be(tokens_, first) && !is_gerund(verb))) return verb + 1;
  }
  return first;
}

/// The noun group that is subject of a verb phrase, past "X, the minister, said".
TokenRange Sources::subject_before(std::size_t first, std::size_t from) const {
  if (first <= from) return {};
  if (!tokens_.is_mark(first - 1, ',')) return whole_subject(group_before(first, from), from);
  const std::size_t limit = first > from + max_apposition ? first - max_apposition : from;
  std::size_t comma = first - 1;
  while (comma > limit) {
    --comma;
    if (tokens_.is_mark(comma, ',')) {
      const TokenRange group = group_before(comma, from);
      if (!group.empty() && is_source(group) && tokens_[group.end - 1].capital) return group;
    }
  }
  const TokenRange inner = group_before(first - 1, from);  // "The minister, X, said"
  return !inner.empty() && tokens_.is_mark(inner.begin - 1, ',') && tokens_[inner.end - 1].capital ? inner
                                                                                                   : TokenRange{};
}

/// "Two of the members", "leaders in the north": what the group hangs on, where that begins the clause.
TokenRange Sources::whole_subject(TokenRange group, std::size_t from) const {
  TokenRange whole = group;
  for (std::size_t n = 0; n < max_links && !whole.empty(); ++n) {
    if (whole.begin < from + 2 || !tokens_.is_any(whole.begin - 1, {"of", "in", "from", "at", "with", "on", "for"}))
      break;
    std::size_t end = whole.begin - 1;
    TokenRange before = group_before(end, from);
    if (before.empty() && (tokens_.has(end - 1, number_word | determiner) || tokens_.is_number(end - 1) ||
                           tokens_.is_any(end - 1, {"most", "many", "some", "several", "one", "none", "few"})))
      before = {end - 1, end};
    if (before.empty()) break;
    whole.begin = before.begin;
  }
  if (whole.begin == group.begin) return group;
  const std::size_t left = whole.begin - 1;
  const bool begins =
      whole.begin == from || tokens_[left].kind == TokenKind::mark ||
      tokens_.is_any(left, {"and", "but", "while", "as", "that", "because", "when", "though", "although"});
  return begins && is_source(whole) ? whole : group;
}

/// "X, the mayor, (said)": with what stands between the name and the verb.
TokenRange Sources::described_before(TokenRange head, TokenRange cue) const {
  if (cue.begin > head.end + 1 && tokens_.is_mark(head.end, ',') && tokens_.is_mark(cue.begin - 1, ','))
    return {head.begin, cue.begin - 1};
  return cue.begin > head.end + 1 && tokens_.is_mark(head.end, '(') && tokens_.is_mark(cue.begin - 1, ')')
             ? TokenRange{head.begin, cue.begin}
             : head;
}

/// "(said) X, the mayor of Oakham": with what explains the name up to the end of the sentence or a quotation.
TokenRange Sources::described_after(TokenRange head) const {
  std::size_t at = head.end;
  if (!tokens_.is_mark(at, ',') || !tokens_[head.end - 1].capital) return head;
  const std::size_t next = at + 1;
  const bool explains = tokens_.has(next, determiner | role_noun | title_word) || tokens_.is(next, "who") ||
                        tokens_.is_number(next) || tokens_[next].capital;
  if (!explains || tokens_.is_any(next, {"it", "he", "she", "they", "this", "that"}) || tokens_.has(next, weekday_name))
    return head;
  while (at < head.end + max_apposition && at < tokens_.size()) {
    const Token& token = tokens_[at];
    const bool stop = token.mark == '.' && !tokens_.has(at - 1, hard_abbreviation | soft_abbreviation) &&
                      tokens_[at - 1].end - tokens_[at - 1].begin > 1;
    const bool ends = stop || token.newlines > 1 || token.mark == ';' || token.mark == ':' || token.mark == '"' ||
                      is_opening_quote(token.mark) || is_closing_quote(token.mark) || token.mark == '\'' ||
                      (token.mark == ',' && tokens_[at + 1].kind == TokenKind::mark) ||
                      (token.mark == ',' && is_gerund(at + 1));
    if (ends) return {head.begin, at};
    ++at;
  }
  return head;
}

TokenRange Sources::group_before(std::size_t end, std::size_t from) const {
  if (end <= from || !tokens_.is_word(end - 1)) {
    if (end <= from || !(tokens_.is_mark(end - 1, ')') || tokens_.is_mark(end - 1, '.'))) return {};
    if (tokens_.is_mark(end - 1, ')')) {  // "Anna Oak (Greens) said"
      std::size_t open = end - 1;
      while (open > from && open + 8 > end && !tokens_.is_mark(open, '(')) --open;
      return tokens_.is_mark(open, '(') ? group_before(open, from) : TokenRange{};
    }
  }
  if (tokens_.has(end - 1, person_pronoun | other_pronoun | self_pronoun)) return {end - 1, end};
  std::size_t begin = end;
  const std::size_t limit = end > from + max_group ? end - max_group : from;
  while (begin > limit) {
    const std::size_t at = begin - 1;
    const Token& token = tokens_[at];
    if (token.newlines > 1 && at < end - 1 && tokens_[at + 1].newlines > 1) break;
    if (tokens_.has(at, determiner)) return {at, end};
    const bool link = (tokens_.is(at, "of") || tokens_.is(at, "for")) && begin < end;
    const bool word = token.kind == TokenKind::word &&
                      (!tokens_.has(at, function_word | auxiliary) || link || tokens_.has(at, title_word)) &&
                      !(tokens_.has(at, say_verb) && !token.capital);
    const bool dot = token.mark == '.' && token.glued &&
                     (tokens_.has(at - 1, hard_abbreviation | soft_abbreviation | title_word) ||
                      tokens_[at - 1].end - tokens_[at - 1].begin == 1);
    const bool joint = (token.mark == '-' && token.glued) || token.kind == TokenKind::possessive;
    if (!word && !dot && !joint) break;
    begin = at;
  }
  while (begin < end && (tokens_[begin].kind == TokenKind::possessive || tokens_.is_mark(begin, '.') ||
                         tokens_.is_mark(begin, '-') || tokens_.has(begin, function_word)))
    ++begin;
  return {begin, end};
}

TokenRange Sources::group_at(std::size_t i, std::size_t end) const {
  if (tokens_.has(i, person_pronoun | other_pronoun | self_pronoun)) return {i, i + 1};
  std::size_t at = i;
  if (tokens_.has(at, determiner)) ++at;
  std::size_t last = at;
  while (at < end && at < i + max_group) {
    const Token& token = tokens_[at];
    if (token.newlines > 1) break;
    const bool link = tokens_.is(at, "of") && at > i;
    const bool word =
        token.kind == TokenKind::word &&
        (link || !tokens_.has(at, function_word | auxiliary | weekday_name) || tokens_.has(at, title_word)) &&
        !(tokens_.has(at, say_verb) && !token.capital);
    const bool dot =
        token.mark == '.' && token.glued && tokens_.is_word(at + 1) &&
        (tokens_.has(at - 1, hard_abbreviation | title_word) || tokens_[at - 1].end - tokens_[at - 1].begin == 1);
    const bool joint = (token.mark == '-' && token.glued) || token.kind == TokenKind::possessive;
    if (!word && !dot && !joint) break;
    ++at;
    if (token.kind == TokenKind::word && !link) last = at;
  }
  return {i, last};
}

/// Somebody who can speak: a pronoun of the third person, a name, or a noun that plays a role.
bool Sources::is_source(TokenRange group) const {
  if (group.empty() || group.end - group.begin > max_group) return false;
  if (tokens_.has(group.begin, self_pronoun)) return false;
  if (group.end - group.begin == 1 && tokens_.has(group.begin, person_pronoun | other_pronoun))
    return !tokens_.is(group.begin, "who");
  if (tokens_[group.end - 1].kind == TokenKind::possessive) return false;
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (!tokens_.is_word(i)) continue;
    if (tokens_.has(i, role_noun)) return true;
    if (tokens_[i].capital && !tokens_.has(i, function_word | month_name | weekday_name)) return true;
  }
  if (tokens_.is_any(group.begin, {"some", "many", "most", "several", "these", "those", "other", "both"}))
    return group.end - group.begin >= 2 && tokens_.view(group.end - 1).ends_with('s');
  return tokens_.has(group.begin, determiner) && group.end - group.begin >= 2 && tokens_.is_word(group.end - 1) &&
         tokens_.is_any(group.begin, {"the", "a", "an", "his", "her", "their", "one", "another"});
}

}  // namespace avow::text
