#pragma once

#include <optional>

#include "members.hpp"

namespace avow::series {

using namespace check;

/// Where a value stands against its target on the way there.
enum class Track { met, on_path, off_path, stalled };

/// One entity's figures against what was promised of it, and its way there.
struct Standing : Judged {
  Track track = Track::off_path;
  std::optional<double> path;       ///< what the straight path asks for in the judged period
  std::optional<double> needed;     ///< change a year from the judged period to the due date
  const Point* compared = nullptr;  ///< three periods before the judged one, where that decided
  bool on_way() const { return track == Track::met || track == Track::on_path; }
};

/// Number of periods without progress after which a promise counts as stalled.
inline constexpr std::size_t stalled_after = 3;

/// The baseline: as said, else the default one for the day it was said.
const Point* baseline_of(const ClaimTarget& target, const Points& points, DayNumber said);

/// What the straight path asks for at the end of a period that ends on `day`; nullopt where there is no path.
std::optional<double> path_at(const Standing& standing, const Dates& dates, DayNumber day);

/// Fills in goal, path, track and needed for the point `judged` (may be null: nothing is filled in).
void stand(Standing& standing, const ClaimTarget& target, const Dates& dates, const Point* judged);

/// Of a negated promise: the first period after it was said in which what was ruled out came true; null if there is
/// none.
const Point* first_crossing(const Standing& standing, const ClaimTarget& target, const Dates& dates);

}  // namespace avow::series
