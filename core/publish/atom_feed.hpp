#pragma once

#include <string>
#include <vector>

#include "publish/publication.hpp"
#include "query/changed.hpp"
#include "query/names.hpp"

namespace avow {

/// What a feed says of itself.
struct FeedTitle {
  std::string name;      ///< of the saved query; the feed's address and id follow from it
  std::string title;     ///< in words
  std::string page_url;  ///< the page that shows the same claims; empty: there is none
};

/// Claims as an Atom feed (RFC 4287), in their order, UTF-8. Ids are content_uuid() of the claims, of the feed one over
/// the site and the feed's name. `updated` is ChangedClaim::at, of the feed that of the newest claim (the epoch when
/// there is none): the same store gives the same bytes. Content is plain text (claim_summary). An entry's links lead to
/// its page, its JSON-LD and, as `via`, the document where it was published; its categories are kind and topic.
std::string atom_feed(const FeedTitle& feed, const std::vector<ChangedClaim>& claims, const Names& names,
                      const Publication& publication);

}  // namespace avow
