#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "members.hpp"

namespace avow::statement {

using namespace check;

/// The figure that a statement speaks of, and what the statement says of it. Points belong to whom they were held
/// against.
struct Held {
  const Point* stated = nullptr;    ///< null: there is none for the period
  const Point* baseline = nullptr;  ///< what a change is counted from; null where there is none
  std::optional<Goal> goal;         ///< absent: it takes an earlier figure and there is none
  bool wrong_way = false;           ///< the amount is right, but it came there from the other side
  bool decided() const { return stated != nullptr && goal.has_value(); }
  bool met() const { return decided() && goal->met(stated->value); }
};

/// The point of `points` for that period with what the statement asks of it.
Held hold(const Claim& claim, const Points& points, const Point* stated);

/// "about 2 million people (1500000 to 2500000)", "higher than the 1.3 of 2014": what was said, with its band.
std::string said_words(const Claim& claim, const Held& held, std::string_view unit);

/// Whether it is said to be at least or over so much, or at most or under, and lies so far beyond that nobody would put
/// it so: by half as much again.
bool is_far_beyond(const ClaimTarget& target, double value);

}  // namespace avow::statement
