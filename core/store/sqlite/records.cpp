#include "store/sqlite/records.hpp"

#include <zstd.h>

#include <utility>

#include "base/error.hpp"
#include "store/sqlite/json_text.hpp"

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
    "r.due_earliest, r.due_latest, r.scope, r.condition, r.strength, r.negated, r.score, r.cues, rm.plugin, rm.version, "
    "rm.revision, rm.configuration, rm.person, rm.at";
constexpr std::string_view series_columns = "s.indicator, s.source, s.url, s.licence";
constexpr std::string_view observation_columns =
    "os.id, o.entity, o.period, o.period_earliest, o.period_latest, o.value, o.unit, o.status, o.published, o.note";

namespace {

constexpr std::string_view maker_columns = "m.plugin, m.version, m.revision, m.configuration, m.person, m.at";

std::string select(std::string_view columns, std::string_view from) {
  return "SELECT " + std::string(columns) + " FROM " + std::string(from) + " = ?1";
}

/// Runs a query for one row by key, and reads it.
template <typename Read>
auto load_one(Connection& connection, const std::string& sql, std::int64_t key, std::string_view kind, Read read)
    -> std::optional<decltype(read(std::declval<RowReader&>()))> {
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, key);
  if (!statement->step()) return std::nullopt;
  RowReader row(*statement);
  auto value = read(row);
  row.finish(kind);
  return value;
}

/// Runs a query for the children of a row, whose first column is their position: 0, 1, 2, ...
template <typename Read>
void load_children(Connection& connection, const std::string& sql, std::int64_t key, std::string_view kind, Read read) {
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, key);
  for (std::int64_t position = 0; statement->step(); ++position) {
    RowReader row(*statement);
    row.expect(row.integer() == position);
    read(row);
    row.finish(kind);
  }
}

template <typename List>
auto taken(RowReader& row, std::optional<List> list) {
  row.expect(list.has_value());
  return std::move(list).value_or(List());
}

}  // namespace

Id id_of(const AnalyzerRank& rank) {
  return Canonical(analyzer_kind)
      .field("plugin", rank.plugin)
      .field("rank", rank.rank)
      .field("at", rank.at.microseconds)
      .id();
}

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

std::optional<Document> load_document(Connection& connection, std::int64_t key) {
  static const std::string sql =
      select(std::string(document_columns) + ", d.text", "document AS d LEFT JOIN raw AS w ON w.key = d.raw WHERE d.key");
  return load_one(connection, sql, key, "document", [](RowReader& row) {
    Document document = read_document(row);
    document.text = row.text();
    return document;
  });
}

std::optional<Claim> load_claim(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      claim_columns, "claim AS c LEFT JOIN document AS d ON d.key = c.document LEFT JOIN record AS rd ON rd.key = d.key "
                     "WHERE c.key");
  return load_one(connection, sql, key, "claim", read_claim);
}

std::optional<Reading> load_reading(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      reading_columns, "reading AS r LEFT JOIN claim AS c ON c.key = r.claim LEFT JOIN record AS rc ON rc.key = c.key "
                       "LEFT JOIN maker AS rm ON rm.key = r.maker WHERE r.key");
  return load_one(connection, sql, key, "reading", read_reading);
}

std::optional<Series> load_series(Connection& connection, std::int64_t key) {
  static const std::string sql = select(series_columns, "series AS s WHERE s.key");
  return load_one(connection, sql, key, "series", read_series);
}

std::optional<Observation> load_observation(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      observation_columns, "observation AS o LEFT JOIN series AS s ON s.key = o.series "
                           "LEFT JOIN record AS os ON os.key = s.key WHERE o.key");
  return load_one(connection, sql, key, "observation", read_observation);
}

std::optional<Entity> load_entity(Connection& connection, std::int64_t key) {
  static const std::string sql = select("e.code, e.kind, e.name, e.wikidata, e.aliases", "entity AS e WHERE e.key");
  static const std::string children =
      "SELECT position, group_code, role, since, since_earliest, since_latest, until, until_earliest, until_latest "
      "FROM entity_membership WHERE entity = ?1 ORDER BY position";
  auto entity = load_one(connection, sql, key, "entity", [](RowReader& row) {
    Entity value;
    value.code = row.text();
    value.kind = row.word(entity_kinds);
    value.name = row.text();
    value.wikidata = row.text();
    value.aliases = taken(row, texts_from_json(row.view()));
    return value;
  });
  if (!entity) return entity;
  load_children(connection, children, key, "entity_membership", [&entity](RowReader& row) {
    Membership& membership = entity->memberships.emplace_back();
    membership.group = row.text();
    membership.role = row.text();
    membership.from = row.date();
    membership.until = row.date();
  });
  return entity;
}

std::optional<Indicator> load_indicator(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      "i.code, i.name, i.measure, i.unit, i.publisher, i.definition, i.rank, i.phrases", "indicator AS i WHERE i.key");
  return load_one(connection, sql, key, "indicator", [](RowReader& row) {
    Indicator value;
    value.code = row.text();
    value.name = row.text();
    value.measure = row.text();
    value.unit = row.text();
    value.publisher = row.text();
    value.definition = row.text();
    value.rank = row.narrow<int>();
    value.phrases = taken(row, texts_from_json(row.view()));
    return value;
  });
}

std::optional<Scale> load_scale(Connection& connection, std::int64_t key) {
  static const std::string sql = select("s.code, s.name, s.source", "scale AS s WHERE s.key");
  static const std::string children =
      "SELECT position, verdict, label FROM scale_entry WHERE scale = ?1 ORDER BY position";
  auto scale = load_one(connection, sql, key, "scale", [](RowReader& row) {
    Scale value;
    value.code = row.text();
    value.name = row.text();
    value.source = row.text();
    return value;
  });
  if (!scale) return scale;
  load_children(connection, children, key, "scale_entry", [&scale](RowReader& row) {
    ScaleEntry& entry = scale->entries.emplace_back();
    entry.verdict = row.text();
    entry.label = row.text();
  });
  return scale;
}

std::optional<Assessment> load_assessment(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      "ar.id, a.verdict, a.provisional, a.today, a.vintage, a.figures, a.reason, " + std::string(maker_columns),
      "assessment AS a LEFT JOIN reading AS r ON r.key = a.reading LEFT JOIN record AS ar ON ar.key = r.key "
      "LEFT JOIN maker AS m ON m.key = a.maker WHERE a.key");
  static const std::string children =
      "SELECT position, kind, reference, note FROM assessment_evidence WHERE assessment = ?1 ORDER BY position";
  auto assessment = load_one(connection, sql, key, "assessment", [](RowReader& row) {
    Assessment value;
    value.reading = row.id();
    value.verdict = row.word(verdicts);
    value.provisional = row.flag();
    value.today = row.day();
    value.vintage = row.text();
    value.figures = taken(row, figures_from_json(row.view()));
    value.reason = row.text();
    value.maker = row.maker();
    return value;
  });
  if (!assessment) return assessment;
  load_children(connection, children, key, "assessment_evidence", [&assessment](RowReader& row) {
    Evidence& evidence = assessment->evidence.emplace_back();
    evidence.kind = row.word(evidence_kinds);
    evidence.reference = row.text();
    evidence.note = row.text();
  });
  return assessment;
}

std::optional<Link> load_link(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      "f.id, t.id, l.kind, l.confirmed, l.score, l.reason, " + std::string(maker_columns),
      "link AS l LEFT JOIN claim AS cf ON cf.key = l.from_claim LEFT JOIN claim AS ct ON ct.key = l.to_claim "
      "LEFT JOIN record AS f ON f.key = cf.key LEFT JOIN record AS t ON t.key = ct.key "
      "LEFT JOIN maker AS m ON m.key = l.maker WHERE l.key");
  return load_one(connection, sql, key, "link", [](RowReader& row) {
    Link value;
    value.from = row.id();
    value.to = row.id();
    value.kind = row.word(link_kinds);
    value.confirmed = row.flag();
    value.score = row.real();
    value.reason = row.text();
    value.maker = row.maker();
    return value;
  });
}

std::optional<Retraction> load_retraction(Connection& connection, std::int64_t key) {
  static const std::string sql = select("k.kind, k.id, t.person, t.reason, t.at",
                                        "retraction AS t LEFT JOIN record AS k ON k.key = t.record WHERE t.key");
  return load_one(connection, sql, key, "retraction", [](RowReader& row) {
    Retraction value;
    value.kind = row.word(record_kinds);
    value.record = row.id();
    value.person = row.text();
    value.reason = row.text();
    value.at = row.instant();
    return value;
  });
}

std::optional<Analysis> load_analysis(Connection& connection, std::int64_t key) {
  static const std::string sql = select("k.kind, k.id, y.failure, " + std::string(maker_columns),
                                        "analysis AS y LEFT JOIN record AS k ON k.key = y.subject "
                                        "LEFT JOIN maker AS m ON m.key = y.maker WHERE y.key");
  return load_one(connection, sql, key, "analysis", [](RowReader& row) {
    Analysis value;
    value.kind = row.word(record_kinds);
    value.subject = row.id();
    value.failure = row.text();
    value.maker = row.maker();
    return value;
  });
}

std::optional<AnalyzerRank> load_rank(Connection& connection, std::int64_t key) {
  static const std::string sql = select("z.plugin, z.rank, z.at", "analyzer AS z WHERE z.key");
  return load_one(connection, sql, key, analyzer_kind, [](RowReader& row) {
    AnalyzerRank value;
    value.plugin = row.text();
    value.rank = row.integer();
    value.at = row.instant();
    return value;
  });
}

std::optional<JournalEntry> load_journal_entry(Connection& connection, std::int64_t number) {
  static const std::string sql =
      select("j.number, j.at, j.action, j.actor, j.reason, j.content, j.chain", "journal_entry AS j WHERE j.number");
  return load_one(connection, sql, number, "journal_entry", [](RowReader& row) {
    JournalEntry value;
    value.number = row.integer();
    value.at = row.instant();
    value.note.action = row.text();
    value.note.actor = row.text();
    value.note.reason = row.text();
    value.content = row.digest();
    value.chain = row.digest();
    return value;
  });
}

namespace {

template <typename T>
std::optional<AnyRecord> any(std::optional<T> value) {
  return value ? std::optional<AnyRecord>(std::move(*value)) : std::nullopt;
}

}  // namespace

std::optional<AnyRecord> load(Connection& connection, RecordKind kind, std::int64_t key) {
  switch (kind) {
    case RecordKind::document: {
      auto document = load_document(connection, key);
      return document ? std::optional<AnyRecord>(StoredDocument{std::move(*document), {}}) : std::nullopt;
    }
    case RecordKind::entity: return any(load_entity(connection, key));
    case RecordKind::indicator: return any(load_indicator(connection, key));
    case RecordKind::scale: return any(load_scale(connection, key));
    case RecordKind::claim: return any(load_claim(connection, key));
    case RecordKind::reading: return any(load_reading(connection, key));
    case RecordKind::series: return any(load_series(connection, key));
    case RecordKind::observation: return any(load_observation(connection, key));
    case RecordKind::assessment: return any(load_assessment(connection, key));
    case RecordKind::link: return any(load_link(connection, key));
    case RecordKind::retraction: return any(load_retraction(connection, key));
    case RecordKind::analysis: return any(load_analysis(connection, key));
  }
  return std::nullopt;
}

std::optional<std::string> load_raw(Connection& connection, const Digest& digest) {
  const CachedStatement statement = connection.prepared("SELECT size, zstd FROM raw WHERE digest = ?1");
  statement->bind(1, digest);
  if (!statement->step()) return std::nullopt;
  const std::string_view packed = statement->blob(1);
  // The frame says how much it unpacks to; a size that disagrees with it is not worth an allocation.
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  std::string bytes;
  if (size == static_cast<unsigned long long>(statement->integer(0)) && size < (1ULL << 32)) {
    bytes.resize(size);
    if (ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size()) == size) return bytes;
  }
  throw Error(ErrorCode::integrity, "the raw bytes " + digest.hex() + " do not unpack",
              "run 'avow verify', and restore the store from a backup");
}

}  // namespace avow::sqlite
