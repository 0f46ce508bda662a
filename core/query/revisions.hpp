#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/filters.hpp"

namespace avow {

class Store;

/// A figure that a later publication of the same series gives otherwise.
struct FigureRevision {
  Series series;
  std::string entity;
  Date period;
  std::string from, to;  ///< values as published
  Day from_published{}, to_published{};
  Id to_observation;
};

/// Revisions, known at the clocks, of the figures that a verdict rests on, since those that it used: by figure in the
/// order of the evidence, then oldest first.
std::vector<FigureRevision> revisions_of(Store& store, const Assessment& assessment, const Clocks& clocks);

/// "DEU 2024 from 1.49 (published 2024-06-17) to 1.52 (2025-04-17)".
std::string revision_text(const FigureRevision& revision);

/// The newest verdict of a checker that says otherwise than the person whose verdict stands, and was recorded after it;
/// one that could not decide does not disagree. It is kept and told, and does not stand.
std::optional<Recorded<Assessment>> disagreement(Store& store, const ClaimRow& row, const Clocks& clocks);

}  // namespace avow
