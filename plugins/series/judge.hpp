#pragma once

#include <vector>

#include "answer.hpp"
#include "standing.hpp"

/// The rules of docs/checking.md, one function a chapter.
namespace series {

using avow::sdk::Assessment;
using avow::sdk::Claim;
using avow::sdk::Host;

/// Code of the indicator that is counted from dated memberships where no figures are given.
inline constexpr std::string_view members_indicator = "avow:members";

inline bool is_statement(const Claim& claim) {
  return claim.kind == avow::sdk::kind::statistic || claim.kind == avow::sdk::kind::fact;
}

/// What reasons and notes call the subject: its name, or its code where the host has no name for it.
inline std::string_view subject_of(const Claim& claim) {
  return claim.subject_name.empty() ? claim.target.subject : claim.subject_name;
}

Dates dates_of(const Claim& claim);

/// The figures of one entity; for members_indicator the members counted on the day said and on `day`.
Points figures_of(Host& host, const Claim& claim, std::string_view entity, DayNumber day);

/// A promise about one entity (or a group as a whole).
Assessment judge_promise(const Claim& claim, const Dates& dates, Points points);
/// A statement about one entity (or a group as a whole).
Assessment judge_statement(const Claim& claim, const Dates& dates, Points points);
/// Each member of a group for itself; `members` is not empty, their points are read, nothing is judged yet.
Assessment judge_members(const Claim& claim, const Dates& dates, std::vector<Standing> members);

/// The point that a statement speaks of: of the period named, else the newest published by the day it was said, else
/// the newest that had ended by then.
const Point* stated_point(const Claim& claim, const Points& points);

/// The promise's condition, said but not judged, as a sentence to add to a reason; empty when there is none.
std::string condition_note(const Claim& claim);
/// " in 2024", " on 2024-03-07", with " (an estimate)" behind it for figures that are not actual.
std::string when(const Point& point);
/// Adds what was aimed at: "target", "baseline", "due".
void put_target(Answer& answer, const Claim& claim, const Dates& dates, std::string_view unit);

}  // namespace series
