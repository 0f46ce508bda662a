// The checker "series": what was promised against observations. Its rules are docs/checking.md.

#include <utility>

#include "judge.hpp"

namespace avow::series {
namespace {

std::vector<Standing> standings_of(Host& host, const Claim& claim, DayNumber day) {
  std::vector<Standing> standings;
  for (Judged& member : members_of(host, claim, day))
    static_cast<Judged&>(standings.emplace_back()) = std::move(member);
  return standings;
}

/// A change is counted from somewhere: from the baseline said, or from the day it was said.
bool lacks_start(const Claim& claim) {
  return needs_baseline(claim.target.relation) && !claim.target.baseline.known() && !claim.said.known();
}

/// What had been published when it was said, where that matters: of a promise without a date.
Points known_then(Host& host, const Claim& claim, const Dates& dates, DayNumber day) {
  if (dates.due || !claim.said.known()) return {};
  return figures_of(host, claim, claim.target.subject, day, dates.said);
}

Assessment without_start() {
  Answer answer;
  return answer.done(sdk::verdict::undecidable,
                     "It is not known when it was said, so there is nothing to count the change from.");
}

class SeriesChecker final : public sdk::Checker {
 public:
  bool can_judge(const Claim& claim) override { return is_promise(claim) && has_parts(claim.target); }

  Assessment check(const Claim& claim, Host& host) override {
    if (lacks_start(claim)) return without_start();
    const Dates dates = dates_of(claim);
    const DayNumber day = dates.end();
    Points own;
    if (claim.target.scope != sdk::scope::each) own = figures_of(host, claim, claim.target.subject, day);
    const bool try_members = own.all.empty() && own.conflict.empty() && claim.target.scope != sdk::scope::total;
    if (try_members) {
      std::vector<Standing> members = standings_of(host, claim, day);
      if (const Points* conflict = conflict_among(seen_as_members(members))) return incomparable(claim, *conflict);
      if (!members.empty()) return judge_members(claim, dates, std::move(members));
      if (claim.target.scope == sdk::scope::each) own = figures_of(host, claim, claim.target.subject, day);
    }
    if (own.all.empty() && !own.conflict.empty()) return incomparable(claim, own);
    return judge_promise(claim, dates, std::move(own), known_then(host, claim, dates, day));
  }
};

}  // namespace
}  // namespace avow::series

using avow::series::SeriesChecker;
AVOW_PLUGIN(SeriesChecker, .id = "series", .version = "0.1.0", .output_revision = 3)
