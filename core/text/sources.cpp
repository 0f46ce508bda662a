#include "text/sources.hpp"

#include <algorithm>

namespace avow::text {
namespace {

constexpr std::size_t max_group = 14;       ///< tokens of a noun group
constexpr std::size_t max_apposition = 22;  ///< tokens between "X," and ", said"
constexpr std::size_t max_tail = 14;        ///< tokens of ", X said on Friday" at the end of a sentence
constexpr std::size_t names_looked_at = 60;

constexpr std::uint64_t speech = say_verb | that_verb | pledge_verb;

bool is_be(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(i, {"is", "are", "was", "were", "be", "been", "being"});
}
bool is_negation(const Tokens& tokens, std::size_t i) {
  return tokens.is_any(
      i, {"not", "never", "didn't", "didn’t", "hasn't", "hasn’t", "doesn't", "doesn’t", "hadn't", "hadn’t"});
}
bool is_gerund(const Tokens& tokens, std::size_t i) {
  return tokens.is_word(i) && tokens.view(i).ends_with("ing");
}

}  // namespace

std::optional<Attribution> Sources::make(TokenRange source, TokenRange cue, TokenRange content) const {
  if (source.empty() || !is_source(source)) return std::nullopt;
  return Attribution{source, cue, content, name_of(source)};
}

// --- where the source stands ---------------------------------------------------------------------------------------

/// First token of the verb phrase that ends in `verb`: "has also said". `verb + 1` for one that reports nothing:
/// passive ("was told"), negated ("did not say").
std::size_t Sources::verb_phrase(std::size_t verb, std::size_t from) const {
  std::size_t first = verb;
  while (first > from && tokens_.has(first - 1, auxiliary | adverb) && tokens_.is_word(first - 1)) {
    --first;
    if (is_negation(tokens_, first) || (is_be(tokens_, first) && !is_gerund(tokens_, verb))) return verb + 1;
  }
  return first;
}

/// The noun group that is subject of a verb phrase, past "X, the minister, said".
TokenRange Sources::subject_before(std::size_t first, std::size_t from) const {
  if (first <= from) return {};
  if (!tokens_.is_mark(first - 1, ',')) return group_before(first, from);
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
  return tokens_.has(group.begin, determiner) && group.end - group.begin >= 2 && tokens_.is_word(group.end - 1) &&
         tokens_.is_any(group.begin, {"the", "a", "an", "his", "her", "their", "one", "another"});
}

// --- around quotations ---------------------------------------------------------------------------------------------

std::optional<Attribution> Sources::said_by(std::size_t i, std::size_t end) const {
  std::size_t verb = i;
  while (verb < end && tokens_.has(verb, adverb)) ++verb;
  if (verb >= end || !tokens_.has(verb, speech) || is_gerund(tokens_, verb)) return std::nullopt;
  std::size_t at = verb + 1;
  while (at < end && tokens_.has(at, adverb)) ++at;
  return make(group_at(at, end), {verb, verb + 1}, {});
}

std::optional<Attribution> Sources::by_sayer(std::size_t i, std::size_t end) const {
  for (std::size_t verb = i + 1; verb < end; ++verb) {
    if (tokens_.is_mark(verb, '.') && !tokens_[verb + 1].glued &&
        !tokens_.has(verb - 1, hard_abbreviation | title_word) && tokens_[verb - 1].end - tokens_[verb - 1].begin > 1)
      return std::nullopt;
    if (!tokens_.has(verb, speech) || tokens_[verb].capital) continue;
    const std::size_t first = verb_phrase(verb, i);
    if (first > verb) continue;
    const TokenRange subject = subject_before(first, i);
    if (subject.empty() || subject.begin > i + 2) continue;
    if (auto found = make(subject, {verb, verb + 1}, {})) return found;
  }
  return std::nullopt;
}

std::optional<Attribution> Sources::sayer_before(std::size_t from, std::size_t open) const {
  for (std::size_t verb = open; verb-- > from;) {
    if (tokens_.is_mark(verb, ';') || (tokens_.is_mark(verb, '.') && tokens_[verb + 1].newlines > 0))
      return std::nullopt;
    if (tokens_.is(verb, "according") && tokens_.is(verb + 1, "to"))
      return make(group_at(verb + 2, open), {verb, verb + 2}, {});
    if (!tokens_.has(verb, speech) || (tokens_[verb].capital && verb > from)) continue;
    const std::size_t first = verb_phrase(verb, from);
    if (first > verb) continue;
    TokenRange subject = subject_before(first, from);
    const bool joined = tokens_.is(first - 1, "and") || tokens_.is(first - 1, "but");
    if (!is_source(subject) && (is_gerund(tokens_, verb) || joined)) subject = sentence_subject({from, open}, first);
    if (auto found = make(subject, {verb, verb + 1}, {})) return found;
  }
  return std::nullopt;
}

/// The subject of a sentence whose later verb has none of its own: the group at its beginning, or its first name.
TokenRange Sources::sentence_subject(TokenRange sentence, std::size_t before) const {
  const TokenRange group = group_at(sentence.begin, before);
  if (is_source(group)) return group;
  for (std::size_t n = next_use_; n < names_.uses().size() && names_.uses()[n].tokens.begin < before; ++n)
    if (names_.uses()[n].tokens.begin >= sentence.begin) return names_.uses()[n].tokens;
  return {};
}

// --- reported speech -----------------------------------------------------------------------------------------------

std::optional<Attribution> Sources::according_to(TokenRange sentence) const {
  for (std::size_t i = sentence.begin; i + 2 < sentence.end; ++i) {
    if (!tokens_.is(i, "according") || !tokens_.is(i + 1, "to")) continue;
    const TokenRange source = group_at(i + 2, sentence.end);
    if (i > sentence.begin + 2) {
      const std::size_t end = tokens_.is_mark(i - 1, ',') ? i - 1 : i;
      return make(source, {i, i + 2}, {sentence.begin, end});
    }
    std::size_t at = source.end;
    while (at < sentence.end && !tokens_.is_mark(at, ',')) ++at;
    return make(source, {i, i + 2}, {at + 1, sentence.end});
  }
  return std::nullopt;
}

std::optional<Attribution> Sources::reports(TokenRange sentence) const {
  if (auto found = trailing(sentence)) return found;
  for (std::size_t verb = sentence.begin + 1; verb + 1 < sentence.end; ++verb)
    if (tokens_.has(verb, speech) && !tokens_[verb].capital)
      if (auto found = reports_at(verb, sentence)) return found;
  return std::nullopt;
}

std::optional<Attribution> Sources::reports_at(std::size_t verb, TokenRange sentence) const {
  const TokenRange content = clause_after(verb, sentence);
  if (content.empty()) return std::nullopt;
  const std::size_t first = verb_phrase(verb, sentence.begin);
  if (first > verb) return std::nullopt;
  TokenRange subject = subject_before(first, sentence.begin);
  if (!is_source(subject) && is_gerund(tokens_, verb) && tokens_.is_mark(verb - 1, ','))
    subject = sentence_subject(sentence, first);
  return make(subject, {verb, verb + 1}, content);
}

/// What a verb of saying takes: after "that" (past "told reporters", "said on Friday"), an infinitive of a promise, or
/// a clause right after it.
TokenRange Sources::clause_after(std::size_t verb, TokenRange sentence) const {
  const std::size_t next = verb + 1;
  if (tokens_.has(verb, pledge_verb) && tokens_.is(next, "to")) return {next, sentence.end};
  for (std::size_t at = next; at < sentence.end && at < next + 10; ++at) {
    if (tokens_.is(at, "that") && !tokens_.is_mark(at + 1, ',') && !tokens_.has(at + 1, auxiliary))
      return {at + 1, sentence.end};
    const bool in_between =
        tokens_.has(at, date_preposition | weekday_name | month_name | determiner | adverb | person_pronoun) ||
        tokens_.is_number(at) || tokens_[at].capital || tokens_.is_mark(at, ',') || tokens_.has(at, self_pronoun) ||
        (tokens_.is_word(at) && !tokens_.has(at, auxiliary | function_word));
    if (!in_between) break;
  }
  if (!tokens_.has(verb, say_verb)) return {};
  if (tokens_.is_any(verb, {"told", "tells", "assured", "assures"})) {
    const TokenRange hearer = group_at(next, sentence.end);
    if (!hearer.empty() && begins_clause(hearer.end)) return {hearer.end, sentence.end};
    return {};
  }
  if (tokens_.has(verb, object_verb))
    return tokens_.has(next, person_pronoun | other_pronoun) ? TokenRange{next, sentence.end} : TokenRange{};
  return begins_clause(next) ? TokenRange{next, sentence.end} : TokenRange{};
}

bool Sources::begins_clause(std::size_t i) const {
  if (!tokens_.is_word(i) && !tokens_.is_number(i))
    return is_opening_quote(tokens_[i].mark) || tokens_.is_mark(i, '$') || tokens_.is_mark(i, '"');
  if (tokens_.has(i, weekday_name | month_name)) return false;
  if (tokens_.is_any(i, {"to", "of",     "in",    "on",     "at",   "for", "by", "with", "from", "about", "so",
                         "as", "during", "after", "before", "it's", "and", "or", "but",  "what", "when"}))
    return tokens_.is(i, "it's") || (tokens_.is(i, "what"));
  return tokens_.has(i, determiner | person_pronoun | other_pronoun | self_pronoun | number_word | function_word) ||
         tokens_[i].capital || tokens_.is_number(i) || tokens_.view(i).ends_with("s");
}

/// "Taxes will fall, the minister said on Friday."
std::optional<Attribution> Sources::trailing(TokenRange sentence) const {
  const std::size_t from = sentence.end > sentence.begin + max_tail ? sentence.end - max_tail : sentence.begin;
  for (std::size_t comma = sentence.end; comma-- > from;) {
    if (!tokens_.is_mark(comma, ',') || comma < sentence.begin + 3) continue;
    auto found = by_sayer(comma + 1, sentence.end);
    if (!found) found = said_by(comma + 1, sentence.end);
    if (!found || found->source.begin > comma + 2) continue;
    const std::size_t after = std::max(found->cue.end, found->source.end);
    if (!tokens_.has(found->cue.begin, say_verb)) continue;
    const bool ends = after >= sentence.end || tokens_.is_mark(after, '.') || tokens_.is_mark(after, ',') ||
                      tokens_.has(after, date_preposition | weekday_name | adverb);
    if (!ends) continue;
    found->content = {sentence.begin, comma};
    return found;
  }
  return std::nullopt;
}

// --- who it is -----------------------------------------------------------------------------------------------------

std::string Sources::name_of(TokenRange group) const {
  if (group.end - group.begin == 1 && tokens_.has(group.begin, person_pronoun)) return subject_;
  if (group.end - group.begin == 1 && tokens_.has(group.begin, other_pronoun)) return body_;
  const auto& uses = names_.uses();
  const auto from = std::lower_bound(uses.begin(), uses.end(), group.begin,
                                     [](const NameUse& use, std::size_t at) { return use.tokens.begin < at; });
  const NameUse* last = nullptr;
  for (auto use = from; use != uses.end() && use->tokens.end <= group.end; ++use) last = &*use;
  if (last == nullptr || last->tokens.end != group.end) return described(group);
  for (std::size_t i = group.begin; i < last->tokens.begin; ++i)
    if (tokens_[i].kind != TokenKind::possessive && (tokens_.is(i, "of") || tokens_.is(i, "for")))
      return described(group);
  return names_.fullest(last->tokens);
}

/// "the minister": the last person named with that role; else the words themselves.
std::string Sources::described(TokenRange group) const {
  if (group.end - group.begin <= 4 && tokens_.is(group.begin, "the")) {
    const auto& uses = names_.uses();
    auto use = std::lower_bound(uses.begin(), uses.end(), group.begin,
                                [](const NameUse& known, std::size_t at) { return known.tokens.begin < at; });
    for (std::size_t n = 0; n < names_looked_at && use != uses.begin(); ++n) {
      --use;
      if (plays_role(*use, tokens_[group.end - 1].hash)) return names_.fullest(use->tokens);
    }
  }
  if (tokens_.is_any(group.begin, {"the", "a", "an"})) ++group.begin;
  return one_line(tokens_, group);
}

/// The role stands before the name ("Finance Minister Anna Oak") or after it ("Anna Oak, the finance minister,").
bool Sources::plays_role(const NameUse& use, std::uint64_t noun) const {
  if (!use.full) return false;
  const std::size_t begin = use.bare > 4 ? use.bare - 4 : 0;
  for (std::size_t i = use.bare; i-- > begin && tokens_.is_word(i) && !tokens_.has(i, function_word);)
    if (tokens_[i].hash == noun) return true;
  if (!tokens_.is_mark(use.tokens.end, ',')) return false;
  for (std::size_t i = use.tokens.end + 1; i < use.tokens.end + 9 && !tokens_.is_mark(i, ','); ++i)
    if (tokens_[i].hash == noun) return true;
  return false;
}

void Sources::pass(TokenRange sentence) {
  const auto& uses = names_.uses();
  const NameUse* first = nullptr;
  for (; next_use_ < uses.size() && uses[next_use_].tokens.begin < sentence.end; ++next_use_)
    if (first == nullptr && uses[next_use_].tokens.begin >= sentence.begin) first = &uses[next_use_];
  if (first != nullptr && !spoke_ && tokens_[first->tokens.end].kind != TokenKind::possessive) {
    std::string name = names_.fullest(first->tokens);
    if (first->full || name.find(' ') != std::string::npos) subject_ = std::move(name);
  }
  spoke_ = false;
}

void Sources::spoke(const Attribution& attribution) {
  spoke_ = true;
  if (attribution.name.empty() || attribution.source.empty()) return;
  const auto& uses = names_.uses();
  const std::size_t last = attribution.source.end - 1;
  const bool pronoun = tokens_.has(attribution.source.begin, person_pronoun);
  const auto use = std::lower_bound(uses.begin(), uses.end(), attribution.source.begin,
                                    [](const NameUse& known, std::size_t at) { return known.tokens.begin < at; });
  const bool named = use != uses.end() && use->tokens.end <= attribution.source.end && use->tokens.end > last;
  const bool person = pronoun || (named && attribution.name.find(' ') != std::string::npos);
  (person && !tokens_.has(last, not_person) ? subject_ : body_) = attribution.name;
}

}  // namespace avow::text
