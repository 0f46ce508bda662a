#include "publish/claim_json.hpp"

#include "publish/claim_fields.hpp"
#include "publish/json_parts.hpp"

namespace avow {

using namespace json_parts;

namespace {

Json figures_json(const Assessment& assessment) {
  Json figures = Json::object();
  for (const auto& [name, value] : assessment.figures) figures[name] = value;
  return figures;
}

Json evidence_json(const EvidenceView& view) {
  Json json{{"kind", evidence_kinds.name(view.evidence.kind)},
            {"reference", view.evidence.reference},
            {"note", text_or_null(view.evidence.note)},
            {"title", text_or_null(view.title)},
            {"url", text_or_null(view.url)}};
  if (!view.observation) return json;
  const Observation& observation = view.observation->observation;
  json["indicator"] = view.observation->series.indicator;
  json["entity"] = observation.entity;
  json["period"] = observation.period.text();
  json["value"] = text_or_null(observation.value);
  json["unit"] = text_or_null(observation.unit);
  json["status"] = statuses.name(observation.status);
  json["published"] = to_string(observation.published);
  return json;
}

Json change_json(const FieldChange& change) {
  return {{"field", change.field}, {"before", text_or_null(change.before)}, {"after", text_or_null(change.after)}};
}

Json cue_json(const CueView& view) {
  return {{"quote", text_or_null(view.quote)},
          {"label", text_or_null(view.cue.label)},
          {"span", {view.cue.span.begin, view.cue.span.end}}};
}

}  // namespace

Json json_parts::document_head(const Id& id, const Document& document) {
  return {{"id", id.hex()},
          {"title", text_or_null(document.title)},
          {"url", document.url},
          {"publisher", text_or_null(document.publisher)},
          {"author", text_or_null(document.author)},
          {"speaker", text_or_null(document.speaker)},
          {"published", date_or_null(document.published)},
          {"language", text_or_null(document.language)},
          {"media_type", text_or_null(document.media_type)}};
}

std::string maker_text(const Maker& maker) {
  return maker.is_person() ? maker.person : maker.plugin + (maker.version.empty() ? "" : " " + maker.version);
}

Json claim_json(const ClaimRow& row, const Names& names) {
  Json json = Json::object();
  JsonFields fields(json);
  claim_fields(fields, row, names);
  return json;
}

Json due_json(const DueClaim& due, const Names& names) {
  Json json = claim_json(due.row, names);
  json["days_left"] = due.days_left;
  return json;
}

Json document_json(const DocumentRow& row) {
  Json json = document_head(row.id, row.document);
  json["bytes"] = row.text_bytes;
  json["claims"] = row.claims;
  return json;
}

Json observation_json(const ObservationRow& row, const Names& names) {
  const Observation& observation = row.observation;
  return {{"id", row.id.hex()},
          {"indicator", row.series.indicator},
          {"entity", observation.entity},
          {"entity_name", names.entity_name(observation.entity)},
          {"period", observation.period.text()},
          {"value", text_or_null(observation.value)},
          {"unit", text_or_null(observation.unit)},
          {"status", statuses.name(observation.status)},
          {"published", to_string(observation.published)},
          {"source", text_or_null(row.series.source)},
          {"url", text_or_null(row.series.url)},
          {"licence", text_or_null(row.series.licence)},
          {"note", text_or_null(observation.note)},
          {"series", observation.series.hex()}};
}

Json reading_json(const ReadingView& view, const Names& names) {
  Json json{{"id", view.reading.id.hex()}};
  JsonFields fields(json);
  reading_fields(fields, view.reading.value, names);
  json["cues"] = list(view.cues, cue_json);
  json["standing"] = view.standing;
  json["made_by"] = maker_text(view.reading.value.maker);
  json["reason"] = text_or_null(view.reading.value.reason);
  json["corrects"] = view.reading.value.corrects.empty() ? Json() : Json(view.reading.value.corrects.hex());
  json["changes"] = list(view.changes, change_json);
  put_journal(json, view.reading);
  return json;
}

Json verdict_json(const VerdictView& view, const Names&) {
  const Assessment& assessment = view.assessment.value;
  Json json{{"id", view.assessment.id.hex()}, {"reading", assessment.reading.hex()}};
  JsonFields fields(json);
  verdict_fields(fields, assessment);
  json["figures"] = figures_json(assessment);
  json["evidence"] = list(view.evidence, evidence_json);
  json["standing"] = view.standing;
  json["disagrees"] = view.disagrees;
  json["judged_by"] = maker_text(assessment.maker);
  put_journal(json, view.assessment);
  return json;
}

Json dispute_json(const DisputeView& view) {
  const Dispute& dispute = view.dispute.value;
  Json json{{"id", view.dispute.id.hex()},
            {"claim", dispute.claim.hex()},
            {"kind", record_kinds.name(dispute.kind)},
            {"subject", dispute.record.hex()},
            {"person", dispute.person},
            {"as", disputants.name(dispute.as)},
            {"reason", dispute.reason},
            {"evidence", list(view.evidence, evidence_json)},
            {"at", dispute.at.text()},
            {"open", view.is_open()},
            {"answers", list(view.answers, answer_json)}};
  put_journal(json, view.dispute);
  return json;
}

Json answer_json(const AnswerView& view) {
  const Answer& answer = view.answer.value;
  Json json{
      {"id", view.answer.id.hex()}, {"dispute", answer.dispute.hex()}, {"ruling", rulings.name(answer.ruling)},
      {"person", answer.person},    {"reason", answer.reason},         {"evidence", list(view.evidence, evidence_json)},
      {"at", answer.at.text()}};
  put_journal(json, view.answer);
  return json;
}

Json assessment_json(const Id& claim, const Id& id, const Assessment& assessment) {
  Json json{{"id", id.hex()}, {"claim", claim.hex()}, {"reading", assessment.reading.hex()}};
  JsonFields fields(json);
  verdict_fields(fields, assessment);
  json["figures"] = figures_json(assessment);
  json["evidence"] = list(assessment.evidence, [](const Evidence& evidence) {
    return Json{{"kind", evidence_kinds.name(evidence.kind)},
                {"reference", evidence.reference},
                {"note", text_or_null(evidence.note)}};
  });
  json["judged_by"] = maker_text(assessment.maker);
  return json;
}

}  // namespace avow
