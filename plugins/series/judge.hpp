#pragma once

#include <vector>

#include "standing.hpp"

/// The rules of docs/checking.md for promises, one function a chapter.
namespace avow::series {

/// A promise about one entity (or a group as a whole).
Assessment judge_promise(const Claim& claim, const Dates& dates, Points points, const Points& known_then);
/// Each member of a group for itself; `members` is not empty, their points are read, nothing is judged yet.
Assessment judge_members(const Claim& claim, const Dates& dates, std::vector<Standing> members);

}  // namespace avow::series
