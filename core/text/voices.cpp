#include "text/voices.hpp"

#include <algorithm>

#include "text/quotations.hpp"

namespace avow::text {

std::vector<VoiceSpan> find_voices(const Tokens& tokens, const Layout& layout, const std::vector<TokenRange>& sentences,
                                   const std::vector<Turn>& turns, const Names& names,
                                   const std::vector<LinkedAttribution>& learned) {
  std::vector<VoiceSpan> out = find_quotations(tokens, layout, sentences, names, learned);
  for (const Turn& turn : turns) {
    if (turn.content.empty()) continue;
    const Span content{tokens[turn.content.begin].begin, tokens[turn.content.end - 1].end};
    const Span source{tokens[turn.label.begin].begin, tokens[turn.label.end - 1].begin};
    out.push_back({content, source, {}, Voice::turn, turn.name, turn.interviewer});
  }
  std::stable_sort(out.begin(), out.end(), [](const VoiceSpan& a, const VoiceSpan& b) {
    return a.content.begin != b.content.begin ? a.content.begin < b.content.begin : a.content.end > b.content.end;
  });
  return out;
}

}  // namespace avow::text
