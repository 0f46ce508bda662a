#include "publish/claim_json.hpp"

#include <utility>

#include "publish/claim_text.hpp"
#include "publish/target_text.hpp"

namespace avow {
namespace {

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}
Json date_or_null(const Date& date) {
  return text_or_null(date.text());
}
Json amount_or_null(const std::optional<Decimal>& amount) {
  return amount ? Json(amount->value) : Json();
}

/// A due date that is open at its end has no last day.
Json last_day(const Date& date) {
  const bool closed = date.known() && day_number(date.latest()) != INT32_MAX;
  return closed ? Json(to_string(date.latest())) : Json();
}

/// What stands in every row, whether there is a reading or not.
constexpr const char* reading_fields[] = {
    "kind",      "topic",          "strength", "negated",   "score",  "subject",  "subject_text",
    "indicator", "indicator_text", "relation", "value",     "upper",  "unit",     "baseline",
    "due",       "due_until",      "scope",    "condition", "target", "testable", "missing"};
constexpr const char* verdict_fields[] = {"verdict", "provisional", "vintage", "judged", "reason"};

template <typename Fields>
void put_nulls(Json& json, const Fields& fields) {
  for (const char* field : fields) json[field] = nullptr;
}

void put_target(Json& json, const Target& target) {
  json["subject"] = text_or_null(target.subject);
  json["subject_text"] = text_or_null(target.subject_text);
  json["indicator"] = text_or_null(target.indicator);
  json["indicator_text"] = text_or_null(target.indicator_text);
  json["relation"] = text_or_null(relations.name(target.relation));
  json["value"] = amount_or_null(target.value);
  json["upper"] = amount_or_null(target.upper);
  json["unit"] = text_or_null(target.unit);
  json["baseline"] = date_or_null(target.baseline);
  json["due"] = date_or_null(target.due);
  json["due_until"] = last_day(target.due);
  json["scope"] = text_or_null(scopes.name(target.scope));
  json["condition"] = text_or_null(target.condition);
}

void put_reading(Json& json, const Reading& reading, const Names& names) {
  const auto missing = missing_parts(reading.target, is_statement(reading.kind));
  json["kind"] = kinds.name(reading.kind);
  json["topic"] = text_or_null(reading.topic);
  json["strength"] = text_or_null(strengths.name(reading.strength));
  json["negated"] = reading.negated;
  json["score"] = reading.score;
  put_target(json, reading.target);
  json["target"] = text_or_null(target_text(reading.target, reading.kind, names));
  json["testable"] = missing.empty() && reading.kind != Kind::stance;
  json["missing"] = missing;
}

void put_verdict(Json& json, const Assessment& assessment) {
  json["verdict"] = verdicts.name(assessment.verdict);
  json["provisional"] = assessment.provisional;
  json["vintage"] = text_or_null(assessment.vintage);
  json["judged"] = to_string(assessment.today);
  json["reason"] = assessment.reason;
}

void put_claim(Json& json, const Claim& claim) {
  json["span"] = {claim.span.begin, claim.span.end};
  json["voice"] = voices.name(claim.voice);
  json["speaker"] = text_or_null(claim.speaker);
  json["speaker_name"] = text_or_null(claim.speaker_name);
  json["said"] = date_or_null(claim.said);
}

Json document_head(const Id& id, const Document& document) {
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

/// When the store learnt it.
template <typename T>
void put_journal(Json& json, const Recorded<T>& record) {
  json["journal"] = record.journal_number;
  json["recorded"] = record.at.text();
}

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

template <typename T, typename Form>
Json list(const std::vector<T>& all, const Form& form) {
  Json json = Json::array();
  for (const T& one : all) json.push_back(form(one));
  return json;
}

Json link_json(const LinkView& view) {
  const Link& link = view.link.value;
  Json json{{"id", view.link.id.hex()},
            {"kind", link_kinds.name(link.kind)},
            {"from", link.from.hex()},
            {"to", link.to.hex()},
            {"other", view.other.hex()},
            {"other_quote", text_or_null(view.quote)},
            {"other_said", date_or_null(view.said)},
            {"confirmed", link.confirmed},
            {"score", link.score},
            {"reason", text_or_null(link.reason)},
            {"made_by", maker_text(link.maker)}};
  put_journal(json, view.link);
  return json;
}

Json retraction_json(const Retraction& retraction) {
  return {{"kind", record_kinds.name(retraction.kind)},
          {"subject", retraction.record.hex()},
          {"person", retraction.person},
          {"reason", retraction.reason},
          {"at", retraction.at.text()}};
}

Json recorded_retraction_json(const Recorded<Retraction>& record) {
  Json json = retraction_json(record.value);
  put_journal(json, record);
  return json;
}

Json analysis_json(const Recorded<Analysis>& record) {
  Json json{{"made_by", maker_text(record.value.maker)},
            {"revision", record.value.maker.revision},
            {"failure", text_or_null(record.value.failure)}};
  put_journal(json, record);
  return json;
}

Json cue_json(const CueView& view) {
  return {{"quote", text_or_null(view.quote)},
          {"label", text_or_null(view.cue.label)},
          {"span", {view.cue.span.begin, view.cue.span.end}}};
}

/// An event's detail, by what it is.
struct DetailJson {
  const Names& names;
  Json operator()(const SaidEvent& said) const {
    Json json{{"quote", said.claim.quote.exact}};
    put_claim(json, said.claim);
    json["document"] = document_head(said.claim.document, said.document);
    return json;
  }
  Json operator()(const ReadingView& reading) const { return reading_json(reading, names); }
  Json operator()(const LinkView& link) const { return link_json(link); }
  Json operator()(const VintageEvent& vintage) const {
    return {{"indicator", vintage.series.indicator},
            {"source", vintage.series.source},
            {"url", text_or_null(vintage.series.url)},
            {"values", vintage.values},
            {"entities", vintage.entities},
            {"first_period", date_or_null(vintage.first_period)},
            {"last_period", date_or_null(vintage.last_period)}};
  }
  Json operator()(const VerdictView& verdict) const { return verdict_json(verdict, names); }
  Json operator()(const RetractionEvent& event) const { return retraction_json(event.retraction); }
};

}  // namespace

std::string maker_text(const Maker& maker) {
  return maker.is_person() ? maker.person : maker.plugin + (maker.version.empty() ? "" : " " + maker.version);
}

Json claim_json(const ClaimRow& row, const Names& names) {
  Json json{{"id", row.id.hex()},
            {"document", row.claim.document.hex()},
            {"title", text_or_null(row.document_title)},
            {"publisher", text_or_null(row.document_publisher)},
            {"url", row.document_url},
            {"quote", row.claim.quote.exact}};
  put_claim(json, row.claim);
  if (row.reading)
    put_reading(json, *row.reading, names);
  else
    put_nulls(json, reading_fields);
  json["reading"] = row.reading_id ? Json(row.reading_id->hex()) : Json();
  json["made_by"] = row.reading ? Json(maker_text(row.reading->maker)) : Json();
  if (row.assessment)
    put_verdict(json, *row.assessment);
  else
    put_nulls(json, verdict_fields);
  json["assessment"] = row.assessment_id ? Json(row.assessment_id->hex()) : Json();
  json["judged_by"] = row.assessment ? Json(maker_text(row.assessment->maker)) : Json();
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
  put_reading(json, view.reading.value, names);
  json["cues"] = list(view.cues, cue_json);
  json["standing"] = view.standing;
  json["made_by"] = maker_text(view.reading.value.maker);
  put_journal(json, view.reading);
  return json;
}

Json verdict_json(const VerdictView& view, const Names&) {
  const Assessment& assessment = view.assessment.value;
  Json json{{"id", view.assessment.id.hex()}, {"reading", assessment.reading.hex()}};
  put_verdict(json, assessment);
  json["figures"] = figures_json(assessment);
  json["evidence"] = list(view.evidence, evidence_json);
  json["standing"] = view.standing;
  json["judged_by"] = maker_text(assessment.maker);
  put_journal(json, view.assessment);
  return json;
}

Json assessment_json(const Id& claim, const Id& id, const Assessment& assessment) {
  Json json{{"id", id.hex()}, {"claim", claim.hex()}, {"reading", assessment.reading.hex()}};
  put_verdict(json, assessment);
  json["figures"] = figures_json(assessment);
  json["evidence"] = list(assessment.evidence, [](const Evidence& evidence) {
    return Json{{"kind", evidence_kinds.name(evidence.kind)},
                {"reference", evidence.reference},
                {"note", text_or_null(evidence.note)}};
  });
  json["judged_by"] = maker_text(assessment.maker);
  return json;
}

Json history_json(const HistoryEvent& event, const Names& names) {
  const bool in_journal = event.journal_number > 0;
  return {{"day", date_or_null(event.day)},
          {"event", event_kinds.name(event.kind)},
          {"summary", event_summary(event, names)},
          {"standing", event.standing},
          {"journal", in_journal ? Json(event.journal_number) : Json()},
          {"recorded", in_journal ? Json(event.at.text()) : Json()},
          {"id", event.id.hex()},
          {"detail", std::visit(DetailJson{names}, event.detail)}};
}

Json claim_view_json(const ClaimView& view, const Names& names) {
  Json json{{"id", view.id.hex()},
            {"quote", view.claim.quote.exact},
            {"before", view.context.prefix},
            {"after", view.context.suffix}};
  put_claim(json, view.claim);
  json["document"] = document_head(view.claim.document, view.document);
  json["readings"] = list(view.readings, [&](const ReadingView& one) { return reading_json(one, names); });
  json["verdicts"] = list(view.verdicts, [&](const VerdictView& one) { return verdict_json(one, names); });
  json["links"] = list(view.links, link_json);
  json["retractions"] = list(view.retractions, recorded_retraction_json);
  return json;
}

Json document_view_json(const DocumentView& view, const Names& names) {
  Json json = document_head(view.id, view.document);
  json["bytes"] = view.document.text.size();
  json["claims"] = view.claims.size();
  json["text"] = view.document.text;
  json["claims_found"] = list(view.claims, [&](const ClaimRow& row) { return claim_json(row, names); });
  json["analyses"] = list(view.analyses, analysis_json);
  json["retractions"] = list(view.retractions, recorded_retraction_json);
  return json;
}

}  // namespace avow
