#pragma once

#include <string_view>

namespace avow {

/// Whether the bytes are documents as NDJSON: one of the first lines is a JSON object with a "text". A plain text that
/// begins with a brace is not. Looks at no more than `max_line` bytes of a line.
bool is_ndjson(std::string_view bytes, std::size_t max_line);

/// Whether decoded text is HTML: it begins with a doctype, a comment or a tag that pages begin with.
bool is_html(std::string_view text);

/// "an RSS feed" and the like for XML that is not HTML; empty otherwise.
std::string_view other_xml(std::string_view text);

}  // namespace avow
