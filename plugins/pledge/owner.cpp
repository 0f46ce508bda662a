#include "owner.hpp"

#include <algorithm>

namespace avow::pledge {
namespace {

using namespace detect;

bool has_object(const Tokens& tokens, int verb) {
  int at = verb + std::max(1, tokens.length(verb, bit(Word::action)));
  while (tokens.starts(at, bit(Word::adverb))) ++at;
  constexpr Words no_object = any_of(Word::preposition, Word::by, Word::to, Word::up_to, Word::conjunction);
  return at < tokens.size() && !tokens.breaks(at, clause_break) && (!tokens.inside(at, no_object) || tokens[at].digit);
}

/// "The Government will", by somebody whose label or name shows an office of government.
bool speaks_for_government(const sdk::Document& document, const Tokens& tokens, const Held& held,
                           const Setting& setting) {
  const Subject& subject = held.promise.subject;
  if (!held.speaker.voice || subject.empty() || !tokens.starts(subject.last, bit(Word::office))) return false;
  if (subject.last - subject.first > 1) return false;
  return setting.lexicon->holds(document.words(held.speaker.voice->source), Word::title) ||
         setting.lexicon->holds(held.speaker.voice->name, Word::title);
}

}  // namespace

bool is_own(const sdk::Document& document, const Tokens& tokens, const Held& held) {
  const Subject& subject = held.promise.subject;
  // "The mayor said she would open": the pronoun of reported speech is mostly who speaks.
  const bool reported = held.speaker.voice && held.speaker.voice->kind == "reported";
  if (reported && tokens.starts(subject.first, bit(Word::other_possessive)) && is_agent(document, tokens, subject))
    return true;
  if (reported && subject.first == subject.last && tokens.starts(subject.first, bit(Word::other_pronoun)) &&
      tokens.starts(held.promise.verb, bit(Word::action)))
    return true;
  for (int at = subject.first; at <= subject.last; ++at) {
    const bool of_others = at > subject.first && tokens.starts(at - 1, bit(Word::preposition));
    if (tokens.starts(at, any_of(Word::own_pronoun, Word::own_group)) && !of_others) return true;
    // "our government" acts; "our system" does not.
    const bool agent = held.promise.manner != Manner::will ||
                       tokens.starts(subject.last, any_of(Word::office, Word::group, Word::agent));
    if (tokens.starts(at, bit(Word::own_possessive)) && !of_others && agent) return true;
  }
  return is_own_group(document, held.speaker, tokens, subject.first, subject.last);
}

bool brings_about(const sdk::Document& document, const Tokens& tokens, const Held& held, const Setting& setting) {
  const Promise& promise = held.promise;
  if (promise.manner != Manner::will) return false;
  // News and announcements tell what somebody will do who can; "Germany will grow" is nobody's doing.
  const bool told =
      held.speaker.voice ? held.speaker.voice->kind == "reported" : !setting.spoken_for && !setting.own_text;
  if (told && tokens.starts(promise.verb, bit(Word::action)) && has_object(tokens, promise.verb) &&
      is_agent(document, tokens, promise.subject))
    return true;
  if (speaks_for_government(document, tokens, held, setting)) return true;
  if (held.speaker.voice) return false;
  if (setting.own_text && !promise.subject.empty() && promise.subject.first == promise.subject.last &&
      tokens.starts(promise.subject.last, bit(Word::group)))
    return true;  // "Allies will", in a declaration of theirs
  if (!setting.spoken_for) return false;
  if (tokens.starts(promise.verb, bit(Word::be)) && tokens.is_participle(promise.verb + 1)) return true;
  const Subject& subject = promise.subject;
  if (subject.empty()) return false;
  if (setting.own_before && subject.first == subject.last && tokens.starts(subject.last, bit(Word::other_pronoun)))
    return true;
  for (int at = subject.first; at < subject.last; ++at) {
    const bool plain = tokens.starts(at, any_of(Word::determiner, Word::group, Word::each));
    if (at > 0 && tokens[at].capital && !plain) return false;
  }
  return tokens.starts(subject.last, any_of(Word::office, Word::group));
}

bool is_agent(const sdk::Document& document, const Tokens& tokens, const Subject& subject) {
  if (subject.empty() || subject_is_pronoun(tokens, subject)) return false;
  if (tokens.starts(subject.last, any_of(Word::agent, Word::group))) return true;
  const sdk::Span span = tokens.span(subject.first, subject.last);
  for (const sdk::Mention mention : document.mentions().within(span)) {
    if (mention.kind == "entity" && mention.span.end >= tokens[subject.last].end) return true;
  }
  return false;
}

bool subject_is_pronoun(const Tokens& tokens, const Subject& subject) {
  return subject.first == subject.last && tokens.starts(subject.first, any_of(Word::other_pronoun, Word::you_pronoun));
}

}  // namespace avow::pledge
