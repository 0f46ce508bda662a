#include "outcome.hpp"

#include "points.hpp"

namespace documents {
namespace {

namespace verdict = avow::sdk::verdict;
using avow::sdk::Assessment;

/// Reports that end a promise outweigh intentions; of two that do, the later one.
struct Weighed {
  const Finding* ending = nullptr;   ///< the last of: denied, not done, enacted, done
  const Finding* decided = nullptr;  ///< the last decision
  const Finding* announced = nullptr;
  bool disputed = false;  ///< of the same day or later one reports it done and one not
};

bool is_failure(Report report) {
  return report == Report::not_done || report == Report::denies;
}
bool is_ending(Report report) {
  return is_failure(report) || report == Report::enacts || report == Report::done;
}

Weighed weigh(const std::vector<Finding>& findings, bool decision_ends) {
  Weighed weighed;
  for (const Finding& finding : findings) {
    if (finding.report == Report::announces) weighed.announced = &finding;
    if (finding.report == Report::decides) weighed.decided = &finding;
    if (!is_ending(finding.report) && !(decision_ends && finding.report == Report::decides)) continue;
    if (weighed.ending != nullptr && weighed.ending->published == finding.published)
      weighed.disputed = weighed.disputed || is_failure(finding.report) != is_failure(weighed.ending->report);
    weighed.ending = &finding;
  }
  return weighed;
}

using avow::check::day_text;

std::string told(const Finding& finding) {
  return "A document of " + day_text(finding.published) + " " + name(finding.report) + ": \"" + finding.sentence + "\"";
}

struct Conclusion {
  const char* verdict;
  std::string reason;
};

Conclusion of_ending(const Search& search, const Finding& ending, bool negated) {
  const bool failed = is_failure(ending.report);
  if (negated) return {failed ? verdict::kept_so_far : verdict::broken, told(ending)};
  if (ending.report == Report::denies) return {verdict::withdrawn, told(ending)};
  if (failed) return {search.over() ? verdict::broken : verdict::off_track, told(ending)};
  return {verdict::kept, told(ending)};
}

/// Nothing that was found ends it.
Conclusion still_open(const Search& search, const Weighed& weighed, bool negated) {
  if (negated && !search.over()) return {verdict::kept_so_far, "No document says that it was done."};
  if (weighed.decided != nullptr && !search.over()) return {verdict::on_track, told(*weighed.decided)};
  const std::string window = "what was published from " + day_text(search.said + 1) + " to " + day_text(search.today);
  if (!search.over()) return {verdict::not_due, "Nothing in " + window + " says that it was done, or was not."};
  std::string reason = "It was due by " + day_text(search.due_until) + ". Nothing in " + window +
                       " says that it was done, or was not; that is not the same as broken.";
  if (weighed.decided != nullptr) reason = told(*weighed.decided) + " " + reason;
  return {verdict::undecidable, reason};
}

Conclusion conclude(const Search& search, const Weighed& weighed, bool negated) {
  if (weighed.disputed)
    return {verdict::undecidable, "Documents of " + day_text(weighed.ending->published) +
                                      " contradict each other: one reports it done, one not."};
  if (weighed.ending != nullptr) return of_ending(search, *weighed.ending, negated);
  return still_open(search, weighed, negated);
}

}  // namespace

Assessment outcome(const avow::sdk::Claim& claim, const Search& search, const std::vector<Finding>& findings) {
  const Weighed weighed = weigh(findings, search.act.is_decision);
  const Conclusion conclusion = conclude(search, weighed, claim.negated);
  Assessment answer;
  answer.verdict = conclusion.verdict;
  answer.reason = conclusion.reason;
  if (search.dated()) answer.figures.push_back({"due", std::string(claim.target.due.edtf)});
  answer.figures.push_back({"documents that speak of it", std::to_string(findings.size())});
  for (const Finding& finding : findings)
    answer.evidence.push_back({avow::sdk::evidence_kind::document, finding.document,
                               std::string(name(finding.report)) + ": " + finding.sentence});
  return answer;
}

}  // namespace documents
