// Each member of a group for itself.

#include <cmath>
#include <utility>

#include "judge.hpp"
#include "units.hpp"

namespace avow::series {
namespace {

namespace verdict = sdk::verdict;
using Standings = std::vector<Standing>;

/// How far those are that do not meet it.
struct Ways {
  Tally counted;
  std::size_t on_way = 0;
  std::size_t stalled = 0;
  std::size_t short_of_path() const { return counted.with() - on_way; }
};

Ways ways_of(const Standings& members) {
  Ways ways{tally(seen_as_members(members))};
  for (const Standing& member : members) {
    if (member.judged == nullptr || !member.goal) continue;
    ways.on_way += member.on_way() ? 1 : 0;
    ways.stalled += member.track == Track::stalled ? 1 : 0;
  }
  return ways;
}

/// Puts what the members need a year from here on; in words for the reason, empty when all are there.
std::string put_needed(Answer& answer, const Standings& members, const std::string& unit) {
  double sum = 0;
  std::size_t count = 0;
  const Standing* most = nullptr;
  for (const Standing& member : members) {
    if (!member.needed) continue;
    sum += *member.needed;
    ++count;
    if (most == nullptr || std::abs(*member.needed) > std::abs(*most->needed)) most = &member;
  }
  if (most == nullptr) return {};
  const std::string points = difference_unit(unit);
  const std::string average = amount(sum / static_cast<double>(count), points);
  answer.figure("needed a year, on average", average);
  answer.figure("needed a year, most", most->name + " " + amount(*most->needed, points));
  return " The others need " + average + " a year on average to get there.";
}

/// Names the members that meet it, or do not, only because their figures were rounded.
void put_rounded(Answer& answer, const Standings& members) {
  std::vector<std::string> names;
  for (const Standing& member : members)
    if (member.rounded_over()) names.push_back(member.name + " (" + decimal(member.judged->value) + ")");
  if (names.empty()) return;
  answer.doubt();
  answer.figure("rounding decides for", listed(names));
}

void put_evidence(Answer& answer, const Claim& claim, const Standings& members, bool with_path) {
  for (const Standing& member : members) {
    if (member.judged == nullptr || !member.goal) continue;
    const std::string& unit = member.points.unit;
    answer.rests_on(*member.judged);
    answer.evidence(member.name, *member.judged, unit, member.met() ? "meets it" : "does not meet it");
    const bool baseline_used = with_path || needs_baseline(claim.target.relation);
    if (baseline_used && member.baseline != nullptr)
      answer.evidence(member.name, *member.baseline, unit, "the baseline");
    if (with_path && member.compared != nullptr)
      answer.evidence(member.name, *member.compared, unit, "three periods before");
  }
}

/// Once the time is over: kept by all that have figures, partly by at least half of them.
std::string_view final_verdict(const Tally& counted) {
  if (counted.unmet.empty()) return verdict::kept;
  return counted.met.size() * 2 >= counted.with() ? verdict::partly_kept : verdict::broken;
}

/// Before: on track when every member is; stalled when at least half of the others do not move.
std::string_view open_verdict(const Ways& ways) {
  if (ways.short_of_path() == 0) return verdict::on_track;
  return ways.stalled * 2 >= ways.short_of_path() ? verdict::stalled : verdict::off_track;
}

void stand_at(Standings& members, const Claim& claim, const Dates& dates, const Period& period) {
  for (Standing& member : members) stand(member, claim.target, dates, point_for(member.points, period));
}

/// What was ruled out is broken by any member in any period since it was said; each is then shown at that period.
Assessment judge_ruled_out(Answer answer, const Claim& claim, const Dates& dates, Standings members,
                           const std::string& unit) {
  std::vector<std::string> crossed;
  for (Standing& member : members) {
    const Point* point = first_crossing(member, claim.target, dates);
    if (point == nullptr) continue;
    stand(member, claim.target, dates, point);
    crossed.push_back(member.name + " (" + decimal(point->value) + " in " + point->period.text + ")");
  }
  put_evidence(answer, claim, members, false);
  const std::string ruled_out = words(claim.target, unit, nullptr);
  if (!crossed.empty())
    return answer.done(verdict::broken, "What was ruled out has come: " + ruled_out + ": " + listed(crossed) + "." +
                                            condition_note(claim));
  return answer.done(dates.over() ? verdict::kept : verdict::kept_so_far,
                     "No member with figures has been " + ruled_out + " since it was said." + condition_note(claim));
}

std::string path_reason(const Ways& ways, const Dates& dates) {
  if (!dates.due || dates.over()) return {};
  return " " + number(ways.on_way) + " are there or on the straight path to it by " + dates.due->text + ".";
}

}  // namespace

Assessment judge_members(const Claim& claim, const Dates& dates, std::vector<Standing> members) {
  Answer answer;
  const std::string unit = unit_of(seen_as_members(members));
  put_target(answer, claim, dates, unit);
  const auto period = dates.over() ? dates.due : common_period(seen_as_members(members), dates.end());
  if (!period)
    return answer.done(verdict::not_due,
                       "There are no figures yet for more than half of the members." + condition_note(claim));
  stand_at(members, claim, dates, *period);
  const Ways ways = ways_of(members);
  const Tally& counted = ways.counted;
  put_tally(answer, counted, period->text);
  put_rounded(answer, members);
  const bool started = period->first > dates.said;
  const std::string needed = dates.over() ? std::string() : put_needed(answer, members, unit);
  if (claim.negated && (started || dates.over()) && !counted.too_few())
    return judge_ruled_out(std::move(answer), claim, dates, std::move(members), unit);
  put_evidence(answer, claim, members, !dates.over() && started);
  if (counted.too_few()) return too_few(std::move(answer), counted, period->text);
  const std::string result = outcome(claim, counted, unit, period->text);
  if (!started && !dates.over())
    return answer.done(verdict::not_due, "No period has begun since it was said for which most members have figures. " +
                                             result + needed + condition_note(claim));
  return answer.done(dates.over() ? final_verdict(counted) : open_verdict(ways),
                     result + path_reason(ways, dates) + needed + condition_note(claim));
}

}  // namespace avow::series
