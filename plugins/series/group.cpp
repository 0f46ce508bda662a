// Each member of a group for itself.

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "judge.hpp"
#include "units.hpp"

namespace series {
namespace {

namespace verdict = avow::sdk::verdict;
using Members = std::vector<Standing>;

/// How the members came out.
struct Count {
  std::vector<std::string> met;
  std::vector<std::string> unmet;    ///< with their values
  std::vector<std::string> missing;  ///< without a figure for the period
  std::size_t on_way = 0;
  std::size_t stalled = 0;
  std::size_t preliminary = 0;
  std::size_t with() const { return met.size() + unmet.size(); }
  std::size_t all() const { return with() + missing.size(); }
  std::size_t short_of_path() const { return with() - on_way; }
};

Count count(const Members& members) {
  Count counted;
  for (const Standing& member : members) {
    if (member.judged == nullptr || !member.goal) {
      counted.missing.push_back(member.name);
      continue;
    }
    if (member.met())
      counted.met.push_back(member.name);
    else
      counted.unmet.push_back(member.name + " (" + decimal(member.judged->value) + ")");
    counted.on_way += member.on_way() ? 1 : 0;
    counted.stalled += member.track == Track::stalled ? 1 : 0;
    counted.preliminary += member.judged->preliminary() ? 1 : 0;
  }
  return counted;
}

/// The newest period that has begun by `day` and for which more than half of the members have a figure.
std::optional<Period> common_period(const Members& members, DayNumber day) {
  std::map<std::pair<DayNumber, DayNumber>, std::pair<Period, std::size_t>> seen;
  for (const Standing& member : members)
    for (const Point& point : member.points.all) {
      if (point.period.first > day) continue;
      auto& [period, count] = seen[{point.period.last, -point.period.first}];
      period = point.period;
      ++count;
    }
  for (auto entry = seen.rbegin(); entry != seen.rend(); ++entry)
    if (entry->second.second * 2 > members.size()) return entry->second.first;
  return std::nullopt;
}

std::string unit_of(const Members& members) {
  for (const Standing& member : members)
    if (!member.points.all.empty()) return member.points.unit;
  return {};
}

/// Puts what the members need a year from here on; in words for the reason, empty when all are there.
std::string put_needed(Answer& answer, const Members& members, const std::string& unit) {
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

void put_evidence(Answer& answer, const Claim& claim, const Members& members, bool with_path) {
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

void put_count(Answer& answer, const Count& counted, const std::string& period) {
  answer.figure("period", period);
  answer.figure("members", number(counted.all()));
  answer.figure("members with figures", number(counted.with()));
  answer.figure("members that meet it", number(counted.met.size()));
  answer.figure("members that do not", number(counted.unmet.size()));
  if (!counted.unmet.empty()) answer.figure("those that do not", listed(counted.unmet));
  if (!counted.missing.empty()) answer.figure("members without figures", listed(counted.missing));
  answer.figure("estimates or forecasts", number(counted.preliminary));
}

std::string outcome(const Claim& claim, const Count& counted, const std::string& unit, const std::string& period) {
  std::string text = number(counted.met.size()) + " of the " + number(counted.with()) + " members with figures are " +
                     words(claim.target, unit, nullptr) + " in " + period + ".";
  if (counted.preliminary > 0)
    text += " Estimates or forecasts among these figures: " + number(counted.preliminary) + ".";
  if (!counted.missing.empty()) text += " Without figures: " + listed(counted.missing) + ".";
  return text;
}

/// Once the time is over: kept by all that have figures, partly by at least half of them.
std::string_view final_verdict(const Count& counted) {
  if (counted.unmet.empty()) return verdict::kept;
  return counted.met.size() * 2 >= counted.with() ? verdict::partly_kept : verdict::broken;
}

/// Before: on track when every member is; stalled when at least half of the others do not move.
std::string_view open_verdict(const Count& counted) {
  if (counted.short_of_path() == 0) return verdict::on_track;
  return counted.stalled * 2 >= counted.short_of_path() ? verdict::stalled : verdict::off_track;
}

std::string_view stated_verdict(const Count& counted, bool negated) {
  if (counted.unmet.empty()) return negated ? verdict::refuted : verdict::supported;
  if (counted.met.empty()) return negated ? verdict::supported : verdict::refuted;
  return verdict::mixed;
}

Assessment too_few(Answer answer, const Count& counted, const std::string& period) {
  return answer.done(verdict::undecidable, "Only " + number(counted.with()) + " of " + number(counted.all()) +
                                               " members have a figure for " + period + " yet: more than half must.");
}

void stand_at(Members& members, const Claim& claim, const Dates& dates, const Period& period) {
  for (Standing& member : members) stand(member, claim.target, dates, point_for(member.points, period));
}

/// What was ruled out is broken by any member in any period since it was said; each is then shown at that period.
Assessment judge_ruled_out(Answer answer, const Claim& claim, const Dates& dates, Members members,
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

std::string path_reason(const Count& counted, const Dates& dates) {
  if (!dates.due || dates.over()) return {};
  return " " + number(counted.on_way) + " are there or on the straight path to it by " + dates.due->text + ".";
}

Assessment judge_promised(const Claim& claim, const Dates& dates, Members members) {
  Answer answer;
  const std::string unit = unit_of(members);
  put_target(answer, claim, dates, unit);
  const auto period = dates.over() ? dates.due : common_period(members, dates.end());
  if (!period)
    return answer.done(verdict::not_due,
                       "There are no figures yet for more than half of the members." + condition_note(claim));
  stand_at(members, claim, dates, *period);
  const Count counted = count(members);
  put_count(answer, counted, period->text);
  const bool started = period->first > dates.said;
  const std::string needed = dates.over() ? std::string() : put_needed(answer, members, unit);
  if (claim.negated && (started || dates.over()) && counted.with() * 2 > counted.all())
    return judge_ruled_out(std::move(answer), claim, dates, std::move(members), unit);
  put_evidence(answer, claim, members, !dates.over() && started);
  if (counted.with() * 2 <= counted.all()) return too_few(std::move(answer), counted, period->text);
  const std::string result = outcome(claim, counted, unit, period->text);
  if (!started && !dates.over())
    return answer.done(verdict::not_due, "No period has begun since it was said for which most members have figures. " +
                                             result + needed + condition_note(claim));
  return answer.done(dates.over() ? final_verdict(counted) : open_verdict(counted),
                     result + path_reason(counted, dates) + needed + condition_note(claim));
}

std::optional<Period> stated_period(const Dates& dates, const Members& members) {
  if (dates.due) return dates.due;
  return common_period(members, dates.said);
}

Assessment judge_stated(const Claim& claim, const Dates& dates, Members members) {
  Answer answer;
  const std::string unit = unit_of(members);
  put_target(answer, claim, dates, unit);
  const auto period = stated_period(dates, members);
  if (!period) return answer.done(verdict::undecidable, "There are no figures for more than half of the members.");
  for (Standing& member : members) {
    member.judged = point_for(member.points, *period);
    if (member.judged == nullptr) continue;
    member.baseline = claim.target.baseline.known() ? point_for(member.points, period_of(claim.target.baseline))
                                                    : last_ended_by(member.points, member.judged->period.first - 1);
    member.goal = goal_for(claim.target, member.points, member.baseline, *member.judged);
  }
  const Count counted = count(members);
  put_count(answer, counted, period->text);
  put_evidence(answer, claim, members, false);
  if (counted.with() * 2 <= counted.all()) return too_few(std::move(answer), counted, period->text);
  return answer.done(stated_verdict(counted, claim.negated), outcome(claim, counted, unit, period->text));
}

}  // namespace

Assessment judge_members(const Claim& claim, const Dates& dates, std::vector<Standing> members) {
  return is_statement(claim) ? judge_stated(claim, dates, std::move(members))
                             : judge_promised(claim, dates, std::move(members));
}

}  // namespace series
