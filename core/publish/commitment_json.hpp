#pragma once

#include <string>

#include "model/json.hpp"
#include "publish/claim_text.hpp"
#include "query/contradictions.hpp"
#include "query/matching.hpp"

/// What `commitments` and the history of one print. As in publish/claim_json.hpp, every field is always there.
namespace avow {

/// A commitment in one row:
///   id, side (code or name), side_name, subject, subject_name, measure, direction, target (in words, as it stands),
///   first_said, last_said, utterances (without copies), copies, shifts [words], due, due_until, value, unit, verdict,
///   provisional, links (the weakest it is held together by: confirmed or suggested), first (id of a claim), last,
///   quote (of the last).
Json commitment_json(const Commitment& commitment, const Names& names);

/// One utterance of it:
///   claim, commitment, said, speaker, speaker_name, quote, title, publisher, url, document, kind, strength, negated,
///   target, shifts [words], differences [{field, before, after, shift}], compared_with (claim), compared_quote,
///   changed_before [[begin, end]] (bytes of compared_quote), changed [[begin, end]] (of quote), stated_by (who said so
///   where a person did), reason, against, copy, links, score, verdict, provisional.
Json utterance_json(const Commitment& commitment, const CommitmentUtterance& utterance, const Names& names);

/// A claim that was found for a sentence: id, score, quote, title, speaker_name.
Json match_json(const Match& match);

/// A promise against an earlier one: claim, said, speaker, speaker_name, quote, target, earlier (claim), earlier_said,
/// earlier_speaker, earlier_quote, earlier_target, side, subject, measure, how ("contradicts" or "withdraws"),
/// same_speaker.
Json contradiction_json(const Contradiction& contradiction, const Names& names);

/// A link that was just recorded: id, from, to, kind, confirmed, score, reason, made_by.
Json link_row_json(const Link& link);

/// For people: what it is, then every utterance with what changed, the words that differ in brackets.
std::string commitment_text(const Commitment& commitment, const Names& names, const TextOptions& options);

}  // namespace avow
