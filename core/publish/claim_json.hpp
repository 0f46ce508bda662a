#pragma once

#include "model/json.hpp"
#include "query/claim_view.hpp"
#include "query/document_view.hpp"
#include "query/due.hpp"
#include "query/history.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

/// The JSON that commands and the server print. Field names are stable; every field is always there, null when there is
/// nothing to say (so that CSV has the same columns for every row). Ids are full hex, dates EDTF, moments RFC 3339.
namespace avow {

/// A claim with its standing reading and verdict:
///   id, document, title, publisher, url, quote, span [begin, end], voice, speaker (code), speaker_name (as the
///   document says it), said; kind, topic, strength, negated, score; subject, subject_text, indicator, indicator_text,
///   relation, value (number), upper, unit, baseline, due, due_until (last day), scope, condition; target (in words);
///   testable, missing [words]; reading (id), made_by; verdict, provisional, vintage, judged (day), reason, assessment
///   (id), judged_by.
Json claim_json(const ClaimRow& row, const Names& names);

/// claim_json() and days_left.
Json due_json(const DueClaim& due, const Names& names);

///   id, title, url, publisher, author, speaker, published, language, media_type, bytes (of text), claims (number of).
Json document_json(const DocumentRow& row);

///   id, indicator, entity, entity_name, period, value (decimal text as published), unit, status, published, source,
///   url, licence, note, series.
Json observation_json(const ObservationRow& row, const Names& names);

/// A reading: id, kind, topic, strength, negated, score, the fields of its target as in claim_json(), target, testable,
/// missing, cues [{quote, label, span}], standing, made_by, reason, corrects (id of a reading), changes [{field,
/// before, after}], journal, recorded.
Json reading_json(const ReadingView& reading, const Names& names);

/// A verdict: id, reading, verdict, provisional, vintage, judged, figures {name: value}, reason, evidence [{kind,
/// reference, note, title, url, entity, period, value, unit, status, published}], standing, disagrees, judged_by,
/// journal, recorded.
Json verdict_json(const VerdictView& verdict, const Names& names);

/// A dispute: id, claim, kind (claim, reading, assessment), subject (id of the record disputed), person, as, reason,
/// evidence [as of a verdict], at, open, answers [answer_json()], journal, recorded.
Json dispute_json(const DisputeView& view);

/// id, dispute, ruling, person, reason, evidence, at, journal, recorded.
Json answer_json(const AnswerView& view);

/// One that is not (yet) in a view, e.g. just judged: as verdict_json() without standing, journal and recorded, and
/// without what evidence resolves to.
Json assessment_json(const Id& claim, const Id& id, const Assessment& assessment);

/// An event of a history: day, event (EventKind), summary (one line of words), standing, journal (entry number),
/// recorded (its time), id, detail (claim, reading, verdict, link, vintage, revision, dispute, answer or retraction, by
/// kind).
Json history_json(const HistoryEvent& event, const Names& names);

/// All of a claim: id, quote, before, after, document {as document_json, without bytes and claims}, speaker ...,
/// readings[], verdicts[], disputes[], links[], retractions[].
Json claim_view_json(const ClaimView& view, const Names& names);

/// A document: as document_json, and text, claims_found [claim_json], analyses[], retractions[].
Json document_view_json(const DocumentView& view, const Names& names);

/// "pledge 0.1.0" of a plugin, the name of a person.
std::string maker_text(const Maker& maker);

}  // namespace avow
