#pragma once

#include <optional>

#include "model/json.hpp"
#include "model/scale.hpp"
#include "publish/publication.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

namespace avow {

/// The standing verdict of a claim as a schema.org ClaimReview with the fields that Google's guide "Fact check
/// (ClaimReview) structured data" requires or recommends; schema/json/claim_review.schema.json says which. nullopt
/// unless the claim was judged for good (query/final_verdict.hpp): what is open, undecidable, provisional or proposed
/// is never published as a review.
///
/// reviewRating.alternateName is the scale's word, else our own. Where verdicts have an order, ratingValue is from 1 to
/// 3: broken 1, partly kept 2, kept 3; refuted 1, mixed 2, supported 3, whatever the scale. Thwarted and withdrawn have
/// no place in it and no number.
std::optional<Json> claim_review(const ClaimRow& row, const Names& names, const Publication& publication,
                                 const Scale* scale = nullptr);

/// The word of a scale for a verdict; our own ("partly kept") without a scale, or where it has none.
std::string verdict_label(Verdict verdict, const Scale* scale);

}  // namespace avow
