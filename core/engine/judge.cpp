#include "engine/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"

namespace avow {
namespace {

void require_given(const Evidence& evidence, const StoreCheckHost& host, const std::string& plugin) {
  const bool given = evidence.kind == EvidenceKind::observation ? host.given(evidence.reference) != nullptr
                                                                : host.gave_document(evidence.reference);
  if (!given)
    throw Error(ErrorCode::plugin, fmt::format("{} names {} {} as evidence, which it was not given", plugin,
                                               evidence_kinds.name(evidence.kind), evidence.reference));
}

/// The newest vintage among the observations that the verdict rests on.
std::string newest_vintage(const std::vector<Evidence>& evidence, const StoreCheckHost& host) {
  std::optional<Day> newest;
  for (const Evidence& item : evidence)
    if (const ObservedValue* given = host.given(item.reference))
      newest = newest ? std::max(*newest, given->published) : given->published;
  return newest ? to_string(*newest) : std::string();
}

std::vector<Status> statuses_of(const std::vector<Evidence>& evidence, const StoreCheckHost& host) {
  std::vector<Status> all;
  for (const Evidence& item : evidence)
    if (const ObservedValue* given = host.given(item.reference)) all.push_back(given->status);
  return all;
}

}  // namespace

CheckRequest check_request(const ClaimRow& row, const Lexicon& lexicon, Day today) {
  const Reading& reading = *row.reading;
  const Entity* subject = lexicon.entity(reading.target.subject);
  return {row.id,
          *row.reading_id,
          row.claim.quote.exact,
          row.claim.speaker.empty() ? row.claim.speaker_name : row.claim.speaker,
          row.claim.said,
          reading.kind,
          reading.strength,
          reading.negated,
          reading.target,
          today,
          subject ? subject->name : std::string()};
}

Assessment judge(Plugin& checker, const CheckRequest& request, StoreCheckHost& host, const Policy& policy) {
  host.begin_claim();
  Judgement judgement = checker.check(request, host);
  for (const Evidence& evidence : judgement.evidence) require_given(evidence, host, checker.manifest().id);
  std::string vintage = newest_vintage(judgement.evidence, host);
  Assessment assessment{request.reading,
                        judgement.verdict,
                        judgement.provisional,
                        false,
                        request.today,
                        std::move(vintage),
                        std::move(judgement.figures),
                        std::move(judgement.reason),
                        std::move(judgement.evidence),
                        checker.maker()};
  assessment.proposed = rule_for(assessment, host, policy) != nullptr;
  return assessment;
}

const Policy::PersonRule* rule_for(const Assessment& assessment, const StoreCheckHost& host, const Policy& policy) {
  return policy.needs_person(assessment.maker.plugin, assessment.verdict, statuses_of(assessment.evidence, host));
}

}  // namespace avow
