#pragma once

#include <string>

#include "engine/vocabulary.hpp"
#include "model/claim.hpp"
#include "model/document.hpp"
#include "text/annotations.hpp"

namespace avow {

/// Whose claim a span is.
struct Attribution {
  Voice voice = Voice::author;
  std::string name;          ///< as the document says it; for its own voice its speaker, author or publisher
  std::string entity;        ///< code, empty when the name means nobody we know
  bool interviewer = false;  ///< asks rather than answers: no claim is theirs
};

/// The innermost voice that holds at least half of the span; else the document's own.
Attribution attribute(const Span& span, const Document& document, const Annotations& annotations,
                      const Lexicon& lexicon);

}  // namespace avow
