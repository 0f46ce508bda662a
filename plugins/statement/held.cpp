#include "held.hpp"

#include <cmath>

#include "rounding.hpp"
#include "units.hpp"

namespace avow::statement {
namespace {

namespace relation = sdk::relation;

constexpr double far_beyond = 1.5;

bool is_one_of(std::string_view word, std::string_view a, std::string_view b) {
  return word == a || word == b;
}
bool is_change_by(const ClaimTarget& target) {
  return is_one_of(target.relation, relation::rise_by, relation::fall_by);
}
bool is_change_to(const ClaimTarget& target) {
  return is_one_of(target.relation, relation::rise_to, relation::fall_to);
}

/// What a change is counted from: as said, else the period before the one spoken of.
const Point* baseline_of(const Claim& claim, const Points& points, const Point& stated) {
  if (claim.target.baseline.known()) return point_for(points, period_of(claim.target.baseline));
  return last_ended_by(points, stated.period.first - 1);
}

/// "by 3 percent": a band of changes laid on from the baseline.
Goal goal_of_change(const ClaimTarget& target, const Point& baseline) {
  const Band by = band_said(target);
  const double one = target.unit == "percent" ? std::abs(baseline.value) / 100 : 1;
  if (target.relation == relation::rise_by)
    return {.low = baseline.value + by.low * one, .high = baseline.value + by.high * one};
  return {.low = baseline.value - by.high * one, .high = baseline.value - by.low * one};
}

/// "rose to 5 percent" of what had stood at 6: only where it was said from when on, or which period is spoken of.
bool goes_wrong_way(const Claim& claim, const Held& held) {
  const bool dated = claim.target.baseline.known() || claim.target.due.known();
  if (!is_change_to(claim.target) || !dated || held.baseline == nullptr) return false;
  const double room = tolerance(held.stated->value);
  return claim.target.relation == relation::rise_to ? held.baseline->value > held.stated->value + room
                                                    : held.baseline->value < held.stated->value - room;
}

std::string hedged(std::string_view hedge) {
  return hedge.empty() ? std::string() : std::string(hedge) + " ";
}

std::string range(const Goal& goal, std::string_view unit) {
  if (std::isinf(goal.high)) return amount(goal.low, unit) + " or more";
  if (std::isinf(goal.low)) return amount(goal.high, unit) + " or less";
  return decimal(goal.low) + " to " + amount(goal.high, unit);
}

}  // namespace

Held hold(const Claim& claim, const Points& points, const Point* stated) {
  Held held{stated, nullptr, std::nullopt, false};
  if (stated == nullptr) return held;
  const bool relative = needs_baseline(claim.target.relation);
  if (relative || is_change_to(claim.target)) held.baseline = baseline_of(claim, points, *stated);
  if (is_change_by(claim.target)) {
    if (held.baseline != nullptr) held.goal = goal_of_change(claim.target, *held.baseline);
  } else if (needs_value(claim.target.relation)) {
    const Band band = band_said(claim.target);
    held.goal = Goal{.low = band.low, .high = band.high};
  } else {
    held.goal = goal_for(claim.target, points, held.baseline, *stated);
  }
  held.wrong_way = held.met() && goes_wrong_way(claim, held);
  return held;
}

std::string said_words(const Claim& claim, const Held& held, std::string_view unit) {
  const ClaimTarget& target = claim.target;
  if (!needs_value(target.relation)) return words(target, unit, held.baseline);
  const std::string what =
      is_change_by(target) && held.baseline != nullptr
          ? (target.relation == relation::rise_by ? "a rise of " : "a fall of ") + hedged(target.hedge) +
                amount(target.value->value, target.unit.empty() ? difference_unit(unit) : target.unit) + " from the " +
                decimal(held.baseline->value) + " of " + held.baseline->period.text
          : hedged(target.hedge) + decimal(target.value->value) +
                (target.upper ? " to " + decimal(target.upper->value) : std::string());
  return held.goal ? what + " (" + range(*held.goal, unit) + ")" : what;
}

bool is_far_beyond(const ClaimTarget& target, double value) {
  if (!target.value || target.value->value <= 0) return false;
  const double said = target.value->value;
  if (target.relation == relation::at_least || target.hedge == sdk::hedge::over) return value > said * far_beyond;
  if (target.relation == relation::at_most || target.hedge == sdk::hedge::under) return value < said / far_beyond;
  return false;
}

}  // namespace avow::statement
