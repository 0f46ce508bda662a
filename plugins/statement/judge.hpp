#pragma once

#include <vector>

#include "vintages.hpp"

/// The chapter "Statements" of docs/checking.md.
namespace avow::statement {

/// A statement about one entity, or a group as a whole.
Assessment judge_one(const Claim& claim, const Dates& dates, const Sight& sight);

/// The members of a group by two vintages: out by the day it was said, and out by now. Nothing is judged yet.
struct GroupSight {
  std::vector<Judged> then;
  std::vector<Judged> newest;
};
/// About each member of a group; there is at least one.
Assessment judge_each(const Claim& claim, const Dates& dates, GroupSight group);

}  // namespace avow::statement
