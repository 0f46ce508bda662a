// A statement about each member of a group.

#include <utility>

#include "judge.hpp"

namespace avow::statement {
namespace {

namespace verdict = sdk::verdict;

std::string_view verdict_of(const Claim& claim, const Tally& counted) {
  if (counted.unmet.empty()) return claim.negated ? verdict::refuted : verdict::supported;
  if (counted.met.empty()) return claim.negated ? verdict::supported : verdict::refuted;
  return verdict::mixed;
}

void hold_at(const Claim& claim, Judged& member, const Period& period) {
  const Held held = hold(claim, member.points, point_for(member.points, period));
  member.judged = held.stated;
  member.baseline = held.baseline;
  member.goal = held.goal;
}

/// Whether more than half of the members had a figure for a period by the day it was said; for any, where none was
/// named.
bool was_known(const std::vector<Judged>& then, const std::optional<Period>& due, DayNumber said) {
  if (!due) return common_period(seen_as_members(then), said).has_value();
  std::size_t with = 0;
  for (const Judged& member : then) with += point_for(member.points, *due) != nullptr ? 1 : 0;
  return with * 2 > then.size();
}

void put_evidence(Answer& answer, const Claim& claim, const std::vector<Judged>& members, std::string_view which) {
  for (const Judged& member : members) {
    if (member.judged == nullptr || !member.goal) continue;
    const std::string& unit = member.points.unit;
    const std::string_view how = member.met() ? "meets it" : "does not meet it";
    answer.rests_on(*member.judged);
    answer.evidence(member.name, *member.judged, unit, std::string(how) + std::string(which));
    if (needs_baseline(claim.target.relation) && member.baseline != nullptr)
      answer.evidence(member.name, *member.baseline, unit, "the baseline");
  }
}

/// What the newest figures say of the same period; empty where they say the same of every member.
std::string put_newest(Answer& answer, const Claim& claim, const Tally& then, std::vector<Judged>& newest,
                       const Period& period) {
  for (Judged& member : newest) hold_at(claim, member, period);
  const Tally now = tally(seen_as_members(newest));
  if (now.met == then.met && now.unmet == then.unmet) return {};
  answer.figure("by the newest, members that meet it", number(now.met.size()));
  answer.figure("by the newest, members that do not", number(now.unmet.size()));
  answer.figure("by the newest", std::string(verdict_of(claim, now)));
  put_evidence(answer, claim, newest, " by the newest figure");
  return " Revised since: by the newest figures " + number(now.met.size()) + " of " + number(now.with()) + " are.";
}

}  // namespace

Assessment judge_each(const Claim& claim, const Dates& dates, GroupSight group) {
  Answer answer;
  const bool known = was_known(group.then, dates.due, dates.said);
  std::vector<Judged>& members = known ? group.then : group.newest;
  const std::string unit = unit_of(seen_as_members(members));
  put_target(answer, claim, dates, unit);
  const auto period = dates.due ? dates.due : common_period(seen_as_members(members), dates.said);
  if (!period) return answer.done(verdict::undecidable, "There are no figures for more than half of the members.");
  for (Judged& member : members) hold_at(claim, member, *period);
  const Tally counted = tally(seen_as_members(members));
  put_tally(answer, counted, period->text);
  put_evidence(answer, claim, members, "");
  if (counted.too_few()) return too_few(std::move(answer), counted, period->text);
  std::string reason = outcome(claim, counted, unit, period->text);
  if (known)
    reason += put_newest(answer, claim, counted, group.newest, *period);
  else
    reason += " These figures came out after it was said.";
  return answer.done(verdict_of(claim, counted), reason + condition_note(claim));
}

}  // namespace avow::statement
