#include "text/learned_voices.hpp"

#include <algorithm>

namespace avow::text {
namespace {

constexpr std::size_t fewest_words = 3;  ///< fewer are a label and no statement

/// A clause may hold quoted words of its own speaker; else two voices do not share words.
bool agree(const VoiceSpan& learned, const VoiceSpan& known) {
  if (!known.content.overlaps(learned.content)) return true;
  return known.kind == Voice::quotation && known.name == learned.name && learned.content != known.content &&
         learned.content.contains(known.content);
}

}  // namespace

bool LearnedVoices::is_quote(std::size_t i) const {
  const char32_t mark = tokens_[i].mark;
  return is_opening_quote(mark) || is_closing_quote(mark) || mark == '"' || mark == '\'' || mark == '`' ||
         mark == 0x2018 || mark == 0x2019;
}

bool LearnedVoices::is_speech(const LinkedAttribution& one) const {
  bool says = false;
  for (std::size_t i = one.cue.begin; i < one.cue.end; ++i) {
    if (tokens_.is_any(i, {"not", "never", "declined", "refused", "if", "asked", "seemed", "appeared"})) return false;
    says = says || tokens_.has(i, say_verb | that_verb | pledge_verb) || tokens_.is(i, "according");
  }
  return says;
}

void LearnedVoices::read(TokenRange sentence, const Sources& sources) {
  for (; next_ < learned_.size() && learned_[next_].cue.begin < sentence.end; ++next_) {
    const LinkedAttribution& one = learned_[next_];
    if (one.cue.begin < sentence.begin || one.source.empty() || one.contents.empty() || !is_speech(one)) continue;
    if (const auto by = sources.named(one.source, one.cue, {}); by && !by->name.empty()) take(one, *by, sentence);
  }
}

void LearnedVoices::take(const LinkedAttribution& one, const Attribution& by, TokenRange sentence) {
  for (TokenRange content : one.contents) {
    const bool quoted = is_quote(content.begin) && is_quote(content.end - 1);
    const bool elsewhere = content.begin >= sentence.end || content.end <= sentence.begin;
    const bool asks = tokens_.is_any(content.begin, {"by", "if", "whether", "how", "which", "as", "about"});
    if (!quoted && (elsewhere || asks)) continue;
    if (tokens_.is(content.begin, "that")) ++content.begin;
    while (!content.empty() && quoted && is_quote(content.begin)) ++content.begin;
    while (!content.empty() && quoted && is_quote(content.end - 1)) --content.end;
    while (!content.empty() && (tokens_.is_mark(content.end - 1, ',') || tokens_.is_mark(content.end - 1, '.')))
      --content.end;
    if (content.end < content.begin + fewest_words) continue;
    VoiceSpan voice;
    voice.content = {tokens_[content.begin].begin, tokens_[content.end - 1].end};
    voice.source = {tokens_[one.source.begin].begin, tokens_[one.source.end - 1].end};
    voice.cue = {tokens_[one.cue.begin].begin, tokens_[one.cue.end - 1].end};
    voice.kind = quoted ? Voice::quotation : Voice::reported;
    voice.name = by.name;
    found_.push_back(std::move(voice));
  }
}

void LearnedVoices::add_to(std::vector<VoiceSpan>& voices) const {
  if (found_.empty()) return;
  std::vector<VoiceSpan> known = voices;
  std::sort(known.begin(), known.end(), [](const VoiceSpan& a, const VoiceSpan& b) { return a.content < b.content; });
  std::size_t first = 0;
  for (const VoiceSpan& voice : found_) {
    while (first < known.size() && known[first].content.end + 4096 < voice.content.begin) ++first;
    bool free = true;
    for (std::size_t k = first; k < known.size() && known[k].content.begin < voice.content.end && free; ++k)
      free = agree(voice, known[k]);
    if (free) voices.push_back(voice);
  }
}

}  // namespace avow::text
