// A statement about one entity, or a group as a whole: by the figure for the period that it speaks of.

#include "judge.hpp"
#include "units.hpp"

namespace series {
namespace {

namespace verdict = avow::sdk::verdict;

/// What a change is counted from: as said, else the period before the one spoken of.
const Point* stated_baseline(const Claim& claim, const Points& points, const Point& stated) {
  if (claim.target.baseline.known()) return point_for(points, period_of(claim.target.baseline));
  return last_ended_by(points, stated.period.first - 1);
}

std::string missing(const Claim& claim) {
  const std::string period = claim.target.due.known() ? std::string(claim.target.due.edtf) : "the time it was said";
  return "There is no figure of " + std::string(subject_of(claim)) + " for " + period + ".";
}

/// "which is 32 members", but "which is at or above 32 members".
std::string aim(const Claim& claim, std::string_view unit, const Point* baseline) {
  const std::string said = words(claim.target, unit, baseline);
  const bool equal = claim.target.relation == avow::sdk::relation::equal;
  return equal && said.starts_with("at ") ? said.substr(3) : said;
}

}  // namespace

Assessment judge_statement(const Claim& claim, const Dates& dates, Points points) {
  Answer answer;
  put_target(answer, claim, dates, points.unit);
  const Point* stated = stated_point(claim, points);
  if (stated == nullptr) return answer.done(verdict::undecidable, missing(claim));
  const Point* baseline = needs_baseline(claim.target.relation) ? stated_baseline(claim, points, *stated) : nullptr;
  const auto goal = goal_for(claim.target, points, baseline, *stated);
  if (!goal) return answer.done(verdict::undecidable, "There is no earlier figure to compare with.");
  if (baseline != nullptr) {
    answer.figure("baseline", amount(baseline->value, points.unit));
    answer.evidence(subject_of(claim), *baseline, points.unit, "the baseline");
    answer.rests_on(*baseline);
  }
  answer.figure("period", stated->period.text);
  answer.figure("value", amount(stated->value, points.unit));
  answer.figure("gap", amount(goal->gap(stated->value), difference_unit(points.unit)));
  answer.evidence(subject_of(claim), *stated, points.unit, "the period spoken of");
  answer.rests_on(*stated);
  const bool met = goal->met(stated->value);
  return answer.done(met != claim.negated ? verdict::supported : verdict::refuted,
                     std::string(subject_of(claim)) + " stood at " + amount(stated->value, points.unit) +
                         when(*stated) + (met ? ", which is " : ", which is not ") + aim(claim, points.unit, baseline) +
                         ".");
}

}  // namespace series
