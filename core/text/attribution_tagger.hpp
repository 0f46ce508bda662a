#pragma once

#include <vector>

#include "text/attribution_features.hpp"
#include "text/attribution_model.hpp"
#include "text/sentences.hpp"

namespace avow::text {

/// Words that play a part in an attribution.
struct RoleSpan {
  AttributionLabel role = no_role;  ///< source_begins, cue_begins or content_begins
  TokenRange tokens;
};

/// Who said what, all together: a cue with its source and everything given as theirs. Contents hold their quotation
/// marks and the "that" before them.
struct LinkedAttribution {
  TokenRange source;  ///< empty when the text names none
  TokenRange cue;
  std::vector<TokenRange> contents;
};

/// The likeliest roles of all tokens, paragraph by paragraph (Viterbi over the model's weights). In order, none
/// overlapping.
std::vector<RoleSpan> tag_roles(const AttributionFeatures& features, const AttributionModel& model);

/// Joins the roles of a text to attributions, one for each cue. `sentences` are those of the text.
std::vector<LinkedAttribution> link_roles(const std::vector<RoleSpan>& roles, const std::vector<TokenRange>& sentences);

/// Both in one: what a model says of a text.
std::vector<LinkedAttribution> learned_attributions(const Tokens& tokens, const Layout& layout,
                                                    const std::vector<TokenRange>& sentences,
                                                    const AttributionModel& model);

}  // namespace avow::text
