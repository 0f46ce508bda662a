// A statement about one entity, or a group as a whole: by what could be known when it was said, and by what is known
// now.

#include "judge.hpp"
#include "units.hpp"

namespace avow::statement {
namespace {

namespace verdict = sdk::verdict;

std::string missing(const Claim& claim) {
  const std::string period = claim.target.due.known() ? std::string(claim.target.due.edtf) : "the time it was said";
  return "There is no figure of " + std::string(subject_of(claim)) + " for " + period + ".";
}

bool is_right(const Claim& claim, const Held& held) {
  return held.met() != claim.negated;
}

std::string_view verdict_of(const Claim& claim, const Held& held) {
  if (held.wrong_way) return verdict::mixed;
  return is_right(claim, held) ? verdict::supported : verdict::refuted;
}

std::string stood(const Claim& claim, const Held& held, std::string_view unit) {
  std::string text = std::string(subject_of(claim)) + " stood at " + amount(held.stated->value, unit) +
                     when(*held.stated) + (held.met() ? ", which is " : ", which is not ") +
                     said_words(claim, held, unit);
  if (held.wrong_way)
    text += ", though it came there from " + amount(held.baseline->value, unit) + " in " + held.baseline->period.text;
  if (held.met() && is_far_beyond(claim.target, held.stated->value)) text += ", and far beyond it";
  return text + ".";
}

/// Which vintage decided; nothing for what was counted rather than published.
std::string vintage_note(const Sight& sight) {
  if (sight.stated->id.empty()) return {};
  const std::string day = day_text(sight.stated->published);
  if (sight.known == Known::then) return " That figure was out when it was said, published on " + day + ".";
  return " No figure was out when it was said; this is the first after it, published on " + day + ".";
}

/// "right then, revised since" and its like; empty where nothing was revised.
std::string revision_note(const Claim& claim, const Sight& sight, const Held& then, const Held& now) {
  if (sight.now == nullptr) return " The figure has been withdrawn since.";
  if (sight.now->id == sight.stated->id || !now.decided()) return {};
  const bool right_now = is_right(claim, now);
  const std::string figure = amount(sight.now->value, sight.newest.unit) + " (" + day_text(sight.now->published) + ")";
  if (is_right(claim, then) == right_now) {
    const bool same = sight.now->value == sight.stated->value;
    return same ? std::string() : " Revised since to " + figure + ", which changes nothing.";
  }
  return right_now ? " Wrong then, right by later figures: revised since to " + figure + "."
                   : " Right then, revised since to " + figure + ", by which it is wrong.";
}

void put_baseline(Answer& answer, const Claim& claim, const Held& held, std::string_view unit) {
  if (held.baseline == nullptr) return;
  answer.figure("baseline period", held.baseline->period.text);
  answer.figure("baseline", amount(held.baseline->value, unit));
  answer.evidence(subject_of(claim), *held.baseline, unit, "the baseline");
  if (needs_baseline(claim.target.relation)) answer.rests_on(*held.baseline);
}

void put_stated(Answer& answer, const Claim& claim, const Sight& sight, const Held& held) {
  const std::string& unit = sight.then.unit;
  const Point& point = *sight.stated;
  const bool then = sight.known == Known::then;
  answer.figure("period", point.period.text);
  answer.figure("value", amount(point.value, unit));
  answer.figure("published", day_text(point.published));
  answer.figure("gap", amount(held.goal->gap(point.value), difference_unit(unit)));
  answer.evidence(subject_of(claim), point, unit, then ? "known when it was said" : "the first published after it");
  answer.rests_on(point);
}

void put_newest(Answer& answer, const Claim& claim, const Sight& sight, const Held& now) {
  if (sight.now == nullptr || sight.now->id == sight.stated->id) return;
  const std::string& unit = sight.newest.unit;
  answer.figure("newest value", amount(sight.now->value, unit));
  answer.figure("newest published", day_text(sight.now->published));
  answer.evidence(subject_of(claim), *sight.now, unit, "the newest figure");
  if (now.decided()) answer.figure("by the newest", std::string(verdict_of(claim, now)));
  if (now.baseline != nullptr && needs_baseline(claim.target.relation))
    answer.evidence(subject_of(claim), *now.baseline, unit, "the baseline as it is now");
}

}  // namespace

Assessment judge_one(const Claim& claim, const Dates& dates, const Sight& sight) {
  Answer answer;
  const std::string& unit = sight.then.unit;
  const Held held = hold(claim, sight.then, sight.stated);
  answer.figure("target", (claim.negated ? "not " : "") + said_words(claim, held, unit));
  if (dates.due) answer.figure("due", dates.due->text);
  if (held.stated == nullptr) return answer.done(verdict::undecidable, missing(claim));
  if (!held.decided()) return answer.done(verdict::undecidable, "There is no earlier figure to compare with.");
  const Held now = hold(claim, sight.newest, sight.now);
  put_baseline(answer, claim, held, unit);
  put_stated(answer, claim, sight, held);
  put_newest(answer, claim, sight, now);
  return answer.done(verdict_of(claim, held), stood(claim, held, unit) + vintage_note(sight) +
                                                  revision_note(claim, sight, held, now) + condition_note(claim));
}

}  // namespace avow::statement
