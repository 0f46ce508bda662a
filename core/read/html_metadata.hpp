#pragma once

#include "read/html_dom.hpp"

namespace avow {

/// What a page says about itself: title (og:title, <title>, <h1>), author (meta, JSON-LD, byline), date of publication
/// (meta, JSON-LD, <time>), publisher, canonical address, language. What it does not say stays empty.
Metadata html_metadata(const HtmlPage& page);

}  // namespace avow
