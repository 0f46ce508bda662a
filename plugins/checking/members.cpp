#include "members.hpp"

#include <map>
#include <utility>

namespace avow::check {

std::vector<Judged> members_of(Host& host, const Claim& claim, DayNumber day,
                               std::optional<DayNumber> published_until) {
  std::vector<Judged> members;
  for (const sdk::Member member : host.members(claim.target.subject, day)) {
    Judged one;
    one.code = member.code;
    one.name = member.name.empty() ? member.code : member.name;
    members.push_back(std::move(one));
  }
  for (Judged& member : members) member.points = figures_of(host, claim, member.code, day, published_until);
  return members;
}

const Points* conflict_among(const Members& members) {
  const Points* conflict = nullptr;
  for (const Judged* member : members) {
    if (!member->points.all.empty()) return nullptr;
    if (!member->points.conflict.empty()) conflict = &member->points;
  }
  return conflict;
}

std::optional<Period> common_period(const Members& members, DayNumber day) {
  std::map<std::pair<DayNumber, DayNumber>, std::pair<Period, std::size_t>> seen;
  for (const Judged* member : members)
    for (const Point& point : member->points.all) {
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
  for (const Judged* member : members)
    if (!member->points.all.empty()) return member->points.unit;
  return {};
}

Tally tally(const Members& members) {
  Tally counted;
  for (const Judged* member : members) {
    if (member->judged == nullptr || !member->goal) {
      counted.missing.push_back(member->name);
      continue;
    }
    if (member->met())
      counted.met.push_back(member->name);
    else
      counted.unmet.push_back(member->name + " (" + decimal(member->judged->value) + ")");
    counted.preliminary += member->judged->preliminary() ? 1 : 0;
  }
  return counted;
}

void put_tally(Answer& answer, const Tally& counted, const std::string& period) {
  answer.figure("period", period);
  answer.figure("members", number(counted.all()));
  answer.figure("members with figures", number(counted.with()));
  answer.figure("members that meet it", number(counted.met.size()));
  answer.figure("members that do not", number(counted.unmet.size()));
  if (!counted.unmet.empty()) answer.figure("those that do not", listed(counted.unmet));
  if (!counted.missing.empty()) answer.figure("members without figures", listed(counted.missing));
  answer.figure("estimates or forecasts", number(counted.preliminary));
}

std::string outcome(const Claim& claim, const Tally& counted, const std::string& unit, const std::string& period) {
  std::string text = number(counted.met.size()) + " of the " + number(counted.with()) + " members with figures are " +
                     words(claim.target, unit, nullptr) + " in " + period + ".";
  if (counted.preliminary > 0)
    text += " Estimates or forecasts among these figures: " + number(counted.preliminary) + ".";
  if (!counted.missing.empty()) text += " Without figures: " + listed(counted.missing) + ".";
  return text;
}

Assessment too_few(Answer answer, const Tally& counted, const std::string& period) {
  return answer.done(sdk::verdict::undecidable, "Only " + number(counted.with()) + " of " + number(counted.all()) +
                                                    " members have a figure for " + period +
                                                    " yet: more than half must.");
}

}  // namespace avow::check
