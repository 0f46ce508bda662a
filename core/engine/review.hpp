#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/instant.hpp"
#include "model/assessment.hpp"
#include "model/reading.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace avow {

/// A person's word on a claim.
struct Review {
  Id claim;
  std::optional<Verdict> verdict;     ///< none: the verdict that stands is confirmed
  std::string because;                ///< never empty
  std::vector<std::string> evidence;  ///< ids (or prefixes) of documents and observations, or addresses
  std::string person;                 ///< never empty
};

/// What a review wrote, and the verdict that stood until then.
struct Reviewed {
  Assessment assessment;
  std::optional<Id> overruled_id;
  std::optional<Assessment> overruled;
};

/// Records a person's verdict on the standing reading of a claim, as of today. What stood before is kept with it: its
/// figure "overrules" (of the same verdict: "confirms") names verdict, maker and id of the assessment. One that is
/// confirmed hands on its figures, vintage and evidence, and is no longer provisional or proposed. Error: usage (no
/// reason, no person, a verdict that does not fit the kind, e.g. `supported` for a pledge, nothing to confirm),
/// not_found, ambiguous.
Reviewed review(Store& store, const Review& review, Instant now, Day today);

/// A person's word on how a claim is to be read.
struct Correction {
  Id claim;
  std::optional<Kind> kind;
  /// Fields of the target and of the reading, by the names that they have in JSON: topic, subject, indicator, relation,
  /// value, upper, unit, baseline, due, scope, condition, strength, negated (true or false). Empty: not said.
  std::vector<std::pair<std::string, std::string>> fields;
  std::string because;  ///< never empty; kept with the reading
  std::string person;   ///< never empty
};

/// Records a reading of a person's: the one that stands, or a bare one when none does, with what is corrected, the
/// reason and the id of the one that stood. It stands from then on. Error: usage (nothing to correct, an unknown field,
/// a value that is none), not_found.
Reading correct(Store& store, const Correction& correction, Instant now, Day today);

/// Takes back what a machine concluded, by retracting the verdict that stands. Error: usage when none does, or when it
/// is a person's: that is overruled by a review.
Retraction reject(Store& store, const Id& claim, const std::string& person, const std::string& reason, Instant now,
                  Day today);

/// Takes a record out of the views, for good and with a reason; the record itself stays. Error: usage without reason or
/// person, or while it is retracted already (a retraction that was itself retracted does not count).
Retraction retract(Store& store, RecordKind kind, const Id& id, const std::string& person, const std::string& reason,
                   Instant now);

}  // namespace avow
