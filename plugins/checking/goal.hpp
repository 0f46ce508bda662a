#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "points.hpp"

namespace avow::check {

using sdk::ClaimTarget;

/// The values that make a target true: an interval with either end open. Values are compared as published, never
/// rounded up to the target: 1.96 is below 2.
struct Goal {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool strict = false;  ///< the ends themselves are outside: higher than before, not as high

  bool met(double value) const;
  /// Whether the point would meet it, or not, only because it was rounded when it was published.
  bool is_rounded_over(const Point& point) const;
  /// How far outside the interval; 0 within it and at its ends.
  double gap(double value) const;
  /// The end that a value outside is nearest to; the value itself where it lies inside.
  double nearest(double value) const;
};

/// Room for the rounding of binary fractions, relative to the larger of the value and 1.
double tolerance(double value);

bool needs_value(std::string_view relation);
bool needs_baseline(std::string_view relation);
/// The unit that figures are compared in: the target's, but none for changes in percent, which have no unit of their
/// own.
std::string_view unit_of_figures(const ClaimTarget& target);

/// What the target asks of `judged`. nullopt where it needs a baseline that is not there, or for a record where there
/// are no earlier figures.
std::optional<Goal> goal_for(const ClaimTarget& target, const Points& points, const Point* baseline,
                             const Point& judged);

/// "at or above 2 percent of GDP", "higher than the 1.3 of 2014"; without a baseline: "higher than before".
std::string words(const ClaimTarget& target, std::string_view unit, const Point* baseline);

}  // namespace avow::check
