#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "answer.hpp"
#include "goal.hpp"
#include "points.hpp"

/// What a claim asks of a checker of figures, and what of it every answer says.
namespace avow::check {

using sdk::Assessment;
using sdk::Claim;
using sdk::Host;

/// Code of the indicator that is counted from dated memberships where no figures are given.
inline constexpr std::string_view members_indicator = "avow:members";

inline bool is_statement(const Claim& claim) {
  return claim.kind == sdk::kind::statistic || claim.kind == sdk::kind::fact;
}
inline bool is_promise(const Claim& claim) {
  return claim.kind == sdk::kind::pledge || claim.kind == sdk::kind::forecast;
}

/// Whether it names a subject, an indicator and a relation with the amounts that the relation needs.
bool has_parts(const ClaimTarget& target);

/// What reasons and notes call the subject: its name, or its code where the host has no name for it.
inline std::string_view subject_of(const Claim& claim) {
  return claim.subject_name.empty() ? claim.target.subject : claim.subject_name;
}

/// The dates that a claim is judged by.
struct Dates {
  DayNumber said = 0;
  DayNumber today = 0;
  std::optional<Period> due;  ///< absent: no end, or no period, was said
  bool over() const { return due && today > due->last; }
  /// The last day whose figures can matter.
  DayNumber end() const { return due && due->last < today ? due->last : today; }
};
Dates dates_of(const Claim& claim);

/// The figures of one entity, of the vintages that read_points() tells; for members_indicator the members counted on
/// the day said and on `day`.
Points figures_of(Host& host, const Claim& claim, std::string_view entity, DayNumber day,
                  std::optional<DayNumber> published_until = std::nullopt);

/// The condition, said but not judged, as a sentence to add to a reason; empty when there is none.
std::string condition_note(const Claim& claim);
/// " in 2024", " on 2024-03-07", with " (an estimate)" behind it for figures that are not actual.
std::string when(const Point& point);
/// Adds what was aimed at: "target", "due".
void put_target(Answer& answer, const Claim& claim, const Dates& dates, std::string_view unit);

/// The answer where all figures are in a unit that the target's cannot be compared with.
Assessment incomparable(const Claim& claim, const Points& points);

}  // namespace avow::check
