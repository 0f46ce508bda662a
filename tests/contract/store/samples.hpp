#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/open.hpp"
#include "support/temp_folder.hpp"

/// Small invented records for the tests of stores.
namespace avow::samples {

inline Day day(const char* text) {
  return parse_day(text).value();
}
inline Date date(const char* edtf) {
  return Date::parse(edtf).value();
}

/// A clock that moves on by a second whenever it is read.
inline Clock ticking(std::int64_t first_second = 1'700'000'000) {
  return [next = first_second]() mutable { return Instant{next++ * 1'000'000}; };
}

inline OpenOptions options(OpenMode mode, Clock clock = ticking()) {
  OpenOptions result;
  result.mode = mode;
  result.wait = std::chrono::milliseconds(200);
  result.clock = std::move(clock);
  return result;
}

inline std::string raw_of(int number) {
  return "<p>raw bytes of document " + std::to_string(number) + "</p>";
}

inline Document document(int number, const char* published = "2025-04-25") {
  Document document;
  document.url = "https://example.org/" + std::to_string(number);
  document.title = "Harbour news " + std::to_string(number);
  document.publisher = "The Harbour Gazette";
  document.author = "A. Writer";
  if (*published != '\0') document.published = date(published);
  document.language = "en";
  document.media_type = "text/html";
  document.text =
      "The mayor spoke for an hour.\nWe will plant nine hundred trees by 2030.\nThe bridge cost 12 million.\nNumber " +
      std::to_string(number) + ".";
  document.raw = sha256(raw_of(number));
  return document;
}

inline Claim claim_at(const Document& document, const std::string& quote, const char* said = "2025-04-24") {
  Claim claim;
  claim.document = id_of(document);
  const auto begin = static_cast<std::uint32_t>(document.text.find(quote));
  claim.span = {begin, begin + static_cast<std::uint32_t>(quote.size())};
  claim.quote = text_quote(document.text, claim.span);
  claim.voice = Voice::quotation;
  claim.speaker_name = "Ada Quay";
  claim.speaker = "ada-quay";
  claim.said = date(said);
  return claim;
}
inline Claim pledge_of(const Document& document) {
  return claim_at(document, "We will plant nine hundred trees by 2030.");
}
inline Claim cost_of(const Document& document) {
  return claim_at(document, "The bridge cost 12 million.", "2025-04-23");
}

inline Maker plugin(const char* id = "pledge", std::uint32_t revision = 1) {
  Maker maker;
  maker.plugin = id;
  maker.version = "1.0.0";
  maker.revision = revision;
  maker.configuration = sha256("{}");
  return maker;
}
inline Maker person(const char* name = "Bo", std::int64_t second = 1'700'000'500) {
  Maker maker;
  maker.person = name;
  maker.at = Instant{second * 1'000'000};
  return maker;
}

inline Reading reading_of(const Claim& claim, Maker maker = plugin(), Kind kind = Kind::pledge) {
  Reading reading;
  reading.claim = id_of(claim);
  reading.kind = kind;
  reading.topic = "parks";
  reading.target.subject_text = "We";
  reading.target.subject = "harbour-town";
  reading.target.indicator_text = "trees";
  reading.target.indicator = "trees-planted";
  reading.target.relation = Relation::at_least;
  reading.target.value = Decimal{900, 1};
  reading.target.unit = "count";
  reading.target.due = date("2030");
  reading.target.condition = "if the council agrees";
  reading.target.hedge = Hedge::about;
  reading.strength = Strength::commit;
  reading.score = 0.75;
  reading.cues = {{{3, 7}, "modal \"will\""}, {{37, 44}, "due date"}};
  reading.maker = std::move(maker);
  return reading;
}

inline Assessment assessment_of(const Reading& reading, Verdict verdict, const char* today,
                                Maker maker = plugin("series")) {
  Assessment assessment;
  assessment.reading = id_of(reading);
  assessment.verdict = verdict;
  assessment.today = day(today);
  assessment.vintage = "2025-06-17";
  assessment.figures = {{"planted", "450"}, {"target", "900"}};
  assessment.reason = "Half of the trees stand.";
  assessment.evidence = {{EvidenceKind::address, "https://example.org/trees", "count of trees"},
                         {EvidenceKind::document, reading.claim.hex(), "passage"}};
  assessment.maker = std::move(maker);
  return assessment;
}

inline Series tree_series() {
  return {"trees-planted", "Parks office", "https://example.org/parks", "CC-BY-4.0"};
}

inline Observation trees(const char* period, const char* value, const char* published) {
  Observation observation;
  observation.series = id_of(tree_series());
  observation.entity = "harbour-town";
  observation.period = date(period);
  observation.value = value;
  observation.unit = "count";
  observation.status = Status::estimate;
  observation.published = day(published);
  observation.note = "counted by hand";
  return observation;
}

inline Entity town() {
  Entity entity;
  entity.code = "ada-quay";
  entity.kind = EntityKind::person;
  entity.name = "Ada Quay";
  entity.wikidata = "Q1";
  entity.aliases = {"Mayor Quay", "A. \"Ada\" Quay"};
  entity.memberships = {{"green-list", "member", date("2020"), date("2025-06-30")},
                        {"harbour-town", "mayor", date("2022"), {}}};
  return entity;
}

inline Indicator tree_indicator() {
  return {"trees-planted", "Trees planted",          "trees", "count",
          "Parks office",  "Trees set by the town.", 1,       {"trees", "tree planting"}};
}

inline Scale scale() {
  return {"harbour-scale", "Harbour scale", "https://example.org/scale", {{"kept", "Done"}, {"broken", "Sunk"}}};
}

/// What a person makes of how another reading understood the claim.
inline Reading correction_of(const Reading& earlier, Maker maker = person()) {
  Reading reading = earlier;
  reading.topic = "bridges";
  reading.maker = std::move(maker);
  reading.reason = "It is about a bridge.";
  reading.corrects = id_of(earlier);
  return reading;
}

inline Dispute dispute_of(const Claim& claim, RecordKind kind, const Id& record, std::int64_t second = 1'700'000'600) {
  return {id_of(claim),
          kind,
          record,
          "Ada Quay",
          Disputant::speaker,
          "Half of the trees were planted by others.",
          {{EvidenceKind::address, "https://example.org/letter", "her letter"}},
          Instant{second * 1'000'000}};
}
inline Answer answer_of(const Dispute& dispute, Ruling ruling = Ruling::upheld, std::int64_t second = 1'700'000'700) {
  return {id_of(dispute), ruling, "Bo", "The promise does not say who plants them.", {}, Instant{second * 1'000'000}};
}

inline CheckMark mark_of(const Reading& reading) {
  return {id_of(reading), "these checkers", *parse_day("2025-06-18"), 12, {"trees-planted"}, true, false};
}

/// One of every kind of record, in three journal entries.
inline void fill(Store& store) {
  const auto writer = store.begin();
  writer->begin_entry({"vocabulary", "tester", "setting up"});
  writer->add(town());
  writer->add(tree_indicator());
  writer->add(scale());
  writer->set_rank("pledge", 10);
  writer->begin_entry({"ingest", "tester", "first document"});
  const Document first = document(1);
  const Claim pledge = pledge_of(first);
  const Claim cost = cost_of(first);
  const Reading reading = reading_of(pledge);
  writer->add(first, raw_of(1));
  writer->add(pledge);
  writer->add(cost);
  writer->add(reading);
  writer->add(reading_of(cost, plugin("statistic"), Kind::statistic));
  writer->add(correction_of(reading_of(cost, plugin("statistic"), Kind::statistic)));
  writer->add(Analysis{RecordKind::document, id_of(first), plugin(), "ran out of time"});
  writer->begin_entry({"check", "tester", "outcomes"});
  writer->add(tree_series());
  writer->add(trees("2025", "450", "2025-06-17"));
  const Assessment verdict = assessment_of(reading, Verdict::on_track, "2025-06-18");
  writer->add(verdict);
  const Dispute dispute = dispute_of(pledge, RecordKind::assessment, id_of(verdict));
  writer->add(dispute);
  writer->add(answer_of(dispute));
  writer->add(Link{id_of(cost), id_of(pledge), LinkKind::weakens, true, 0.5, "same bridge", person()});
  writer->add(Retraction{RecordKind::claim, id_of(cost), "Bo", "misheard", Instant{1'700'000'400'000'000}});
  writer->mark(id_of(pledge), mark_of(reading));
  writer->commit();
}

inline std::vector<ClaimRow> claims(Store& store, const ClaimFilter& filter = {}) {
  std::vector<ClaimRow> rows;
  store.claims(filter, [&rows](const ClaimRow& row) {
    rows.push_back(row);
    return true;
  });
  return rows;
}

}  // namespace avow::samples
