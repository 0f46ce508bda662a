#include "engine/attribution.hpp"

#include <algorithm>
#include <cstdint>

namespace avow {
namespace {

std::uint32_t overlap(const Span& a, const Span& b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

bool holds_half(const VoiceSpan& voice, const Span& span) {
  return 2 * std::uint64_t{overlap(span, voice.content)} >= span.size();
}

const std::string& own_voice(const Document& document) {
  if (!document.speaker.empty()) return document.speaker;
  return document.author.empty() ? document.publisher : document.author;
}

}  // namespace

Attributor::Attributor(const Document& document, const Annotations& annotations, const Lexicon& lexicon)
    : document_(document), voices_(annotations.voices), lexicon_(lexicon) {
  around_.reserve(voices_.size());
  for (std::size_t i = 0; i < voices_.size(); ++i) {
    std::size_t at = i;
    while (at > 0 && voices_[at - 1].content.end <= voices_[i].content.begin) at = around_[at - 1];
    around_.push_back(at);
  }
}

/// Backwards, so that of nested voices the innermost comes first: those that begin within the span, then those that it
/// begins within.
const VoiceSpan* Attributor::innermost_voice(const Span& span) const {
  const auto behind = std::partition_point(voices_.begin(), voices_.end(),
                                           [&](const VoiceSpan& voice) { return voice.content.begin < span.end; });
  auto at = static_cast<std::size_t>(behind - voices_.begin());
  for (; at > 0 && voices_[at - 1].content.begin >= span.begin; --at)
    if (holds_half(voices_[at - 1], span)) return &voices_[at - 1];
  for (; at > 0; at = around_[at - 1])
    if (holds_half(voices_[at - 1], span)) return &voices_[at - 1];
  return nullptr;
}

Attribution Attributor::of(const Span& span) const {
  Attribution attribution;
  if (const VoiceSpan* voice = innermost_voice(span)) {
    attribution.voice = voice->kind;
    attribution.name = voice->name;
    attribution.interviewer = voice->interviewer;
  }
  // A turn in a text that is one person's speech ("THE PRESIDENT:") is that person's when nobody is named.
  if (attribution.name.empty()) attribution.name = own_voice(document_);
  if (!attribution.name.empty()) attribution.entity = lexicon_.gazetteer().entity_named(attribution.name);
  return attribution;
}

}  // namespace avow
