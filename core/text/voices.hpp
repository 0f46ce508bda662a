#pragma once

#include <vector>

#include "text/annotations.hpp"
#include "text/attribution_tagger.hpp"
#include "text/layout.hpp"
#include "text/names.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "text/turns.hpp"

namespace avow::text {

/// All voices of the text, ordered by content: the turns, and within and between them quotations and reported speech.
/// `learned` is what a model says of the text.
std::vector<VoiceSpan> find_voices(const Tokens& tokens, const Layout& layout, const std::vector<TokenRange>& sentences,
                                   const std::vector<Turn>& turns, const Names& names,
                                   const std::vector<LinkedAttribution>& learned = {});

}  // namespace avow::text
