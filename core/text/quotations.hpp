#pragma once

#include <vector>

#include "text/annotations.hpp"
#include "text/attribution_tagger.hpp"
#include "text/layout.hpp"
#include "text/names.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Direct and reported speech that the text attributes to somebody: "...," X said; X said: "..."; X said that ...;
/// according to X, .... Words in quotation marks that nobody is given for are no voices, unless a whole sentence is
/// quoted right after one that is attributed. `learned` is what a model says of the text, in order: speech of somebody
/// who can be named is taken from it where these rules find nothing. In no particular order.
std::vector<VoiceSpan> find_quotations(const Tokens& tokens, const Layout& layout,
                                       const std::vector<TokenRange>& sentences, const Names& names,
                                       const std::vector<LinkedAttribution>& learned = {});

}  // namespace avow::text
