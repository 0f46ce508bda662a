#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asked.hpp"

namespace avow::check {

/// One entity's figures held against a target at one period. Pointers lie in `points`, so it is moved, never copied.
struct Judged {
  Judged() = default;
  Judged(Judged&&) noexcept = default;
  Judged& operator=(Judged&&) noexcept = default;

  std::string code;
  std::string name;
  Points points;
  const Point* baseline = nullptr;
  const Point* judged = nullptr;
  std::optional<Goal> goal;

  /// Whether it is met or not only because the figure was rounded.
  bool rounded_over() const { return goal && judged != nullptr && goal->is_rounded_over(*judged); }
  bool met() const { return goal && judged != nullptr && goal->met(judged->value); }
};

/// Those who belong to the claim's subject on that day, with the figures that figures_of() gives; nothing is judged
/// yet.
std::vector<Judged> members_of(Host& host, const Claim& claim, DayNumber day,
                               std::optional<DayNumber> published_until = std::nullopt);

/// Members, of whatever more a checker knows of each.
using Members = std::vector<const Judged*>;
template <typename Member>
Members seen_as_members(const std::vector<Member>& members) {
  Members seen;
  seen.reserve(members.size());
  for (const Member& member : members) seen.push_back(&member);
  return seen;
}

/// Set when members have figures, but none in a unit that fits.
const Points* conflict_among(const Members& members);
/// The newest period that has begun by `day` and for which more than half of the members have a figure.
std::optional<Period> common_period(const Members& members, DayNumber day);
std::string unit_of(const Members& members);

/// How the members came out.
struct Tally {
  std::vector<std::string> met;
  std::vector<std::string> unmet;    ///< with their values
  std::vector<std::string> missing;  ///< without a figure for the period
  std::size_t preliminary = 0;
  std::size_t with() const { return met.size() + unmet.size(); }
  std::size_t all() const { return with() + missing.size(); }
  bool too_few() const { return with() * 2 <= all(); }
};
Tally tally(const Members& members);

void put_tally(Answer& answer, const Tally& counted, const std::string& period);
/// "23 of the 31 members with figures are at or above 2 percent of GDP in 2024."
std::string outcome(const Claim& claim, const Tally& counted, const std::string& unit, const std::string& period);
Assessment too_few(Answer answer, const Tally& counted, const std::string& period);

}  // namespace avow::check
