#include "base/error.hpp"
#include "store/sqlite/json_text.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/writer.hpp"

// Model values to rows: the counterpart of records.cpp.
namespace avow::sqlite {

/// Marks the writer as failed until an add has come to its end.
class Writer::Adding {
 public:
  explicit Adding(Writer& writer) : writer_(writer) {
    if (!writer.entry_) throw Error(ErrorCode::internal, "something was added to the store before begin_entry()");
    if (writer.failed_) throw Error(ErrorCode::internal, "an add failed before; the entry must be abandoned");
    writer.failed_ = true;
  }
  Adding(const Adding&) = delete;
  Adding& operator=(const Adding&) = delete;
  ~Adding() = default;
  bool done(bool is_new) {
    writer_.failed_ = false;
    return is_new;
  }

 private:
  Writer& writer_;
};

bool Writer::add(const Document& document, std::string_view raw) {
  Adding adding(*this);
  if (!record("document", id_of(document))) return adding.done(false);
  const std::int64_t key = next_key_ - 1;
  RowWriter(statement("INSERT INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"))
      .integer(key)
      .text(document.url)
      .text(document.title)
      .text(document.publisher)
      .text(document.author)
      .text(document.speaker)
      .date(document.published)
      .text(document.language)
      .text(document.media_type)
      .integer(raw_key(document.raw, raw))
      .text(document.text)
      .run();
  RowWriter(statement("INSERT INTO document_words (rowid, title, text) VALUES (?1, ?2, ?3)"))
      .integer(key)
      .text(document.title)
      .text(document.text)
      .run();
  return adding.done(true);
}

bool Writer::add(const Entity& entity) {
  Adding adding(*this);
  if (!record("entity", id_of(entity))) return adding.done(false);
  const std::int64_t key = next_key_ - 1;
  RowWriter(statement("INSERT INTO entity VALUES (?1, ?2, ?3, ?4, ?5, ?6)"))
      .integer(key)
      .text(entity.code)
      .text(entity_kinds.name(entity.kind))
      .text(entity.name)
      .text(entity.wikidata)
      .owned(texts_to_json(entity.aliases))
      .run();
  std::int64_t position = 0;
  for (const Membership& membership : entity.memberships)
    RowWriter(statement("INSERT INTO entity_membership VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"))
        .integer(key)
        .integer(position++)
        .text(membership.group)
        .text(membership.role)
        .date(membership.from)
        .date(membership.until)
        .run();
  return adding.done(true);
}

bool Writer::add(const Indicator& indicator) {
  Adding adding(*this);
  if (!record("indicator", id_of(indicator))) return adding.done(false);
  RowWriter(statement("INSERT INTO indicator VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"))
      .integer(next_key_ - 1)
      .text(indicator.code)
      .text(indicator.name)
      .text(indicator.measure)
      .text(indicator.unit)
      .text(indicator.publisher)
      .text(indicator.definition)
      .integer(indicator.rank)
      .owned(texts_to_json(indicator.phrases))
      .run();
  return adding.done(true);
}

bool Writer::add(const Scale& scale) {
  Adding adding(*this);
  if (!record("scale", id_of(scale))) return adding.done(false);
  const std::int64_t key = next_key_ - 1;
  RowWriter(statement("INSERT INTO scale VALUES (?1, ?2, ?3, ?4)"))
      .integer(key)
      .text(scale.code)
      .text(scale.name)
      .text(scale.source)
      .run();
  std::int64_t position = 0;
  for (const ScaleEntry& entry : scale.entries)
    RowWriter(statement("INSERT INTO scale_entry VALUES (?1, ?2, ?3, ?4)"))
        .integer(key)
        .integer(position++)
        .text(entry.verdict)
        .text(entry.label)
        .run();
  return adding.done(true);
}

bool Writer::add(const Claim& claim) {
  Adding adding(*this);
  const std::int64_t document = key_of(claim.document, "document");
  if (!record("claim", id_of(claim))) return adding.done(false);
  const std::int64_t key = next_key_ - 1;
  RowWriter(statement("INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"))
      .integer(key)
      .integer(document)
      .integer(claim.span.begin)
      .integer(claim.span.end)
      .text(claim.quote.prefix)
      .text(claim.quote.exact)
      .text(claim.quote.suffix)
      .text(voices.name(claim.voice))
      .text(claim.speaker_name)
      .text(claim.speaker)
      .date(claim.said)
      .run();
  RowWriter(statement("INSERT INTO claim_words (rowid, quote) VALUES (?1, ?2)"))
      .integer(key)
      .text(claim.quote.exact)
      .run();
  standing_.add(key, document, claim);
  return adding.done(true);
}

bool Writer::add(const Reading& reading) {
  Adding adding(*this);
  const std::int64_t claim = key_of(reading.claim, "claim");
  const std::int64_t corrected = reading.corrects.empty() ? 0 : key_of(reading.corrects, "reading");
  if (!record("reading", id_of(reading))) return adding.done(false);
  const std::int64_t maker = maker_key(reading.maker);
  const Target& target = reading.target;
  RowWriter(
      statement("INSERT INTO reading VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
                "?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, nullif(?30, 0))"))
      .integer(next_key_ - 1)
      .integer(claim)
      .text(kinds.name(reading.kind))
      .text(reading.topic)
      .text(target.subject_text)
      .text(target.subject)
      .text(target.indicator_text)
      .text(target.indicator)
      .text(relations.name(target.relation))
      .decimal(target.value)
      .decimal(target.upper)
      .text(target.unit)
      .date(target.baseline)
      .date(target.due)
      .text(scopes.name(target.scope))
      .text(target.condition)
      .text(strengths.name(reading.strength))
      .integer(reading.negated ? 1 : 0)
      .real(reading.score)
      .owned(cues_to_json(reading.cues))
      .integer(maker)
      .text(hedges.name(target.hedge))
      .text(reading.reason)
      .integer(corrected)
      .run();
  standing_.add(next_key_ - 1, claim, reading);
  return adding.done(true);
}

bool Writer::add(const Series& series) {
  Adding adding(*this);
  if (!record("series", id_of(series))) return adding.done(false);
  RowWriter(statement("INSERT INTO series VALUES (?1, ?2, ?3, ?4, ?5)"))
      .integer(next_key_ - 1)
      .text(series.indicator)
      .text(series.source)
      .text(series.url)
      .text(series.licence)
      .run();
  return adding.done(true);
}

bool Writer::add(const Observation& observation) {
  Adding adding(*this);
  const std::int64_t series = key_of(observation.series, "series");
  if (!record("observation", id_of(observation))) return adding.done(false);
  RowWriter(statement("INSERT INTO observation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"))
      .integer(next_key_ - 1)
      .integer(series)
      .text(observation.entity)
      .date(observation.period)
      .text(observation.value)
      .text(observation.unit)
      .text(statuses.name(observation.status))
      .day(observation.published)
      .text(observation.note)
      .run();
  return adding.done(true);
}

bool Writer::add(const Assessment& assessment) {
  Adding adding(*this);
  return adding.done(write(assessment, key_of(assessment.reading, "reading")));
}

bool Writer::add(const Assessment& assessment, std::int64_t reading) {
  Adding adding(*this);
  return adding.done(write(assessment, reading));
}

bool Writer::write(const Assessment& assessment, std::int64_t reading) {
  if (!record("assessment", id_of(assessment))) return false;
  const std::int64_t key = next_key_ - 1;
  standing_.add(key, reading, assessment);
  RowWriter(statement("INSERT INTO assessment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"))
      .integer(key)
      .integer(reading)
      .text(verdicts.name(assessment.verdict))
      .integer(assessment.provisional ? 1 : 0)
      .day(assessment.today)
      .text(assessment.vintage)
      .owned(figures_to_json(assessment.figures))
      .text(assessment.reason)
      .integer(maker_key(assessment.maker))
      .integer(assessment.proposed ? 1 : 0)
      .run();
  std::int64_t position = 0;
  for (const Evidence& evidence : assessment.evidence)
    RowWriter(statement("INSERT INTO assessment_evidence VALUES (?1, ?2, ?3, ?4, ?5)"))
        .integer(key)
        .integer(position++)
        .text(evidence_kinds.name(evidence.kind))
        .text(evidence.reference)
        .text(evidence.note)
        .run();
  return true;
}

bool Writer::add(const Link& link) {
  Adding adding(*this);
  const std::int64_t from = key_of(link.from, "claim");
  const std::int64_t to = key_of(link.to, "claim");
  if (!record("link", id_of(link))) return adding.done(false);
  standing_.note("link", next_key_ - 1);
  RowWriter(statement("INSERT INTO link VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))
      .integer(next_key_ - 1)
      .integer(from)
      .integer(to)
      .text(link_kinds.name(link.kind))
      .integer(link.confirmed ? 1 : 0)
      .real(link.score)
      .text(link.reason)
      .integer(maker_key(link.maker))
      .run();
  return adding.done(true);
}

/// What stands can then be told by looking at a record's retractions and theirs, and no further.
void Writer::require_first_retraction(std::int64_t key) {
  Statement& find = statement(
      "SELECT 1 FROM retraction AS t JOIN record AS r ON r.key = t.record WHERE t.key = ?1 AND r.kind = 'retraction'");
  find.bind(1, key);
  const bool takes_back_another = find.step();
  find.reset();
  if (takes_back_another)
    throw Error(ErrorCode::usage, "this retraction takes back another one, and cannot be taken back itself",
                "retract the record itself once more");
}

bool Writer::add(const Retraction& retraction) {
  Adding adding(*this);
  const std::int64_t key = key_of(retraction.record, record_kinds.name(retraction.kind));
  if (retraction.kind == RecordKind::retraction) require_first_retraction(key);
  if (!record("retraction", id_of(retraction))) return adding.done(false);
  standing_.note("retraction", next_key_ - 1);
  RowWriter(statement("INSERT INTO retraction VALUES (?1, ?2, ?3, ?4, ?5)"))
      .integer(next_key_ - 1)
      .integer(key)
      .text(retraction.person)
      .text(retraction.reason)
      .instant(retraction.at)
      .run();
  return adding.done(true);
}

bool Writer::add(const Analysis& analysis) {
  Adding adding(*this);
  const std::int64_t subject = key_of(analysis.subject, record_kinds.name(analysis.kind));
  if (!record("analysis", id_of(analysis))) return adding.done(false);
  RowWriter(statement("INSERT INTO analysis VALUES (?1, ?2, ?3, ?4)"))
      .integer(next_key_ - 1)
      .integer(subject)
      .integer(maker_key(analysis.maker))
      .text(analysis.failure)
      .run();
  return adding.done(true);
}

/// An id covers which claim a dispute is about, but not that the record is one of it.
void Writer::require_of_claim(const Dispute& dispute, std::int64_t claim, std::int64_t record) {
  Statement& find = statement(
      "SELECT 1 WHERE ?1 = ?2 UNION ALL SELECT 1 FROM reading WHERE key = ?2 AND claim = ?1 UNION ALL SELECT 1 FROM "
      "assessment AS a JOIN reading AS x ON x.key = a.reading WHERE a.key = ?2 AND x.claim = ?1");
  find.bind(1, claim);
  find.bind(2, record);
  const bool belongs = find.step();
  find.reset();
  if (!belongs)
    throw Error(ErrorCode::bad_input, "a dispute is about " + std::string(record_kinds.name(dispute.kind)) + " " +
                                          dispute.record.hex() + ", which is no part of claim " + dispute.claim.hex());
}

bool Writer::add(const Dispute& dispute) {
  Adding adding(*this);
  const std::int64_t claim = key_of(dispute.claim, "claim");
  const std::int64_t subject = key_of(dispute.record, record_kinds.name(dispute.kind));
  require_of_claim(dispute, claim, subject);
  if (!record("dispute", id_of(dispute))) return adding.done(false);
  RowWriter(statement("INSERT INTO dispute VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))
      .integer(next_key_ - 1)
      .integer(claim)
      .integer(subject)
      .text(dispute.person)
      .text(disputants.name(dispute.as))
      .text(dispute.reason)
      .owned(evidence_to_json(dispute.evidence))
      .instant(dispute.at)
      .run();
  return adding.done(true);
}

bool Writer::add(const Answer& answer) {
  Adding adding(*this);
  const std::int64_t dispute = key_of(answer.dispute, "dispute");
  if (!record("answer", id_of(answer))) return adding.done(false);
  RowWriter(statement("INSERT INTO answer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"))
      .integer(next_key_ - 1)
      .integer(dispute)
      .text(rulings.name(answer.ruling))
      .text(answer.person)
      .text(answer.reason)
      .owned(evidence_to_json(answer.evidence))
      .instant(answer.at)
      .run();
  return adding.done(true);
}

bool Writer::add(const AnalyzerRank& rank) {
  Adding adding(*this);
  if (!record(analyzer_kind, id_of(rank))) return adding.done(false);
  standing_.note(analyzer_kind, next_key_ - 1);
  RowWriter(statement("INSERT INTO analyzer VALUES (?1, ?2, ?3, ?4)"))
      .integer(next_key_ - 1)
      .text(rank.plugin)
      .integer(rank.rank)
      .instant(rank.at)
      .run();
  return adding.done(true);
}

bool Writer::set_rank(std::string_view plugin, int rank) {
  Statement& find = statement("SELECT key FROM analyzer WHERE plugin = ?1 ORDER BY at DESC, key DESC LIMIT 1");
  find.bind(1, plugin);
  const std::optional<AnalyzerRank> before = find.step() ? load_rank(connection_, find.integer(0)) : std::nullopt;
  find.reset();
  if ((before ? before->rank : 0) == rank) return false;
  AnalyzerRank row{std::string(plugin), rank, clock_()};
  // Going back to an earlier rank within one tick of the clock must still be another record.
  if (before && row.at <= before->at) row.at.microseconds = before->at.microseconds + 1;
  return add(row);
}

}  // namespace avow::sqlite
