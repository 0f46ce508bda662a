#pragma once

#include <optional>

#include "model/json.hpp"
#include "publish/publication.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

namespace avow {

/// How large the card may be, in CSS pixels, as a consumer asked (maxwidth, maxheight); absent: as it likes.
struct OembedLimits {
  std::optional<int> width, height;
};

/// The card of a claim as an oEmbed 1.0 response of type `rich` (oembed.com, 2.3.4.4): an <iframe> of embed_url(), 600
/// by 320 pixels or less where the limits are lower, sandboxed so that it may open links and nothing else.
Json oembed(const ClaimRow& row, const Names& names, const Publication& publication, const OembedLimits& limits = {});

}  // namespace avow
