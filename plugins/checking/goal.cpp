#include "goal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "figures.hpp"
#include "units.hpp"

namespace avow::check {
namespace {

enum class Shape { floor, ceiling, near, band, above, below, above_by, below_by, highest, lowest };

struct Row {
  std::string_view relation;
  Shape shape;
};
constexpr std::array rows{
    Row{"at_least", Shape::floor},   Row{"rise_to", Shape::floor},       Row{"at_most", Shape::ceiling},
    Row{"fall_to", Shape::ceiling},  Row{"equal", Shape::near},          Row{"between", Shape::band},
    Row{"rise", Shape::above},       Row{"fall", Shape::below},          Row{"rise_by", Shape::above_by},
    Row{"fall_by", Shape::below_by}, Row{"record_high", Shape::highest}, Row{"record_low", Shape::lowest}};

std::optional<Shape> shape_of(std::string_view relation) {
  for (const Row& row : rows)
    if (row.relation == relation) return row.shape;
  return std::nullopt;
}

double value_of(const ClaimTarget& target) {
  return target.value ? target.value->value : 0;
}
double upper_of(const ClaimTarget& target) {
  return target.upper ? target.upper->value : value_of(target);
}
double half_step(const ClaimTarget& target) {
  return target.value ? target.value->step / 2 : 0;
}

/// How much a change "by" means, in the unit of the figures.
double change(const ClaimTarget& target, double baseline) {
  return target.unit == "percent" ? std::abs(baseline) * value_of(target) / 100 : value_of(target);
}

Goal relative_goal(Shape shape, const ClaimTarget& target, double baseline) {
  switch (shape) {
    case Shape::above:
      return {.low = baseline, .strict = true};
    case Shape::below:
      return {.high = baseline, .strict = true};
    case Shape::above_by:
      return {.low = baseline + change(target, baseline)};
    default:
      return {.high = baseline - change(target, baseline)};
  }
}

std::optional<Goal> record_goal(Shape shape, const Points& points, const Point& judged) {
  std::optional<double> record;
  for (const Point& point : points.all) {
    if (point.period.last >= judged.period.last) break;
    const double so_far = record.value_or(point.value);
    record = shape == Shape::highest ? std::max(so_far, point.value) : std::min(so_far, point.value);
  }
  if (!record) return std::nullopt;
  return relative_goal(shape == Shape::highest ? Shape::above : Shape::below, {}, *record);
}

std::string than(const Point* baseline) {
  return baseline == nullptr ? "than before" : "than the " + decimal(baseline->value) + " of " + baseline->period.text;
}

std::string change_unit(const ClaimTarget& target, std::string_view unit) {
  return target.unit.empty() ? difference_unit(unit) : std::string(target.unit);
}

}  // namespace

double tolerance(double value) {
  return 1e-9 * std::max(1.0, std::abs(value));
}

bool Goal::met(double value) const {
  const double room = strict ? -tolerance(value) : tolerance(value);
  return value >= low - room && value <= high + room;
}

bool Goal::is_rounded_over(const Point& point) const {
  const double half = point.step / 2;
  return half > 0 && met(point.value - half) != met(point.value + half);
}

double Goal::gap(double value) const {
  return std::max({low - value, value - high, 0.0});
}

double Goal::nearest(double value) const {
  return std::clamp(value, low, high);
}

bool needs_value(std::string_view relation) {
  const auto shape = shape_of(relation);
  return shape && *shape != Shape::above && *shape != Shape::below && *shape != Shape::highest &&
         *shape != Shape::lowest;
}

bool needs_baseline(std::string_view relation) {
  const auto shape = shape_of(relation);
  return shape &&
         (*shape == Shape::above || *shape == Shape::below || *shape == Shape::above_by || *shape == Shape::below_by);
}

std::string_view unit_of_figures(const ClaimTarget& target) {
  const bool without_own =
      target.unit == "percentage points" || (target.unit == "percent" && needs_baseline(target.relation));
  return without_own || !needs_value(target.relation) ? std::string_view{} : target.unit;
}

std::optional<Goal> goal_for(const ClaimTarget& target, const Points& points, const Point* baseline,
                             const Point& judged) {
  const auto shape = shape_of(target.relation);
  if (!shape) return std::nullopt;
  switch (*shape) {
    case Shape::floor:
      return Goal{.low = value_of(target)};
    case Shape::ceiling:
      return Goal{.high = value_of(target)};
    case Shape::near:
      return Goal{.low = value_of(target) - half_step(target), .high = value_of(target) + half_step(target)};
    case Shape::band:
      return Goal{.low = value_of(target), .high = upper_of(target)};
    case Shape::highest:
    case Shape::lowest:
      return record_goal(*shape, points, judged);
    default:
      break;
  }
  if (baseline == nullptr) return std::nullopt;
  return relative_goal(*shape, target, baseline->value);
}

std::string words(const ClaimTarget& target, std::string_view unit, const Point* baseline) {
  const std::string value = amount(value_of(target), unit);
  const std::string by = amount(value_of(target), change_unit(target, unit));
  switch (shape_of(target.relation).value_or(Shape::near)) {
    case Shape::floor:
      return "at or above " + value;
    case Shape::ceiling:
      return "at or below " + value;
    case Shape::near:
      return half_step(target) > 0 ? "at " + value + " to the precision said" : "at exactly " + value;
    case Shape::band:
      return "between " + decimal(value_of(target)) + " and " + amount(upper_of(target), unit);
    case Shape::above:
      return "higher " + than(baseline);
    case Shape::below:
      return "lower " + than(baseline);
    case Shape::above_by:
      return "at least " + by + " higher " + than(baseline);
    case Shape::below_by:
      return "at least " + by + " lower " + than(baseline);
    case Shape::highest:
      return "higher than in every period before";
    case Shape::lowest:
      return "lower than in every period before";
  }
  return {};
}

}  // namespace avow::check
