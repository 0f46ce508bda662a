#include "engine/review.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"

namespace avow {
namespace {

void need(bool holds, const std::string& what, const std::string& advice) {
  if (!holds) throw Error(ErrorCode::usage, what, advice);
}

/// Promises are kept or broken, statements supported or refuted; open verdicts and undecidable fit promises and both.
bool fits(Kind kind, Verdict verdict) {
  switch (stage(verdict)) {
    case VerdictStage::undecidable:
      return kind != Kind::stance;
    case VerdictStage::final_for_statements:
      return is_statement(kind);
    case VerdictStage::open:
    case VerdictStage::final_for_promises:
      return is_promise(kind);
  }
  return false;
}

bool is_address(const std::string& reference) {
  return reference.find("://") != std::string::npos;
}

Evidence resolve_evidence(Store& store, const std::string& reference) {
  if (is_address(reference)) return {EvidenceKind::address, reference, {}};
  const auto [kind, id] = store.resolve(reference);
  if (kind == RecordKind::document) return {EvidenceKind::document, id.hex(), {}};
  if (kind == RecordKind::observation) return {EvidenceKind::observation, id.hex(), {}};
  throw Error(ErrorCode::usage,
              fmt::format("evidence {} is a {}, not a document or an observation", reference, record_kinds.name(kind)),
              "name a document, an observation, or an address beginning with https://");
}

ClaimRow standing(Store& store, const Id& claim, Day today) {
  ClaimFilter filter;
  filter.clocks.today = today;
  filter.claim = claim.hex();
  std::optional<ClaimRow> found;
  store.claims(filter, [&](const ClaimRow& row) {
    found = row;
    return false;
  });
  if (!found || !found->reading)
    throw Error(ErrorCode::not_found,
                fmt::format("no claim {} with a reading stands on {}", claim.hex(), to_string(today)),
                "it may be retracted, or its document published later");
  return *found;
}

}  // namespace

Assessment review(Store& store, const Review& review, Instant now, Day today) {
  need(!review.person.empty(), "a review needs to say who made it", "say so with --by, or set AVOW_USER");
  need(!review.because.empty(), "a review needs its reason", "give it with --because");
  const ClaimRow row = standing(store, review.claim, today);
  need(fits(row.reading->kind, review.verdict),
       fmt::format("the verdict {} does not fit a {}", verdicts.name(review.verdict), kinds.name(row.reading->kind)),
       "promises are kept, partly_kept, broken, thwarted or withdrawn; statements are supported, refuted or mixed");
  Assessment assessment;
  assessment.reading = *row.reading_id;
  assessment.verdict = review.verdict;
  assessment.today = today;
  assessment.reason = review.because;
  for (const std::string& reference : review.evidence)
    assessment.evidence.push_back(resolve_evidence(store, reference));
  assessment.maker.person = review.person;
  assessment.maker.at = now;
  const auto writer = store.begin();
  writer->begin_entry({"review", review.person, review.because});
  writer->add(assessment);
  writer->commit();
  return assessment;
}

Retraction retract(Store& store, RecordKind kind, const Id& id, const std::string& person, const std::string& reason,
                   Instant now) {
  need(!person.empty(), "a retraction needs to say who made it", "say so with --by, or set AVOW_USER");
  need(!reason.empty(), "a retraction needs its reason", "give it with --because");
  const auto earlier = store.retractions_of(id, {});
  need(std::none_of(earlier.begin(), earlier.end(), [](const auto& one) { return one.live; }),
       fmt::format("{} {} is retracted already", record_kinds.name(kind), id.hex()),
       "`avow history` shows by whom and why");
  const Retraction retraction{kind, id, person, reason, now};
  const auto writer = store.begin();
  writer->begin_entry({"retract", person, reason});
  writer->add(retraction);
  writer->commit();
  return retraction;
}

}  // namespace avow
