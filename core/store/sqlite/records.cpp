#include "store/sqlite/records.hpp"

#include <zstd.h>

#include <utility>

#include "base/error.hpp"
#include "store/sqlite/json_text.hpp"
#include "store/sqlite/record_query.hpp"

namespace avow {

Id id_of(const AnalyzerRank& rank) {
  return Canonical(sqlite::analyzer_kind)
      .field("plugin", rank.plugin)
      .field("rank", rank.rank)
      .field("at", rank.at.microseconds)
      .id();
}

}  // namespace avow

namespace avow::sqlite {

std::optional<Document> load_document(Connection& connection, std::int64_t key) {
  static const std::string sql = select(std::string(document_columns) + ", d.text",
                                        "document AS d LEFT JOIN raw AS w ON w.key = d.raw WHERE d.key");
  return load_one(connection, sql, key, "document", [](RowReader& row) {
    Document document = read_document(row);
    document.text = row.text();
    return document;
  });
}

std::optional<Claim> load_claim(Connection& connection, std::int64_t key) {
  static const std::string sql =
      select(claim_columns,
             "claim AS c LEFT JOIN document AS d ON d.key = c.document LEFT JOIN record AS rd ON rd.key = d.key "
             "WHERE c.key");
  return load_one(connection, sql, key, "claim", read_claim);
}

std::optional<Reading> load_reading(Connection& connection, std::int64_t key) {
  static const std::string sql =
      select(reading_columns,
             "reading AS r LEFT JOIN claim AS c ON c.key = r.claim LEFT JOIN record AS rc ON rc.key = c.key "
             "LEFT JOIN maker AS rm ON rm.key = r.maker WHERE r.key");
  return load_one(connection, sql, key, "reading", read_reading);
}

std::optional<Assessment> load_assessment(Connection& connection, std::int64_t key) {
  static const std::string sql =
      select("ar.id, a.verdict, a.provisional, a.proposed, a.today, a.vintage, a.figures, a.reason, " +
                 std::string(maker_columns),
             "assessment AS a LEFT JOIN reading AS r ON r.key = a.reading LEFT JOIN record AS ar ON ar.key = r.key "
             "LEFT JOIN maker AS m ON m.key = a.maker WHERE a.key");
  static const std::string children =
      "SELECT position, kind, reference, note FROM assessment_evidence WHERE assessment = ?1 ORDER BY position";
  auto assessment = load_one(connection, sql, key, "assessment", [](RowReader& row) {
    Assessment value;
    value.reading = row.id();
    value.verdict = row.word(verdicts);
    value.provisional = row.flag();
    value.proposed = row.flag();
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
  static const std::string sql =
      select("f.id, t.id, l.kind, l.confirmed, l.score, l.reason, " + std::string(maker_columns),
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

std::optional<Dispute> load_dispute(Connection& connection, std::int64_t key) {
  static const std::string sql = select("c.id, k.kind, k.id, t.person, t.disputant, t.reason, t.evidence, t.at",
                                        "dispute AS t LEFT JOIN record AS c ON c.key = t.claim "
                                        "LEFT JOIN record AS k ON k.key = t.record WHERE t.key");
  return load_one(connection, sql, key, "dispute", [](RowReader& row) {
    Dispute value;
    value.claim = row.id();
    value.kind = row.word(record_kinds);
    value.record = row.id();
    value.person = row.text();
    value.as = row.word(disputants);
    value.reason = row.text();
    value.evidence = taken(row, evidence_from_json(row.view()));
    value.at = row.instant();
    return value;
  });
}

std::optional<Answer> load_answer(Connection& connection, std::int64_t key) {
  static const std::string sql = select("d.id, t.ruling, t.person, t.reason, t.evidence, t.at",
                                        "answer AS t LEFT JOIN record AS d ON d.key = t.dispute WHERE t.key");
  return load_one(connection, sql, key, "answer", [](RowReader& row) {
    Answer value;
    value.dispute = row.id();
    value.ruling = row.word(rulings);
    value.person = row.text();
    value.reason = row.text();
    value.evidence = taken(row, evidence_from_json(row.view()));
    value.at = row.instant();
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
    case RecordKind::entity:
      return any(load_entity(connection, key));
    case RecordKind::indicator:
      return any(load_indicator(connection, key));
    case RecordKind::scale:
      return any(load_scale(connection, key));
    case RecordKind::claim:
      return any(load_claim(connection, key));
    case RecordKind::reading:
      return any(load_reading(connection, key));
    case RecordKind::series:
      return any(load_series(connection, key));
    case RecordKind::observation:
      return any(load_observation(connection, key));
    case RecordKind::assessment:
      return any(load_assessment(connection, key));
    case RecordKind::link:
      return any(load_link(connection, key));
    case RecordKind::retraction:
      return any(load_retraction(connection, key));
    case RecordKind::analysis:
      return any(load_analysis(connection, key));
    case RecordKind::dispute:
      return any(load_dispute(connection, key));
    case RecordKind::answer:
      return any(load_answer(connection, key));
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
