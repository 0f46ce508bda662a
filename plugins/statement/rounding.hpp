#pragma once

#include <limits>

#include "goal.hpp"

/// How people round when they speak of a figure. The chapter "Rounding" of docs/checking.md states these rules.
namespace avow::statement {

/// The amounts that the words for one amount stand for, both ends included.
struct Band {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// How far to either side an exact number reaches: half the smallest step said, or, where it ends in noughts that were
/// not spelt out after a point, half the place of its last other digit, but no more than 2.5 percent.
double exact_reach(const sdk::Number& number);
/// The same of "about": half the place of the last digit that is no nought, between 5 and 10 percent, and no less than
/// exact_reach().
double about_reach(const sdk::Number& number);

/// The amounts meant by the target's value, its hedge and the relations at_least, at_most and between; of any other
/// relation the amount that it names ("rose to 5 percent", "by a third").
Band band_said(const check::ClaimTarget& target);

}  // namespace avow::statement
