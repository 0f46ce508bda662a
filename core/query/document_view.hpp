#pragma once

#include <vector>

#include "store/filters.hpp"

namespace avow {

class Store;

/// A document with the claims in it, in the order of the text, and what was run on it.
struct DocumentView {
  Id id;
  Document document;  ///< with its text
  std::vector<ClaimRow> claims;
  std::vector<Recorded<Analysis>> analyses;
  std::vector<Recorded<Retraction>> retractions;
};

/// Error (not_found) when the store has no such document, or had none yet at the clocks: not recorded, or not
/// published. A retracted one is shown, with its retractions.
DocumentView document_view(Store& store, const Id& document, const Clocks& clocks);

}  // namespace avow
