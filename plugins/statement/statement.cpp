// The checker "statement": what was said to be so against observations. Its rules are docs/checking.md.

#include <utility>

#include "judge.hpp"

namespace avow::statement {
namespace {

bool is_known(const Sight& sight) {
  return !sight.newest.all.empty() || !sight.newest.conflict.empty();
}

class StatementChecker final : public sdk::Checker {
 public:
  bool can_judge(const Claim& claim) override { return is_statement(claim) && has_parts(claim.target); }

  Assessment check(const Claim& claim, Host& host) override {
    const Dates dates = dates_of(claim);
    Sight own;
    if (claim.target.scope != sdk::scope::each) own = sight_of(host, claim, claim.target.subject, dates);
    if (!is_known(own) && claim.target.scope != sdk::scope::total) {
      const DayNumber day = day_of_members(dates);
      std::vector<Judged> newest = members_of(host, claim, day);
      if (const Points* conflict = conflict_among(seen_as_members(newest))) return incomparable(claim, *conflict);
      if (!newest.empty())
        return judge_each(claim, dates, {members_of(host, claim, day, dates.said), std::move(newest)});
      if (claim.target.scope == sdk::scope::each) own = sight_of(host, claim, claim.target.subject, dates);
    }
    if (own.newest.all.empty() && !own.newest.conflict.empty()) return incomparable(claim, own.newest);
    return judge_one(claim, dates, own);
  }
};

}  // namespace
}  // namespace avow::statement

using avow::statement::StatementChecker;
AVOW_PLUGIN(StatementChecker, .id = "statement", .version = "0.1.0", .output_revision = 1)
