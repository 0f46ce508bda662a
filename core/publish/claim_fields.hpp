#pragma once

#include "model/assessment.hpp"
#include "publish/fields.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

/// What rows and records say of claims, readings and verdicts, field by field: claim_json.hpp names the fields.
namespace avow {

/// All fields of claim_json().
void claim_fields(Fields& fields, const ClaimRow& row, const Names& names);

/// span, voice, speaker, speaker_name, said.
void utterance_fields(Fields& fields, const Claim& claim);

/// kind to score, those of the target, target in words, testable, missing.
void reading_fields(Fields& fields, const Reading& reading, const Names& names);

/// verdict, provisional, vintage, judged, reason.
void verdict_fields(Fields& fields, const Assessment& assessment);

}  // namespace avow
