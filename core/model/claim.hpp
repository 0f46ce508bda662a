#pragma once

#include <string>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/enum_names.hpp"
#include "base/span.hpp"

namespace avow {

/// In whose voice a stretch of a document is.
enum class Voice { author, turn, quotation, reported };
inline constexpr auto voices = enum_names<Voice>({{Voice::author, "author"},        // the document's own words
                                                  {Voice::turn, "turn"},            // a speech turn: "NAME: text"
                                                  {Voice::quotation, "quotation"},  // "...," X said
                                                  {Voice::reported, "reported"}});  // X said that ...

/// One utterance: this span of this document, by this speaker, said on this date. Immutable.
struct Claim {
  Id document;
  Span span;
  TextQuote quote;
  Voice voice = Voice::author;
  std::string
      speaker_name;     ///< as the document says it; the publisher's or author's name for its own voice; may be empty
  std::string speaker;  ///< code of the entity, empty when the name could not be resolved
  Date said;
};

Id id_of(const Claim& claim);

}  // namespace avow
