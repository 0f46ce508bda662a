#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"
#include "model/assessment.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace avow {

/// A person's word on a claim.
struct Review {
  Id claim;
  Verdict verdict = Verdict::undecidable;
  std::string because;                ///< never empty
  std::vector<std::string> evidence;  ///< ids (or prefixes) of documents and observations, or addresses
  std::string person;                 ///< never empty
};

/// Records a person's verdict on the standing reading of a claim, as of today. Error: usage (no reason, no person, a
/// verdict that does not fit the kind, e.g. `supported` for a pledge), not_found, ambiguous.
Assessment review(Store& store, const Review& review, Instant now, Day today);

/// Takes a record out of the views, for good and with a reason; the record itself stays. Error: usage without reason or
/// person, or while it is retracted already (a retraction that was itself retracted does not count).
Retraction retract(Store& store, RecordKind kind, const Id& id, const std::string& person, const std::string& reason,
                   Instant now);

}  // namespace avow
