#pragma once

#include <string_view>

namespace avow {

/// What bytes can be read as.
enum class Format {
  text,
  html,
  ndjson,
  feed,       ///< RSS, Atom
  hansard,    ///< XML of parlparse and TheyWorkForYou
  parlamint,  ///< TEI of ParlaMint
  subtitles,  ///< SubRip, WebVTT
  pdf,
  word,           ///< .docx
  open_document,  ///< .odt
  gzip,           ///< any of the others, packed
  encoded_text,   ///< text or markup whose encoding is to be found out first: see text_format
};

/// What the bytes are, by themselves and not by a name; encoded_text for all that is neither NDJSON nor a container.
Format byte_format(std::string_view bytes, std::size_t max_line);

/// What decoded text is: text, html, feed, hansard, parlamint or subtitles. Throws nothing.
Format text_format(std::string_view text);

/// Whether the bytes are documents as NDJSON: one of the first lines is a JSON object with a "text". A plain text that
/// begins with a brace is not. Looks at no more than `max_line` bytes of a line.
bool is_ndjson(std::string_view bytes, std::size_t max_line);

/// Whether decoded text is XML that no reader of ours knows: its outermost element ("svg"); empty when it is not.
std::string_view unknown_xml(std::string_view text);

/// "a PNG image" and the like for bytes that cannot be a document, so that a walk over a folder can pass them over;
/// empty for what is worth reading. Looks at the beginning only.
std::string_view not_a_document(std::string_view bytes);

}  // namespace avow
