#pragma once

#include <string>

#include "base/date.hpp"
#include "base/digest.hpp"

namespace avow {

/// A text somebody published on a date. Immutable: its id covers every field, so that another text, or the same text
/// under another address or date, is another document.
struct Document {
  std::string url;  ///< address it was published at; `file:<name>` when none was given
  std::string title;
  std::string publisher;
  std::string author;
  std::string speaker;     ///< whose words the text is as a whole (a speech, a manifesto), as given; often empty
  Date published;          ///< unknown when nobody said
  std::string language;    ///< BCP 47, e.g. "en"; empty when not known
  std::string media_type;  ///< of the raw bytes, e.g. "text/html"
  std::string text;        ///< UTF-8; every span counts bytes of it
  Digest raw;              ///< SHA-256 of the bytes it was read from; the store keeps them beside it
};

Id id_of(const Document& document);

}  // namespace avow
