#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"
#include "model/dispute.hpp"
#include "store/store.hpp"

/// Disputes change nothing by themselves: whoever answers one corrects first, if there is something to correct, by a
/// review, a correction or a retraction.
namespace avow {

struct DisputeWord {
  /// Id (or a prefix) of a reading, an assessment, or a claim: then what stands of it is meant, its verdict, else its
  /// reading, else the claim itself.
  std::string about;
  std::string person;  ///< never empty: who disputes
  Disputant as = Disputant::reader;
  std::string because;                ///< never empty
  std::vector<std::string> evidence;  ///< as of a review
  std::string actor;                  ///< who writes it down
};

/// Records that somebody disputes. Error: usage (no reason, nobody, another kind of record), not_found, ambiguous.
Dispute dispute(Store& store, const DisputeWord& word, Instant now, Day today);

struct AnswerWord {
  std::string about;  ///< id (or a prefix) of a dispute, or of a claim, reading or assessment with one that is open
  Ruling ruling = Ruling::upheld;
  std::string person;   ///< never empty: who answers
  std::string because;  ///< never empty
  std::vector<std::string> evidence;
};

/// Records what becomes of a dispute; a later answer takes the place of an earlier one. Error: usage (no reason,
/// nobody, `corrected` while what is disputed still stands), not_found (no such dispute, or none that is open),
/// ambiguous.
Answer answer(Store& store, const AnswerWord& word, Instant now, Day today);

}  // namespace avow
