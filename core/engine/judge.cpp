#include "engine/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/plain_decimal.hpp"

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

Evidence part_of(const ObservedValue& part, const WorkedOut& whole, const std::string& note) {
  return {EvidenceKind::observation, part.id.hex(),
          fmt::format("{}, {} of {}: {} {}; part of the {}: {}", part.indicator, part.entity, part.period.text(),
                      plain_decimal(part.value.value), part.unit, whole.method, note)};
}

/// Puts the observations that a figure was worked out of in its place, each once, and says how it was made.
void name_parts(Judgement& judgement, const StoreCheckHost& host) {
  std::vector<Evidence> named;
  std::set<std::string> known;
  for (Evidence& evidence : judgement.evidence) {
    const WorkedOut* whole = host.worked_out(evidence.reference);
    if (whole == nullptr) {
      known.insert(evidence.reference);
      named.push_back(std::move(evidence));
      continue;
    }
    judgement.figures.emplace_back("worked out for " + whole->value.period.text(), whole->method);
    for (const ObservedValue& part : whole->parts)
      if (known.insert(part.id.hex()).second) named.push_back(part_of(part, *whole, evidence.note));
  }
  judgement.evidence = std::move(named);
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
  host.begin_claim(request.target.scope == Scope::total);
  Judgement judgement = checker.check(request, host);
  for (const Evidence& evidence : judgement.evidence) require_given(evidence, host, checker.manifest().id);
  name_parts(judgement, host);
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
