#pragma once

#include "model/document.hpp"
#include "model/json.hpp"
#include "model/scale.hpp"
#include "publish/publication.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

namespace avow {

/// Any claim as JSON-LD of schema.org: {"@context", "@graph": [Claim, Quotation, CreativeWork]} and, where it was
/// judged for good, its ClaimReview (claim_review()). The Quotation holds the words (text), whom the document gives
/// them to (spokenByCharacter), the document (isPartOf) and how to cite them (citation); where they are the speaker's
/// own, and not the document's report of them, the speaker is its creator too. `document` is the claim's; its text may
/// be empty.
Json claim_jsonld(const ClaimRow& row, const Document& document, const Names& names, const Publication& publication,
                  const Scale* scale = nullptr);

}  // namespace avow
