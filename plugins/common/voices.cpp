#include "voices.hpp"

#include <algorithm>

namespace avow::detect {
namespace {

/// Whether a word can stand for who bears it: "Labour", "NATO", "BJP", but not "The".
bool is_name(const Token& token, std::string_view word) {
  const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return token.capital && word.size() >= (capitals ? 2u : 4u);
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const std::size_t end = at + word.size();
    if (starts && (end >= text.size() || !is_word(text[end]))) return true;
  }
  return false;
}

/// Entities named in `span` of the document, by code, looked for in another span.
bool share_entity(const sdk::Document& document, sdk::Span a, sdk::Span b) {
  for (const sdk::Mention left : document.mentions().within(a)) {
    if (left.kind != "entity") continue;
    for (const sdk::Mention right : document.mentions().within(b)) {
      if (right.kind == "entity" && right.code == left.code) return true;
    }
  }
  return false;
}

}  // namespace

Speaker speaker_at(const sdk::Document& document, const sdk::Sentence& sentence, std::size_t offset) {
  Speaker speaker{std::nullopt, sentence.span};
  const auto take = [&](const sdk::Voice& voice) {
    speaker.voice = voice;
    speaker.stretch = {std::max(speaker.stretch.begin, voice.span.begin),
                       std::min(speaker.stretch.end, voice.span.end)};
  };
  if (sentence.voice && *sentence.voice < document.voices().size()) {
    const sdk::Voice voice = document.voices()[*sentence.voice];
    if (voice.span.contains(offset)) take(voice);
  }
  for (const sdk::Voice voice : document.voices().within(sentence.span)) {
    if (voice.span.contains(offset)) take(voice);
  }
  return speaker;
}

bool is_own_group(const sdk::Document& document, const Speaker& speaker, const Tokens& tokens, int first, int last) {
  if (last < first) return false;
  const bool own_voice = !speaker.voice;
  const std::string_view source = own_voice ? std::string_view{} : document.words(speaker.voice->source);
  const std::string_view name = own_voice ? std::string_view{} : speaker.voice->name;
  for (int at = first; at <= last; ++at) {
    const std::string_view word = tokens.text(at);
    if (!is_name(tokens[at], word)) continue;
    if (holds_word(source, word) || holds_word(name, word)) return true;
    if (own_voice && (holds_word(document.speaker(), word) || holds_word(document.publisher(), word))) return true;
  }
  return !own_voice && share_entity(document, tokens.span(first, last), speaker.voice->source);
}

}  // namespace avow::detect
