// Canonical content of every record, in one place: what an id covers is said here and nowhere else. The order and names
// of the fields are part of the format of stores; a change makes new ids and needs a new schema version.

#include <charconv>
#include <string>

#include "model/assessment.hpp"
#include "model/claim.hpp"
#include "model/dispute.hpp"
#include "model/document.hpp"
#include "model/entity.hpp"
#include "model/indicator.hpp"
#include "model/link.hpp"
#include "model/observation.hpp"
#include "model/reading.hpp"
#include "model/record.hpp"
#include "model/scale.hpp"

namespace avow {
namespace {

void add_count(Canonical& content, std::string_view name, std::size_t count) {
  content.field(name, static_cast<std::int64_t>(count));
}

void add_texts(Canonical& content, std::string_view name, const std::vector<std::string>& texts) {
  add_count(content, name, texts.size());
  for (const std::string& text : texts) content.field(name, text);
}

void add_span(Canonical& content, const Span& span) {
  content.field("begin", std::int64_t{span.begin}).field("end", std::int64_t{span.end});
}

void add_evidence(Canonical& content, const std::vector<Evidence>& evidence) {
  add_count(content, "evidence", evidence.size());
  for (const Evidence& one : evidence)
    content.field("kind", evidence_kinds.name(one.kind)).field("reference", one.reference).field("note", one.note);
}

void add_decimal(Canonical& content, std::string_view name, const std::optional<Decimal>& decimal) {
  content.flag(name, decimal.has_value());
  if (decimal) content.field("value", decimal->value).field("step", decimal->step);
}

void add_target(Canonical& content, const Target& target) {
  content.field("subject_text", target.subject_text)
      .field("subject", target.subject)
      .field("indicator_text", target.indicator_text)
      .field("indicator", target.indicator)
      .field("relation", relations.name(target.relation));
  add_decimal(content, "value", target.value);
  add_decimal(content, "upper", target.upper);
  content.field("unit", target.unit)
      .field("baseline", target.baseline.text())
      .field("due", target.due.text())
      .field("scope", scopes.name(target.scope))
      .field("condition", target.condition);
  if (target.hedge != Hedge::none)
    content.field("hedge", hedges.name(target.hedge));  // came later: what has none keeps its id
}

}  // namespace

void add_to(Canonical& content, const Maker& maker) {
  content.field("plugin", maker.plugin)
      .field("version", maker.version)
      .field("revision", std::int64_t{maker.revision})
      .field("configuration", maker.configuration)
      .field("person", maker.person)
      .field("at", maker.at.microseconds);
}

Id id_of(const Document& document) {
  return Canonical("document")
      .field("url", document.url)
      .field("title", document.title)
      .field("publisher", document.publisher)
      .field("author", document.author)
      .field("speaker", document.speaker)
      .field("published", document.published.text())
      .field("language", document.language)
      .field("media_type", document.media_type)
      .field("text", document.text)
      .field("raw", document.raw)
      .id();
}

Id id_of(const Entity& entity) {
  Canonical content("entity");
  content.field("code", entity.code)
      .field("kind", entity_kinds.name(entity.kind))
      .field("name", entity.name)
      .field("wikidata", entity.wikidata);
  add_texts(content, "aliases", entity.aliases);
  add_count(content, "memberships", entity.memberships.size());
  for (const Membership& membership : entity.memberships)
    content.field("group", membership.group)
        .field("role", membership.role)
        .field("from", membership.from.text())
        .field("until", membership.until.text());
  return content.id();
}

Id id_of(const Indicator& indicator) {
  Canonical content("indicator");
  content.field("code", indicator.code)
      .field("name", indicator.name)
      .field("measure", indicator.measure)
      .field("unit", indicator.unit)
      .field("publisher", indicator.publisher)
      .field("definition", indicator.definition)
      .field("rank", std::int64_t{indicator.rank});
  add_texts(content, "phrases", indicator.phrases);
  return content.id();
}

Id id_of(const Scale& scale) {
  Canonical content("scale");
  content.field("code", scale.code).field("name", scale.name).field("source", scale.source);
  add_count(content, "entries", scale.entries.size());
  for (const ScaleEntry& entry : scale.entries) content.field("verdict", entry.verdict).field("label", entry.label);
  return content.id();
}

Id id_of(const Claim& claim) {
  Canonical content("claim");
  content.field("document", claim.document);
  add_span(content, claim.span);
  return content.field("prefix", claim.quote.prefix)
      .field("exact", claim.quote.exact)
      .field("suffix", claim.quote.suffix)
      .field("voice", voices.name(claim.voice))
      .field("speaker_name", claim.speaker_name)
      .field("speaker", claim.speaker)
      .field("said", claim.said.text())
      .id();
}

Id id_of(const Reading& reading) {
  Canonical content("reading");
  content.field("claim", reading.claim).field("kind", kinds.name(reading.kind)).field("topic", reading.topic);
  add_target(content, reading.target);
  content.field("strength", strengths.name(reading.strength))
      .flag("negated", reading.negated)
      .field("score", reading.score);
  add_count(content, "cues", reading.cues.size());
  for (const Cue& cue : reading.cues) {
    add_span(content, cue.span);
    content.field("label", cue.label);
  }
  add_to(content, reading.maker);
  // These came later: what has none keeps its id.
  if (!reading.reason.empty()) content.field("reason", reading.reason);
  if (!reading.corrects.empty()) content.field("corrects", reading.corrects);
  return content.id();
}

Id id_of(const Series& series) {
  return Canonical("series")
      .field("indicator", series.indicator)
      .field("source", series.source)
      .field("url", series.url)
      .field("licence", series.licence)
      .id();
}

Id id_of(const Observation& observation) {
  return Canonical("observation")
      .field("series", observation.series)
      .field("entity", observation.entity)
      .field("period", observation.period.text())
      .field("value", observation.value)
      .field("unit", observation.unit)
      .field("status", statuses.name(observation.status))
      .field("published", to_string(observation.published))
      .field("note", observation.note)
      .id();
}

Id id_of(const Assessment& assessment) {
  Canonical content("assessment");
  content.field("reading", assessment.reading)
      .field("verdict", verdicts.name(assessment.verdict))
      .flag("provisional", assessment.provisional)
      .field("today", to_string(assessment.today))
      .field("vintage", assessment.vintage);
  if (assessment.proposed) content.flag("proposed", true);  // came later: what has it not keeps its id
  add_count(content, "figures", assessment.figures.size());
  for (const auto& [name, value] : assessment.figures) content.field("name", name).field("value", value);
  content.field("reason", assessment.reason);
  add_evidence(content, assessment.evidence);
  add_to(content, assessment.maker);
  return content.id();
}

Id id_of(const Link& link) {
  Canonical content("link");
  content.field("from", link.from)
      .field("to", link.to)
      .field("kind", link_kinds.name(link.kind))
      .flag("confirmed", link.confirmed)
      .field("score", link.score)
      .field("reason", link.reason);
  add_to(content, link.maker);
  return content.id();
}

Id id_of(const Retraction& retraction) {
  return Canonical("retraction")
      .field("kind", record_kinds.name(retraction.kind))
      .field("record", retraction.record)
      .field("person", retraction.person)
      .field("reason", retraction.reason)
      .field("at", retraction.at.microseconds)
      .id();
}

Id id_of(const Dispute& dispute) {
  Canonical content("dispute");
  content.field("claim", dispute.claim)
      .field("kind", record_kinds.name(dispute.kind))
      .field("record", dispute.record)
      .field("person", dispute.person)
      .field("as", disputants.name(dispute.as))
      .field("reason", dispute.reason);
  add_evidence(content, dispute.evidence);
  return content.field("at", dispute.at.microseconds).id();
}

Id id_of(const Answer& answer) {
  Canonical content("answer");
  content.field("dispute", answer.dispute)
      .field("ruling", rulings.name(answer.ruling))
      .field("person", answer.person)
      .field("reason", answer.reason);
  add_evidence(content, answer.evidence);
  return content.field("at", answer.at.microseconds).id();
}

Id id_of(const Analysis& analysis) {
  Canonical content("analysis");
  content.field("kind", record_kinds.name(analysis.kind)).field("subject", analysis.subject);
  add_to(content, analysis.maker);
  return content.field("failure", analysis.failure).id();
}

Digest chain_digest(const JournalEntry& entry, const Digest& before) {
  return Canonical("journal")
      .field("before", before)
      .field("number", entry.number)
      .field("at", entry.at.microseconds)
      .field("action", entry.note.action)
      .field("actor", entry.note.actor)
      .field("reason", entry.note.reason)
      .field("content", entry.content)
      .digest();
}

}  // namespace avow
