#include "text/sources.hpp"

#include <algorithm>

namespace avow::text {
namespace {

constexpr std::size_t max_tail = 14;       ///< tokens of ", X said on Friday" at the end of a sentence
constexpr std::size_t max_described = 30;  ///< the same with all that describes X

constexpr std::uint64_t speech = say_verb | that_verb | pledge_verb;

}  // namespace

std::optional<Attribution> Sources::make(TokenRange source, TokenRange cue, TokenRange content) const {
  TokenRange head = source;
  if (tokens_.is(source.begin, "who") && source.end == source.begin + 1) {  // "Eva Elm, who said ..."
    const std::size_t end = tokens_.is_mark(source.begin - 1, ',') ? source.begin - 1 : source.begin;
    head = group_before(end, end > max_tail ? end - max_tail : 0);
  } else if (!source.empty()) {
    source = source.end <= cue.begin ? described_before(source, cue) : described_after(source);
  }
  if (head.empty() || !is_source(head)) return std::nullopt;
  return Attribution{source, cue, content, {}, name_of(head), head};
}

/// After "according to" whatever stands there is the source: "exit polls".
std::optional<Attribution> Sources::make_any(TokenRange source, TokenRange cue, TokenRange content) const {
  if (auto found = make(source, cue, content)) return found;
  if (source.empty() || tokens_.has(source.begin, self_pronoun) || tokens_[source.end - 1].kind != TokenKind::word)
    return std::nullopt;
  return Attribution{source, cue, content, {}, name_of(source), source};
}

std::optional<Attribution> Sources::named(TokenRange source, TokenRange cue, TokenRange content) const {
  const TokenRange head = head_of(source);
  if (!is_source(head) || tokens_.is(head.begin, "who")) return std::nullopt;
  return Attribution{source, cue, content, {}, name_of(head), head};
}

// --- around quotations ---------------------------------------------------------------------------------------------

std::optional<Attribution> Sources::said_by(std::size_t i, std::size_t end) const {
  std::size_t verb = i;
  while (verb < end && tokens_.has(verb, adverb)) ++verb;
  if (verb >= end || !tokens_.has(verb, speech) || is_gerund(verb)) return std::nullopt;
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
    if (auto found = make(subject, {first, verb + 1}, {})) return found;
  }
  return std::nullopt;
}

std::optional<Attribution> Sources::sayer_before(std::size_t from, std::size_t open) const {
  for (std::size_t verb = open; verb-- > from;) {
    if (tokens_.is_mark(verb, ';') || (tokens_.is_mark(verb, '.') && tokens_[verb + 1].newlines > 0))
      return std::nullopt;
    if (tokens_.is(verb, "according") && tokens_.is(verb + 1, "to"))
      return make_any(group_at(verb + 2, open), {verb, verb + 2}, {});
    if (!tokens_.has(verb, speech) || (tokens_[verb].capital && verb > from)) continue;
    const std::size_t first = verb_phrase(verb, from);
    if (first > verb) continue;
    TokenRange subject = subject_before(first, from);
    const bool joined = tokens_.is(first - 1, "and") || tokens_.is(first - 1, "but");
    if (!is_source(subject) && (is_gerund(verb) || joined)) subject = sentence_subject({from, open}, first);
    if (auto found = make(subject, {first, verb + 1}, {})) return found;
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
      return make_any(source, {i, i + 2}, {sentence.begin, end});
    }
    std::size_t at = source.end;
    while (at < sentence.end && !tokens_.is_mark(at, ',')) ++at;
    return make_any(source, {i, i + 2}, {at + 1, sentence.end});
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
  TokenRange content = clause_after(verb, sentence);
  if (content.empty()) return std::nullopt;
  const bool relative =
      tokens_.is(verb_phrase(verb, sentence.begin) - 1, "who");  // "Eva Elm, who said rents fell, left"
  for (std::size_t i = content.begin + 1; i < content.end && relative; ++i)
    if (tokens_.is_mark(i, ',')) content.end = i;
  for (std::size_t i = content.begin + 1; i < content.end; ++i) {  // "Asked if rents would fall, the mayor said ..."
    if (!tokens_.is_mark(i, ',')) continue;
    const auto next = by_sayer(i + 1, std::min(content.end, i + max_tail));
    if (next && next->source.begin == i + 1 && !tokens_.is(i + 1, "who")) content.end = i;
  }
  const std::size_t first = verb_phrase(verb, sentence.begin);
  if (first > verb) return std::nullopt;
  TokenRange subject = subject_before(first, sentence.begin);
  const bool joined = tokens_.is(first - 1, "and") || tokens_.is(first - 1, "but");
  if (!is_source(subject) && (joined || (is_gerund(verb) && tokens_.is_mark(verb - 1, ','))))
    subject = sentence_subject(sentence, first);
  return make(subject, {first, verb + 1}, content);
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

/// "Taxes will fall, the minister said on Friday." "Taxes, the minister said, will fall."
std::optional<Attribution> Sources::trailing(TokenRange sentence) const {
  for (std::size_t comma = sentence.end; comma-- > sentence.begin + 1;) {
    if (!tokens_.is_mark(comma, ',')) continue;
    auto found = attributed_at(comma, sentence);
    if (!found) continue;
    const std::size_t after = std::max(found->cue.end, found->source.end);
    const bool put_in = tokens_.is_mark(after, ',') && after + 3 < sentence.end;
    if ((comma < sentence.begin + 3 && !put_in) || (!put_in && only_leads_in({sentence.begin, comma}))) continue;
    if (!put_in && comma + max_described < sentence.end) return std::nullopt;
    std::size_t end = comma;
    while (is_closing_quote(tokens_[end + 1].mark) || tokens_.is_mark(end + 1, '"') || tokens_.is_mark(end + 1, '\''))
      ++end;
    found->content = {sentence.begin, end > comma ? end + 1 : comma};
    if (put_in && !tokens_.has(after + 1, date_preposition) && !is_gerund(after + 1))
      found->more = {after + 1, sentence.end};
    return found;
  }
  return std::nullopt;
}

/// "In court, the lawyer said": words before a comma that only say when or where.
bool Sources::only_leads_in(TokenRange words) const {
  const bool leads =
      is_gerund(words.begin) || tokens_.has(words.begin, date_preposition) ||
      tokens_.is_any(words.begin, {"when", "with", "as", "while", "if", "asked", "for", "by", "but", "and"});
  if (!leads) return false;
  for (std::size_t i = words.begin; i < words.end; ++i)
    if (tokens_.is_mark(i, ',') || tokens_.has(i, auxiliary)) return false;
  return true;
}

/// "X said" or "said X" right after the comma, past a quotation mark that closes there, with nothing said after it.
std::optional<Attribution> Sources::attributed_at(std::size_t comma, TokenRange sentence) const {
  std::size_t at = comma + 1;
  while (is_closing_quote(tokens_[at].mark) || tokens_.is_mark(at, '"') || tokens_.is_mark(at, '\'')) ++at;
  const std::size_t end = std::min(sentence.end, at + max_described);
  auto found = by_sayer(at, end);
  if (!found) found = said_by(at, end);
  if (!found || found->source.begin > at + 1 || found->head.empty() || tokens_.is(found->source.begin, "who"))
    return std::nullopt;
  const std::size_t verb = found->cue.end - 1;
  if (!tokens_.has(verb, say_verb)) return std::nullopt;
  if (found->source.begin > verb) {  // "Eva Elm, the mayor, said the council ..."
    const TokenRange subject = subject_before(verb, sentence.begin);
    if (is_source(subject) && subject.begin <= sentence.begin + 1) return std::nullopt;
  }
  std::size_t after = std::max(found->cue.end, found->source.end);
  if (tokens_.is_any(verb, {"told", "tells"})) after = std::max(after, group_at(after, end).end);
  const bool leads_on = tokens_.is_mark(after, ',') && tokens_[after + 1].kind == TokenKind::mark;  // to a quotation
  const bool ends = after >= sentence.end || tokens_.is_mark(after, '.') ||
                    (tokens_.is_mark(after, ',') && !leads_on) ||
                    tokens_.has(after, date_preposition | weekday_name | adverb);
  return ends ? found : std::nullopt;
}

}  // namespace avow::text
