#include "engine/dispute.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "engine/person_word.hpp"
#include "engine/standing_row.hpp"

namespace avow {
namespace {

struct Subject {
  Id claim;
  RecordKind kind = RecordKind::claim;
  Id record;
};

Id claim_of_reading(Store& store, const Id& id) {
  const auto reading = store.reading(id);
  if (!reading) throw Error(ErrorCode::not_found, fmt::format("there is no reading {}", id.hex()), "run `avow verify`");
  return reading->claim;
}

/// The claim that a record is or belongs to; nullopt for records of other kinds.
std::optional<Id> claim_of(Store& store, RecordKind kind, const Id& id) {
  if (kind == RecordKind::claim) return id;
  if (kind == RecordKind::reading) return claim_of_reading(store, id);
  if (kind != RecordKind::assessment) return std::nullopt;
  const auto assessment = store.assessment(id);
  return assessment ? std::optional(claim_of_reading(store, assessment->reading)) : std::nullopt;
}

Subject standing_subject(Store& store, const Id& claim, Day today) {
  const auto row = row_of(store, claim, as_if_on(today));
  if (row && row->assessment_id) return {claim, RecordKind::assessment, *row->assessment_id};
  if (row && row->reading_id) return {claim, RecordKind::reading, *row->reading_id};
  return {claim, RecordKind::claim, claim};
}

Subject subject_of(Store& store, const std::string& about, Day today) {
  const auto [kind, id] = store.resolve(about);
  const auto claim = claim_of(store, kind, id);
  need(claim.has_value(), fmt::format("{} is a {}, which cannot be disputed", id.hex(), record_kinds.name(kind)),
       "name a claim, a reading or an assessment");
  return kind == RecordKind::claim ? standing_subject(store, id, today) : Subject{*claim, kind, id};
}

bool is_open(Store& store, const Recorded<Dispute>& dispute) {
  const auto answers = store.answers_of(dispute.id, {});
  return dispute.live && std::none_of(answers.begin(), answers.end(), [](const auto& one) { return one.live; });
}

Id open_dispute(Store& store, const Id& claim) {
  std::vector<Id> open;
  for (const Recorded<Dispute>& one : store.disputes_of(claim, {}))
    if (is_open(store, one)) open.push_back(one.id);
  if (open.size() == 1) return open.front();
  if (open.empty())
    throw Error(ErrorCode::not_found, fmt::format("claim {} has no open dispute", claim.hex()),
                "`avow show` tells of all that there were");
  std::string ids;
  for (const Id& id : open) ids += (ids.empty() ? "" : ", ") + id.hex();
  throw Error(ErrorCode::ambiguous, fmt::format("claim {} has several open disputes: {}", claim.hex(), ids),
              "give the id of one of them");
}

Id dispute_named(Store& store, const std::string& about) {
  const auto [kind, id] = store.resolve(about);
  if (kind == RecordKind::dispute) return id;
  const auto claim = claim_of(store, kind, id);
  need(claim.has_value(), fmt::format("{} is a {}, not a dispute", id.hex(), record_kinds.name(kind)),
       "name a dispute, or the claim that it is about");
  return open_dispute(store, *claim);
}

bool still_stands(Store& store, const Dispute& dispute, Day today) {
  const auto row = row_of(store, dispute.claim, as_if_on(today));
  if (!row) return false;
  if (dispute.kind == RecordKind::claim) return true;
  return dispute.record == (dispute.kind == RecordKind::reading ? row->reading_id : row->assessment_id);
}

void require_corrected(const Dispute& dispute, bool stands) {
  need(!stands,
       fmt::format("{} {} still stands, so nothing was corrected", record_kinds.name(dispute.kind),
                   dispute.record.hex()),
       "correct it with `avow review` or `avow retract`, then answer; or uphold it");
}

}  // namespace

Dispute dispute(Store& store, const DisputeWord& word, Instant now, Day today) {
  require_author(word.person, word.because, "a dispute");
  Subject subject = subject_of(store, word.about, today);
  Dispute dispute{subject.claim,
                  subject.kind,
                  subject.record,
                  word.person,
                  word.as,
                  word.because,
                  evidence_of(store, word.evidence),
                  now};
  enter(store, {"dispute", word.actor, word.because}, dispute);
  return dispute;
}

Answer answer(Store& store, const AnswerWord& word, Instant now, Day today) {
  require_author(word.person, word.because, "an answer");
  const Id id = dispute_named(store, word.about);
  const auto disputed = store.dispute(id);
  if (!disputed) throw Error(ErrorCode::not_found, fmt::format("there is no dispute {}", id.hex()));
  if (word.ruling == Ruling::corrected) require_corrected(*disputed, still_stands(store, *disputed, today));
  Answer answer{id, word.ruling, word.person, word.because, evidence_of(store, word.evidence), now};
  enter(store, {"answer", word.person, word.because}, answer);
  return answer;
}

}  // namespace avow
