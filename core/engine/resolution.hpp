#pragma once

#include <string>

#include "engine/attribution.hpp"
#include "engine/vocabulary.hpp"
#include "model/document.hpp"
#include "model/target.hpp"
#include "plugin/values.hpp"
#include "text/annotations.hpp"

namespace avow {

/// Turns what a detector took from the words into codes of the vocabulary, with the document as context. Made once a
/// document.
class Resolver {
 public:
  Resolver(const Lexicon& lexicon, const Document& document, const Annotations& annotations);

  /// Fills subject, indicator, unit and scope of the candidate's target from its subject_text and indicator_text, of a
  /// statement also from where its sentence places the measure (places.hpp). What cannot be resolved without guessing
  /// stays empty.
  void resolve(Candidate& candidate, const Attribution& speaker) const;

 private:
  std::string subject(const Target& target, const Attribution& speaker) const;
  std::string group_of(const Attribution& speaker) const;
  void put_in_place(Candidate& candidate, const Attribution& speaker) const;

  const Lexicon& lexicon_;
  const Document& document_;
  const Annotations& annotations_;
  std::string main_group_;  ///< group that the document speaks of most: what "Allies" or "member states" mean in it
};

/// The indicator that a measure means: of those in the target's unit (any, without an amount and for changes in
/// percent) the lowest-ranked whose publisher has figures for the subject: a group publishes those of its members. A
/// code is taken as it is. Empty when there is none.
std::string resolve_indicator(const Lexicon& lexicon, const std::string& measure, const Target& target);

}  // namespace avow
