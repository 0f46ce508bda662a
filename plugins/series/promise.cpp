// A promise about one entity, or a group as a whole: by the path before the due date, by the due period after it.

#include <algorithm>

#include "judge.hpp"
#include "units.hpp"

namespace avow::series {
namespace {

namespace verdict = sdk::verdict;

std::string stood(const Claim& claim, const Standing& standing) {
  const Point& point = *standing.judged;
  return std::string(subject_of(claim)) + " stood at " + amount(point.value, standing.points.unit) + when(point);
}

std::string aim(const Claim& claim, const Standing& standing) {
  return words(claim.target, standing.points.unit, standing.baseline);
}

void put_judged(Answer& answer, const Claim& claim, const Standing& standing, std::string_view what_for) {
  const std::string& unit = standing.points.unit;
  if (standing.baseline != nullptr) {
    answer.figure("baseline period", standing.baseline->period.text);
    answer.figure("baseline", amount(standing.baseline->value, unit));
    answer.evidence(subject_of(claim), *standing.baseline, unit, "the baseline");
    if (needs_baseline(claim.target.relation)) answer.rests_on(*standing.baseline);
  }
  answer.figure("period", standing.judged->period.text);
  answer.figure("value", amount(standing.judged->value, unit));
  answer.evidence(subject_of(claim), *standing.judged, unit, what_for);
  answer.rests_on(*standing.judged);
}

/// A figure that was rounded over the line is told, and makes the verdict uncertain.
std::string rounding_note(Answer& answer, const Standing& standing) {
  if (!standing.rounded_over()) return {};
  answer.doubt();
  return " The figure is published in steps of " + decimal(standing.judged->step) +
         ": what rounding took from it or gave to it decides.";
}

/// Of each later period what the path asked for and what came: the newest of them.
void put_years(Answer& answer, const Standing& standing, const Dates& dates) {
  constexpr std::size_t most = 12;
  const std::string& unit = standing.points.unit;
  std::vector<const Point*> later = begun_after(standing.points, dates.said);
  std::erase_if(later, [&](const Point* point) { return point->period.last > standing.judged->period.last; });
  for (std::size_t at = later.size() > most ? later.size() - most : 0; at < later.size(); ++at)
    if (const auto asked = path_at(standing, dates, later[at]->period.last))
      answer.figure("path in " + later[at]->period.text,
                    "asked for " + amount(*asked, unit) + ", came " + amount(later[at]->value, unit));
}

void put_path(Answer& answer, const Standing& standing) {
  const std::string& unit = standing.points.unit;
  if (standing.goal) answer.figure("gap", amount(standing.goal->gap(standing.judged->value), difference_unit(unit)));
  if (standing.path) answer.figure("path", amount(*standing.path, unit));
  if (standing.needed) answer.figure("needed a year", amount(*standing.needed, difference_unit(unit)));
}

std::string needed_note(const Standing& standing, const Dates& dates) {
  if (!standing.needed) return {};
  return " From " + standing.judged->period.text + " on it takes " +
         amount(*standing.needed, difference_unit(standing.points.unit)) + " a year to be there by " + dates.due->text +
         ".";
}

/// What has come since it was said: a period that began after it, or merely the first figure of the one under way.
enum class Since { nothing, published, begun };

/// Whether the figure tells something new of a promise without a date: of the period under way when it was said, of
/// which nothing had been published by then.
bool is_news(const Claim& claim, const Dates& dates, const Point& newest, const Points& known_then) {
  const bool under_way = newest.period.first <= dates.said && newest.period.last >= dates.said;
  const bool known = std::any_of(known_then.all.begin(), known_then.all.end(),
                                 [&](const Point& point) { return point.period.text == newest.period.text; });
  return !dates.due && claim.said.known() && under_way && newest.published > dates.said && !known;
}

Assessment waiting(Answer answer, const Claim& claim, const Dates& dates, const Points& points) {
  std::string reason = "The time ended with " + dates.due->text + ", but no figure for it had been published by " +
                       day_text(dates.today) + ".";
  if (!points.all.empty()) reason += " The newest is for " + points.all.back().period.text + ".";
  return answer.done(verdict::undecidable, reason + condition_note(claim));
}

Assessment without_ground(Answer answer, const Claim& claim) {
  return answer.done(verdict::undecidable,
                     "There is no figure for the baseline that the change is counted from." + condition_note(claim));
}

Assessment judge_negated(const Claim& claim, const Dates& dates, Standing standing, bool has_later) {
  Answer answer;
  put_target(answer, claim, dates, standing.points.unit);
  if (needs_baseline(claim.target.relation) && standing.baseline == nullptr)
    return without_ground(std::move(answer), claim);
  if (const Point* crossed = first_crossing(standing, claim.target, dates)) {
    standing.judged = crossed;
    standing.goal = goal_for(claim.target, standing.points, standing.baseline, *crossed);
    put_judged(answer, claim, standing, "crosses what was ruled out");
    const std::string rounding = rounding_note(answer, standing);
    return answer.done(verdict::broken, stood(claim, standing) + ", which is " + aim(claim, standing) +
                                            ": what was ruled out has come." + rounding + condition_note(claim));
  }
  if (standing.judged == nullptr && dates.over()) return waiting(std::move(answer), claim, dates, standing.points);
  if (standing.judged == nullptr || (!has_later && !dates.over()))
    return answer.done(verdict::not_due,
                       "No period has begun since it was said for which there is a figure." + condition_note(claim));
  put_judged(answer, claim, standing, "the newest figure");
  return answer.done(dates.over() ? verdict::kept : verdict::kept_so_far,
                     stood(claim, standing) + ", and in no period since it was said was it " + aim(claim, standing) +
                         "." + condition_note(claim));
}

Assessment judge_final(const Claim& claim, const Dates& dates, const Standing& standing) {
  Answer answer;
  put_target(answer, claim, dates, standing.points.unit);
  if (standing.judged == nullptr) return waiting(std::move(answer), claim, dates, standing.points);
  if (!standing.goal) return without_ground(std::move(answer), claim);
  put_judged(answer, claim, standing, "the due period");
  put_path(answer, standing);
  const bool kept = standing.met();
  const std::string rounding = rounding_note(answer, standing);
  return answer.done(kept ? verdict::kept : verdict::broken,
                     stood(claim, standing) + (kept ? ", which is " : ", which is not ") + aim(claim, standing) + "." +
                         rounding + condition_note(claim));
}

std::string_view open_verdict(const Standing& standing) {
  if (standing.on_way()) return verdict::on_track;
  return standing.track == Track::stalled ? verdict::stalled : verdict::off_track;
}

std::string open_reason(const Claim& claim, const Dates& dates, const Standing& standing) {
  std::string reason = stood(claim, standing);
  if (standing.met()) return reason + ", which is " + aim(claim, standing) + ".";
  reason += ", not yet " + aim(claim, standing);
  if (standing.path) reason += standing.on_way() ? ", but on" : ", short of";
  if (standing.path) reason += " the straight path, which asks for " + amount(*standing.path, standing.points.unit);
  if (standing.track == Track::stalled) reason += "; it is no nearer than in " + standing.compared->period.text;
  return reason + "." + needed_note(standing, dates);
}

/// A figure of the period that was under way tells of the promise until a later period has one.
std::string since_note(Answer& answer, const Standing& standing, Since since) {
  if (since != Since::published) return {};
  answer.doubt();
  return " " + standing.judged->period.text +
         " had begun when it was said, but no figure of it was out; this one came on " +
         day_text(standing.judged->published) + ".";
}

Assessment judge_open(const Claim& claim, const Dates& dates, const Standing& standing, Since since) {
  Answer answer;
  put_target(answer, claim, dates, standing.points.unit);
  if (standing.judged == nullptr)
    return answer.done(verdict::not_due,
                       "There is no figure yet by which progress could be told." + condition_note(claim));
  put_judged(answer, claim, standing, "the newest figure");
  put_path(answer, standing);
  if (standing.compared != nullptr)
    answer.evidence(subject_of(claim), *standing.compared, standing.points.unit, "three periods before");
  if (since == Since::nothing)
    return answer.done(verdict::not_due, "No period has begun since it was said for which there is a figure; " +
                                             stood(claim, standing) + "." + needed_note(standing, dates) +
                                             condition_note(claim));
  if (!standing.goal) return without_ground(std::move(answer), claim);
  put_years(answer, standing, dates);
  const std::string rounding = rounding_note(answer, standing);
  return answer.done(open_verdict(standing), open_reason(claim, dates, standing) + since_note(answer, standing, since) +
                                                 rounding + condition_note(claim));
}

}  // namespace

Assessment judge_promise(const Claim& claim, const Dates& dates, Points points, const Points& known_then) {
  Standing standing;
  standing.points = std::move(points);
  const Point* newest = newest_begun(standing.points, dates.end());
  stand(standing, claim.target, dates, dates.over() ? point_for(standing.points, *dates.due) : newest);
  const bool has_later = newest != nullptr && newest->period.first > dates.said;
  if (claim.negated) return judge_negated(claim, dates, std::move(standing), has_later);
  if (dates.over()) return judge_final(claim, dates, standing);
  const bool news = !has_later && newest != nullptr && is_news(claim, dates, *newest, known_then);
  return judge_open(claim, dates, standing, has_later ? Since::begun : news ? Since::published : Since::nothing);
}

}  // namespace avow::series
