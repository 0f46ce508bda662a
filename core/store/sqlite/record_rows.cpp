#include <utility>

#include "store/sqlite/json_text.hpp"
#include "store/sqlite/record_query.hpp"
#include "store/sqlite/records.hpp"

namespace avow::sqlite {

constexpr std::string_view document_columns =
    "d.url, d.title, d.publisher, d.author, d.speaker, d.published, d.published_earliest, d.published_latest, "
    "d.language, d.media_type, w.digest";
constexpr std::string_view claim_columns =
    "rd.id, c.span_begin, c.span_end, c.quote_before, c.quote, c.quote_after, c.voice, c.speaker_name, c.speaker, "
    "c.said, c.said_earliest, c.said_latest";
constexpr std::string_view reading_columns =
    "rc.id, r.kind, r.topic, r.subject_text, r.subject, r.indicator_text, r.indicator, r.relation, r.value, "
    "r.value_step, r.upper, r.upper_step, r.unit, r.baseline, r.baseline_earliest, r.baseline_latest, r.due, "
    "r.due_earliest, r.due_latest, r.scope, r.condition, r.strength, r.negated, r.score, r.cues, rm.plugin, "
    "rm.version, "
    "rm.revision, rm.configuration, rm.person, rm.at, r.hedge, r.reason, (SELECT id FROM record WHERE key = "
    "r.corrects)";
constexpr std::string_view series_columns = "s.indicator, s.source, s.url, s.licence";
constexpr std::string_view observation_columns =
    "os.id, o.entity, o.period, o.period_earliest, o.period_latest, o.value, o.unit, o.status, o.published, o.note";

Document read_document(RowReader& row) {
  Document document;
  document.url = row.text();
  document.title = row.text();
  document.publisher = row.text();
  document.author = row.text();
  document.speaker = row.text();
  document.published = row.date();
  document.language = row.text();
  document.media_type = row.text();
  document.raw = row.digest();
  return document;
}

Claim read_claim(RowReader& row) {
  Claim claim;
  claim.document = row.id();
  claim.span.begin = row.narrow<std::uint32_t>();
  claim.span.end = row.narrow<std::uint32_t>();
  claim.quote.prefix = row.text();
  claim.quote.exact = row.text();
  claim.quote.suffix = row.text();
  claim.voice = row.word(voices);
  claim.speaker_name = row.text();
  claim.speaker = row.text();
  claim.said = row.date();
  return claim;
}

Reading read_reading(RowReader& row) {
  Reading reading;
  reading.claim = row.id();
  reading.kind = row.word(kinds);
  reading.topic = row.text();
  Target& target = reading.target;
  target.subject_text = row.text();
  target.subject = row.text();
  target.indicator_text = row.text();
  target.indicator = row.text();
  target.relation = row.word(relations);
  target.value = row.decimal();
  target.upper = row.decimal();
  target.unit = row.text();
  target.baseline = row.date();
  target.due = row.date();
  target.scope = row.word(scopes);
  target.condition = row.text();
  reading.strength = row.word(strengths);
  reading.negated = row.flag();
  reading.score = row.real();
  reading.cues = taken(row, cues_from_json(row.view()));
  reading.maker = row.maker();
  target.hedge = row.word(hedges);
  reading.reason = row.text();
  reading.corrects = row.id_or_none().value_or(Id{});
  return reading;
}

Series read_series(RowReader& row) {
  Series series;
  series.indicator = row.text();
  series.source = row.text();
  series.url = row.text();
  series.licence = row.text();
  return series;
}

Observation read_observation(RowReader& row) {
  Observation observation;
  observation.series = row.id();
  observation.entity = row.text();
  observation.period = row.date();
  observation.value = row.text();
  observation.unit = row.text();
  observation.status = row.word(statuses);
  observation.published = row.day();
  observation.note = row.text();
  return observation;
}

}  // namespace avow::sqlite
