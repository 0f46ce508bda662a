#include "publish/claim_fields.hpp"

#include "publish/claim_json.hpp"
#include "publish/target_text.hpp"

namespace avow {
namespace {

/// What stands in every row, whether there is a reading or not.
constexpr const char* names_of_reading[] = {
    "kind",      "topic",          "strength", "negated",   "score",  "subject",  "subject_text",
    "indicator", "indicator_text", "relation", "value",     "upper",  "unit",     "baseline",
    "due",       "due_until",      "scope",    "condition", "target", "testable", "missing"};
constexpr const char* names_of_verdict[] = {"verdict", "provisional", "proposed", "vintage", "judged", "reason"};

template <typename Names>
void nulls(Fields& fields, const Names& names) {
  for (const char* name : names) fields.null(name);
}

void id_or_null(Fields& fields, std::string_view name, const std::optional<Id>& id) {
  id ? fields.text(name, id->hex()) : fields.null(name);
}

void amount_or_null(Fields& fields, std::string_view name, const std::optional<Decimal>& amount) {
  amount ? fields.number(name, amount->value) : fields.null(name);
}

/// A due date that is open at its end has no last day.
void last_day(Fields& fields, std::string_view name, const Date& date) {
  const bool closed = date.known() && day_number(date.latest()) != INT32_MAX;
  closed ? fields.text(name, to_string(date.latest())) : fields.null(name);
}

void target_fields(Fields& fields, const Target& target) {
  fields.text_or_null("subject", target.subject);
  fields.text_or_null("subject_text", target.subject_text);
  fields.text_or_null("indicator", target.indicator);
  fields.text_or_null("indicator_text", target.indicator_text);
  fields.text_or_null("relation", relations.name(target.relation));
  amount_or_null(fields, "value", target.value);
  amount_or_null(fields, "upper", target.upper);
  fields.text_or_null("unit", target.unit);
  fields.text_or_null("baseline", target.baseline.text());
  fields.text_or_null("due", target.due.text());
  last_day(fields, "due_until", target.due);
  fields.text_or_null("scope", scopes.name(target.scope));
  fields.text_or_null("condition", target.condition);
}

}  // namespace

void utterance_fields(Fields& fields, const Claim& claim) {
  fields.span("span", claim.span);
  fields.text("voice", voices.name(claim.voice));
  fields.text_or_null("speaker", claim.speaker);
  fields.text_or_null("speaker_name", claim.speaker_name);
  fields.text_or_null("said", claim.said.text());
}

void reading_fields(Fields& fields, const Reading& reading, const Names& names) {
  const auto missing = missing_parts(reading.target, is_statement(reading.kind));
  fields.text("kind", kinds.name(reading.kind));
  fields.text_or_null("topic", reading.topic);
  fields.text_or_null("strength", strengths.name(reading.strength));
  fields.flag("negated", reading.negated);
  fields.number("score", reading.score);
  target_fields(fields, reading.target);
  fields.text_or_null("target", target_text(reading.target, reading.kind, names));
  fields.flag("testable", missing.empty() && reading.kind != Kind::stance);
  fields.texts("missing", missing);
}

void verdict_fields(Fields& fields, const Assessment& assessment) {
  fields.text("verdict", verdicts.name(assessment.verdict));
  fields.flag("provisional", assessment.provisional);
  fields.flag("proposed", assessment.proposed);
  fields.text_or_null("vintage", assessment.vintage);
  fields.text("judged", to_string(assessment.today));
  fields.text("reason", assessment.reason);
}

void claim_fields(Fields& fields, const ClaimRow& row, const Names& names) {
  fields.text("id", row.id.hex());
  fields.text("document", row.claim.document.hex());
  fields.text_or_null("title", row.document_title);
  fields.text_or_null("publisher", row.document_publisher);
  fields.text("url", row.document_url);
  fields.text("quote", row.claim.quote.exact);
  utterance_fields(fields, row.claim);
  row.reading ? reading_fields(fields, *row.reading, names) : nulls(fields, names_of_reading);
  id_or_null(fields, "reading", row.reading_id);
  row.reading ? fields.text("made_by", maker_text(row.reading->maker)) : fields.null("made_by");
  row.assessment ? verdict_fields(fields, *row.assessment) : nulls(fields, names_of_verdict);
  id_or_null(fields, "assessment", row.assessment_id);
  row.assessment ? fields.text("judged_by", maker_text(row.assessment->maker)) : fields.null("judged_by");
}

}  // namespace avow
