#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// Says of the spans of one document whose they are. All that it is made of must outlive it. One thread at a time.
class Attributor {
 public:
  Attributor(const Document& document, const Annotations& annotations, const Lexicon& lexicon);

  /// The innermost voice that holds at least half of the span; else the document's own. Takes time for the voices
  /// within and around the span only, however many the document has.
  Attribution of(const Span& span) const;

  /// Code of whom a name or a title means in this document: a name of the vocabulary; who held the office on the day
  /// of the document ("the prime minister", of the country that the words name, else of the one that the document
  /// speaks of most); whoever a spokesman speaks for ("a spokesman for the Harbour Pact"). Empty when nobody or more
  /// than one fits.
  std::string entity_of(const std::string& name) const;

 private:
  const VoiceSpan* innermost_voice(const Span& span) const;
  std::string find_entity(std::string_view name) const;
  std::string office_holder(std::string_view title) const;
  int times_mentioned(const std::string& entity) const;

  const Document& document_;
  const Annotations& annotations_;
  const std::vector<VoiceSpan>& voices_;  ///< by begin, longer first
  const Lexicon& lexicon_;
  std::vector<std::size_t> around_;  ///< by voice: 1 + the one before that it begins within; 0 for none
  mutable std::map<std::string, std::string> entity_by_name_;    ///< what entity_of() found: speakers recur
  mutable std::optional<std::map<std::string, int>> mentioned_;  ///< counted when first asked for
};

}  // namespace avow
