// The checker "series": a target against observations. Its rules are docs/checking.md.

#include <utility>

#include "judge.hpp"

namespace series {
namespace {

bool is_promise(const Claim& claim) {
  return claim.kind == avow::sdk::kind::pledge || claim.kind == avow::sdk::kind::forecast;
}

/// The day whose members count: the end of what is judged, or the day judged by if that is earlier.
DayNumber day_of_members(const Claim& claim, const Dates& dates) {
  if (is_statement(claim) && !dates.due) return dates.said;
  return dates.end();
}

std::vector<Standing> members_of(Host& host, const Claim& claim, DayNumber day) {
  std::vector<Standing> members;
  for (const avow::sdk::Member member : host.members(claim.target.subject, day)) {
    Standing standing;
    standing.code = member.code;
    standing.name = member.name.empty() ? member.code : member.name;
    members.push_back(std::move(standing));
  }
  for (Standing& member : members) member.points = figures_of(host, claim, member.code, day);
  return members;
}

/// Set when members have figures, but none in a unit that fits.
const Points* conflict_among(const std::vector<Standing>& members) {
  const Points* conflict = nullptr;
  for (const Standing& member : members) {
    if (!member.points.all.empty()) return nullptr;
    if (!member.points.conflict.empty()) conflict = &member.points;
  }
  return conflict;
}

Assessment incomparable(const Claim& claim, const Points& points) {
  Answer answer;
  return answer.done(avow::sdk::verdict::undecidable, "The figures are in " + points.conflict + ", the target is in " +
                                                          std::string(claim.target.unit) +
                                                          ": they cannot be compared.");
}

/// A change is counted from somewhere: from the baseline said, or from the day it was said.
bool lacks_start(const Claim& claim) {
  return needs_baseline(claim.target.relation) && !claim.target.baseline.known() && !claim.said.known();
}

Assessment without_start() {
  Answer answer;
  return answer.done(avow::sdk::verdict::undecidable,
                     "It is not known when it was said, so there is nothing to count the change from.");
}

class SeriesChecker final : public avow::sdk::Checker {
 public:
  bool can_judge(const Claim& claim) override {
    const auto& target = claim.target;
    const bool resolved = !target.subject.empty() && !target.indicator.empty() && !target.relation.empty();
    const bool has_amounts = !needs_value(target.relation) || target.value;
    const bool has_upper = target.relation != avow::sdk::relation::between || target.upper;
    return resolved && has_amounts && has_upper && (is_promise(claim) || is_statement(claim));
  }

  Assessment check(const Claim& claim, Host& host) override {
    if (!is_statement(claim) && lacks_start(claim)) return without_start();
    const Dates dates = dates_of(claim);
    const DayNumber day = day_of_members(claim, dates);
    Points own;
    if (claim.target.scope != avow::sdk::scope::each) own = figures_of(host, claim, claim.target.subject, day);
    const bool try_members = own.all.empty() && own.conflict.empty() && claim.target.scope != avow::sdk::scope::total;
    if (try_members) {
      std::vector<Standing> members = members_of(host, claim, day);
      if (const Points* conflict = conflict_among(members)) return incomparable(claim, *conflict);
      if (!members.empty()) return judge_members(claim, dates, std::move(members));
      own = figures_of(host, claim, claim.target.subject, day);
    }
    if (own.all.empty() && !own.conflict.empty()) return incomparable(claim, own);
    return is_statement(claim) ? judge_statement(claim, dates, std::move(own))
                               : judge_promise(claim, dates, std::move(own));
  }
};

}  // namespace
}  // namespace series

AVOW_PLUGIN(series::SeriesChecker, .id = "series", .version = "0.1.0", .output_revision = 1)
