// Series, observations, assessments and the store's own records as JSON.

#include "model/json.hpp"
#include "model/json_fields.hpp"

namespace avow {

using namespace json_fields;

namespace {

Json evidence_json(const std::vector<Evidence>& evidence) {
  Json list = Json::array();
  for (const Evidence& one : evidence) {
    Json item{{"kind", evidence_kinds.name(one.kind)}, {"reference", one.reference}};
    put(item, "note", one.note);
    list.push_back(std::move(item));
  }
  return list;
}

std::vector<Evidence> evidence(const Json& json) {
  std::vector<Evidence> list;
  for (const Json& item : array(json, "evidence")) {
    object(item, "an evidence");
    list.push_back({word(item, "kind", evidence_kinds), required_text(item, "reference"), text(item, "note")});
  }
  return list;
}

}  // namespace

void to_json(Json& json, const Series& series) {
  json = Json{{"id", id_of(series).hex()}, {"indicator", series.indicator}, {"source", series.source}};
  put(json, "url", series.url);
  put(json, "licence", series.licence);
}

void from_json(const Json& json, Series& series) {
  object(json, "a series");
  series = {required_text(json, "indicator"), text(json, "source"), text(json, "url"), text(json, "licence")};
}

void to_json(Json& json, const Observation& observation) {
  json = Json{{"id", id_of(observation).hex()},
              {"series", observation.series.hex()},
              {"entity", observation.entity},
              {"period", observation.period.text()},
              {"value", observation.value}};
  put(json, "unit", observation.unit);
  json["status"] = statuses.name(observation.status);
  json["published"] = to_string(observation.published);
  put(json, "note", observation.note);
}

void from_json(const Json& json, Observation& observation) {
  object(json, "an observation");
  observation = {id(json, "series"), required_text(json, "entity"),  date(json, "period"),   text(json, "value"),
                 text(json, "unit"), word(json, "status", statuses), day(json, "published"), text(json, "note")};
  if (!observation.period.known()) refuse("period", "is missing");
  if (!observation.value.empty() && !parse_decimal(observation.value)) refuse("value", "is no decimal number");
}

void to_json(Json& json, const Assessment& assessment) {
  json = Json{{"id", id_of(assessment).hex()},
              {"reading", assessment.reading.hex()},
              {"verdict", verdicts.name(assessment.verdict)},
              {"provisional", assessment.provisional},
              {"today", to_string(assessment.today)}};
  if (assessment.proposed) json["proposed"] = true;
  put(json, "vintage", assessment.vintage);
  json["figures"] = Json::array();
  for (const auto& [name, value] : assessment.figures) json["figures"].push_back({{"name", name}, {"value", value}});
  json["reason"] = assessment.reason;
  json["evidence"] = evidence_json(assessment.evidence);
  json["maker"] = assessment.maker;
}

void from_json(const Json& json, Assessment& assessment) {
  object(json, "an assessment");
  assessment = {};
  assessment.reading = id(json, "reading");
  assessment.verdict = word(json, "verdict", verdicts);
  assessment.provisional = flag(json, "provisional");
  assessment.proposed = json.contains("proposed") && flag(json, "proposed");
  assessment.today = day(json, "today");
  assessment.vintage = text(json, "vintage");
  for (const Json& item : array(json, "figures")) {
    object(item, "a figure");
    assessment.figures.emplace_back(text(item, "name"), text(item, "value"));
  }
  assessment.reason = text(json, "reason");
  assessment.evidence = evidence(json);
  if (json.contains("maker")) from_json(json.at("maker"), assessment.maker);
}

void to_json(Json& json, const Retraction& retraction) {
  json = Json{{"id", id_of(retraction).hex()},      {"kind", record_kinds.name(retraction.kind)},
              {"subject", retraction.record.hex()}, {"person", retraction.person},
              {"reason", retraction.reason},        {"at", retraction.at.microseconds}};
}

void from_json(const Json& json, Retraction& retraction) {
  object(json, "a retraction");
  retraction = {word(json, "kind", record_kinds), id(json, "subject"), text(json, "person"), text(json, "reason"),
                Instant{integer(json, "at")}};
}

void to_json(Json& json, const Analysis& analysis) {
  json = Json{{"id", id_of(analysis).hex()},
              {"kind", record_kinds.name(analysis.kind)},
              {"subject", analysis.subject.hex()},
              {"maker", analysis.maker}};
  put(json, "failure", analysis.failure);
}

void from_json(const Json& json, Analysis& analysis) {
  object(json, "an analysis");
  analysis.kind = word(json, "kind", record_kinds);
  analysis.subject = id(json, "subject");
  analysis.failure = text(json, "failure");
  analysis.maker = json.contains("maker") ? json.at("maker").get<Maker>() : Maker();
}

void to_json(Json& json, const Dispute& dispute) {
  json = Json{{"id", id_of(dispute).hex()},
              {"claim", dispute.claim.hex()},
              {"kind", record_kinds.name(dispute.kind)},
              {"subject", dispute.record.hex()},
              {"person", dispute.person},
              {"as", disputants.name(dispute.as)},
              {"reason", dispute.reason},
              {"evidence", evidence_json(dispute.evidence)},
              {"at", dispute.at.microseconds}};
}

void from_json(const Json& json, Dispute& dispute) {
  object(json, "a dispute");
  dispute = {id(json, "claim"),    word(json, "kind", record_kinds), id(json, "subject"),
             text(json, "person"), word(json, "as", disputants),     text(json, "reason"),
             evidence(json),       Instant{integer(json, "at")}};
}

void to_json(Json& json, const Answer& answer) {
  json = Json{
      {"id", id_of(answer).hex()},   {"dispute", answer.dispute.hex()}, {"ruling", rulings.name(answer.ruling)},
      {"person", answer.person},     {"reason", answer.reason},         {"evidence", evidence_json(answer.evidence)},
      {"at", answer.at.microseconds}};
}

void from_json(const Json& json, Answer& answer) {
  object(json, "an answer");
  answer = {id(json, "dispute"), word(json, "ruling", rulings), text(json, "person"), text(json, "reason"),
            evidence(json),      Instant{integer(json, "at")}};
}

void to_json(Json& json, const JournalEntry& entry) {
  json = Json{{"number", entry.number},    {"at", entry.at.text()},       {"action", entry.note.action},
              {"actor", entry.note.actor}, {"reason", entry.note.reason}, {"content", entry.content.hex()},
              {"chain", entry.chain.hex()}};
}

}  // namespace avow
