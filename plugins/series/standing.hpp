#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goal.hpp"
#include "points.hpp"

namespace series {

/// The dates that a promise is judged by.
struct Dates {
  DayNumber said = 0;
  DayNumber today = 0;
  std::optional<Period> due;  ///< absent: no end was said
  bool over() const { return due && today > due->last; }
  /// The last day whose figures can matter.
  DayNumber end() const { return due && due->last < today ? due->last : today; }
};

/// Where a value stands against its target on the way there.
enum class Track { met, on_path, off_path, stalled };

/// One entity's figures against the target. Pointers lie in `points`, so it is moved, never copied.
struct Standing {
  Standing() = default;
  Standing(Standing&&) noexcept = default;
  Standing& operator=(Standing&&) noexcept = default;

  std::string code;
  std::string name;
  Points points;
  const Point* baseline = nullptr;
  const Point* judged = nullptr;
  std::optional<Goal> goal;
  Track track = Track::off_path;
  std::optional<double> path;       ///< what the straight path asks for in the judged period
  std::optional<double> needed;     ///< change a year from the judged period to the due date
  const Point* compared = nullptr;  ///< three periods before the judged one, where that decided

  bool met() const { return goal && judged != nullptr && goal->met(judged->value); }
  bool on_way() const { return track == Track::met || track == Track::on_path; }
};

/// Number of periods without progress after which a promise counts as stalled.
inline constexpr std::size_t stalled_after = 3;

/// The baseline: as said, else the default one for the day it was said.
const Point* baseline_of(const ClaimTarget& target, const Points& points, DayNumber said);

/// Fills in goal, path, track and needed for the point `judged` (may be null: nothing is filled in).
void stand(Standing& standing, const ClaimTarget& target, const Dates& dates, const Point* judged);

/// Of a negated promise: the first period after it was said in which what was ruled out came true; null if there is
/// none.
const Point* first_crossing(const Standing& standing, const ClaimTarget& target, const Dates& dates);

}  // namespace series
