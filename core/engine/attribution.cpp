#include "engine/attribution.hpp"

#include <algorithm>
#include <array>
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

constexpr std::size_t max_name = 200;  ///< a longer one is no name

constexpr std::array<std::string_view, 6> speaks_for{"spokesman", "spokeswoman",  "spokesperson",
                                                     "spokesmen", "spokespeople", "press secretary"};

/// "a spokesman for the Harbour Pact", "the prime minister's official spokesman", "a Harbour Pact spokeswoman": whom
/// they speak for; empty when they are no such words.
std::string_view spoken_for(std::string_view name) {
  for (const std::string_view word : speaks_for) {
    const std::size_t at = name.find(word);
    if (at == std::string_view::npos) continue;
    std::string_view after = name.substr(at + word.size());
    for (const std::string_view of : {" for ", " of "})
      if (after.starts_with(of)) return after.substr(of.size());
    std::string_view before = name.substr(0, at);
    for (const std::string_view end : {" ", " official", "'s", "\u2019s"})
      if (before.ends_with(end)) before.remove_suffix(end.size());
    for (const std::string_view article : {"a ", "A ", "an ", "An "})
      if (before.starts_with(article)) before.remove_prefix(article.size());
    return before;
  }
  return {};
}

}  // namespace

Attributor::Attributor(const Document& document, const Annotations& annotations, const Lexicon& lexicon)
    : document_(document), annotations_(annotations), voices_(annotations.voices), lexicon_(lexicon) {
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
  if (!attribution.name.empty()) attribution.entity = entity_of(attribution.name);
  return attribution;
}

std::string Attributor::entity_of(const std::string& name) const {
  const auto known = entity_by_name_.find(name);
  if (known != entity_by_name_.end()) return known->second;
  return entity_by_name_[name] = find_entity(name);
}

std::string Attributor::find_entity(std::string_view name) const {
  if (name.size() > max_name) return {};
  if (const std::string_view side = spoken_for(name); !side.empty()) return find_entity(side);
  if (std::string holder = office_holder(name); !holder.empty()) return holder;
  return lexicon_.gazetteer().entity_named(std::string(name));
}

/// "the prime minister", "Arvania's prime minister", "the prime minister of Arvania".
std::string Attributor::office_holder(std::string_view title) const {
  std::string group;
  std::string_view office = title;
  if (const auto named = lexicon_.gazetteer().find(title); named.size() == 1 && named[0].kind == MentionKind::entity) {
    group = named[0].code;
    office = named[0].span.begin < 5 ? title.substr(named[0].span.end) : title.substr(0, named[0].span.begin);
    for (const std::string_view end : {"'s ", "\u2019s ", " "})
      if (office.starts_with(end)) office.remove_prefix(end.size());
    for (const std::string_view end : {" of ", " of the "})
      if (office.ends_with(end)) office.remove_suffix(end.size());
  }
  const auto holders = lexicon_.offices().holding(office, document_.published);
  const OfficeHolders::Holder* best = nullptr;
  int most = 0;
  bool alone = true;
  for (const OfficeHolders::Holder* holder : holders) {
    if (!group.empty() && holder->group != group) continue;
    const int times = 1 + times_mentioned(holder->group);
    if (best != nullptr && times == most && holder->person != best->person) alone = false;
    if (times <= most) continue;
    best = holder;
    most = times;
    alone = true;
  }
  return best != nullptr && alone ? best->person : std::string();
}

int Attributor::times_mentioned(const std::string& entity) const {
  if (!mentioned_) {
    mentioned_.emplace();
    for (const Mention& mention : annotations_.mentions)
      if (mention.kind == MentionKind::entity) ++(*mentioned_)[mention.code];
  }
  const auto found = mentioned_->find(entity);
  return found == mentioned_->end() ? 0 : found->second;
}

}  // namespace avow
