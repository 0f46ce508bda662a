#pragma once

#include <cstddef>
#include <string>
#include <vector>

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

/// Says of the spans of one document whose they are. All that it is made of must outlive it.
class Attributor {
 public:
  Attributor(const Document& document, const Annotations& annotations, const Lexicon& lexicon);

  /// The innermost voice that holds at least half of the span; else the document's own. Takes time for the voices
  /// within and around the span only, however many the document has.
  Attribution of(const Span& span) const;

 private:
  const VoiceSpan* innermost_voice(const Span& span) const;

  const Document& document_;
  const std::vector<VoiceSpan>& voices_;  ///< by begin, longer first
  const Lexicon& lexicon_;
  std::vector<std::size_t> around_;  ///< by voice: 1 + the one before that it begins within; 0 for none
};

}  // namespace avow
