#include "engine/attribution.hpp"

#include <algorithm>

namespace avow {
namespace {

std::uint32_t overlap(const Span& a, const Span& b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

/// Voices are ordered by begin, longer first, so that of nested ones the last is the innermost.
const VoiceSpan* innermost_voice(const Span& span, const std::vector<VoiceSpan>& voices) {
  const VoiceSpan* found = nullptr;
  for (const VoiceSpan& voice : voices) {
    if (voice.content.begin >= span.end) break;
    if (2 * overlap(span, voice.content) >= span.size()) found = &voice;
  }
  return found;
}

const std::string& own_voice(const Document& document) {
  if (!document.speaker.empty()) return document.speaker;
  return document.author.empty() ? document.publisher : document.author;
}

}  // namespace

Attribution attribute(const Span& span, const Document& document, const Annotations& annotations,
                      const Lexicon& lexicon) {
  Attribution attribution;
  if (const VoiceSpan* voice = innermost_voice(span, annotations.voices)) {
    attribution.voice = voice->kind;
    attribution.name = voice->name;
    attribution.interviewer = voice->interviewer;
  }
  // A turn in a text that is one person's speech ("THE PRESIDENT:") is that person's when nobody is named.
  if (attribution.name.empty()) attribution.name = own_voice(document);
  if (!attribution.name.empty()) attribution.entity = lexicon.gazetteer().entity_named(attribution.name);
  return attribution;
}

}  // namespace avow
