// What a claim or a document holds in all, and the events of a history, as JSON.

#include <variant>

#include "publish/claim_fields.hpp"
#include "publish/claim_json.hpp"
#include "publish/claim_text.hpp"
#include "publish/json_parts.hpp"

namespace avow {

using namespace json_parts;

namespace {

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

/// An event's detail, by what it is.
struct DetailJson {
  const Names& names;
  Json operator()(const SaidEvent& said) const {
    Json json{{"quote", said.claim.quote.exact}};
    JsonFields fields(json);
    utterance_fields(fields, said.claim);
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
  Json operator()(const RevisionEvent& event) const {
    Json figures = Json::array();
    for (const FigureRevision& one : event.figures)
      figures.push_back({{"entity", one.entity},
                         {"period", one.period.text()},
                         {"from", text_or_null(one.from)},
                         {"from_published", to_string(one.from_published)},
                         {"to", text_or_null(one.to)},
                         {"to_published", to_string(one.to_published)},
                         {"observation", one.to_observation.hex()}});
    return {{"indicator", event.series.indicator}, {"source", event.series.source}, {"figures", std::move(figures)}};
  }
  Json operator()(const VerdictView& verdict) const { return verdict_json(verdict, names); }
  Json operator()(const DisputeView& dispute) const { return dispute_json(dispute); }
  Json operator()(const AnswerEvent& event) const { return answer_json(event.answer); }
  Json operator()(const RetractionEvent& event) const { return retraction_json(event.retraction); }
};

}  // namespace

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
  JsonFields fields(json);
  utterance_fields(fields, view.claim);
  json["document"] = document_head(view.claim.document, view.document);
  json["readings"] = list(view.readings, [&](const ReadingView& one) { return reading_json(one, names); });
  json["verdicts"] = list(view.verdicts, [&](const VerdictView& one) { return verdict_json(one, names); });
  json["disputes"] = list(view.disputes, dispute_json);
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
