#include "store/sqlite/writer.hpp"

#include <sqlite3.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "store/sqlite/records.hpp"

namespace avow::sqlite {
namespace {

// Keys kept in memory; past that they are looked up again. 100,000 take about 6 MB.
constexpr std::size_t most_keys = 100'000;
// Level 3 packs about 300 MB/s; higher levels gain little on single articles.
constexpr int zstd_level = 3;

// In an order in which no foreign key breaks while rows are taken back.
struct TableKey {
  const char* table;
  const char* key;
};
constexpr std::array<TableKey, 18> record_tables{{{"answer", "key"},
                                                  {"dispute", "key"},
                                                  {"analysis", "key"},
                                                  {"retraction", "key"},
                                                  {"link", "key"},
                                                  {"assessment_evidence", "assessment"},
                                                  {"assessment", "key"},
                                                  {"observation", "key"},
                                                  {"series", "key"},
                                                  {"reading", "key"},
                                                  {"claim", "key"},
                                                  {"document", "key"},
                                                  {"scale_entry", "scale"},
                                                  {"scale", "key"},
                                                  {"indicator", "key"},
                                                  {"entity_membership", "entity"},
                                                  {"entity", "key"},
                                                  {"analyzer", "key"}}};

void require_utf8(std::string_view text, const char* field) {
  if (const auto at = utf8::first_invalid(text))
    throw Error(ErrorCode::bad_input,
                "byte " + std::to_string(*at) + " of the journal's " + field + " is no UTF-8, which cannot be stored",
                "correct the value");
}

}  // namespace

Writer::Writer(Connection& connection, Clock clock)
    : connection_(connection),
      clock_(std::move(clock)),
      packer_(ZSTD_createCCtx(), ZSTD_freeCCtx),
      standing_(connection) {
  begin_transaction();
}

Writer::~Writer() = default;

void Writer::begin_transaction() {
  transaction_.emplace(connection_);
  next_key_ = connection_.number("SELECT coalesce(max(key), 0) + 1 FROM record");
  keys_.clear();
  last_maker_.reset();
}

Statement& Writer::statement(std::string_view sql) {
  // Keyed by the literal's address: one literal, one statement.
  std::unique_ptr<Statement>& known = statements_[sql.data()];
  if (!known) known = std::make_unique<Statement>(connection_, sql);
  return *known;
}

void Writer::begin_entry(const JournalNote& note) {
  if (failed_) throw Error(ErrorCode::internal, "an add failed before; the entry must be abandoned");
  require_utf8(note.action, "action");
  require_utf8(note.actor, "actor");
  require_utf8(note.reason, "reason");
  if (!transaction_) begin_transaction();
  end_entry();
  entry_.emplace(Entry{note, JournalDigest(), 0});
  entry_first_key_ = next_key_;
  entry_first_raw_ = connection_.number("SELECT coalesce(max(key), 0) + 1 FROM raw");
  entry_first_maker_ = connection_.number("SELECT coalesce(max(key), 0) + 1 FROM maker");
}

void Writer::end_entry() {
  if (entry_ && entry_->content.count() > 0) {
    entry_->last_record = next_key_ - 1;
    standing_.end_entry(entry_->last_record);
    ended_.push_back(std::move(*entry_));
  }
  entry_.reset();
}

void Writer::commit() {
  if (failed_) throw Error(ErrorCode::internal, "an add failed before; the entry must be abandoned");
  if (!transaction_) return;
  end_entry();
  write_journal();
  standing_.flush();
  transaction_->commit();
  transaction_.reset();
}

/// Entries get their time as late as can be, so that "as of" a moment before the commit never includes them.
void Writer::write_journal() {
  const std::int64_t last = connection_.number("SELECT max(number) FROM journal_entry");
  JournalEntry before;
  if (last > 0) before = load_journal_entry(connection_, last).value();
  Statement& insert = statement("INSERT INTO journal_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  const Instant now = std::max(clock_(), before.at);
  for (Entry& ended : ended_) {
    JournalEntry entry{before.number + 1, now, std::move(ended.note), ended.content.digest(), {}};
    entry.chain = chain_digest(entry, before.chain);
    RowWriter(insert)
        .integer(entry.number)
        .instant(entry.at)
        .text(entry.note.action)
        .text(entry.note.actor)
        .text(entry.note.reason)
        .integer(ended.last_record)
        .digest(entry.content)
        .digest(entry.chain)
        .run();
    before = std::move(entry);
  }
  ended_.clear();
}

/// Taking rows back one by one keeps savepoints out of the ordinary path: a savepoint makes FTS5 write out what it has
/// gathered, for every document.
void Writer::abandon_entry() {
  if (!entry_) return;
  purge_from(entry_first_key_);
  next_key_ = entry_first_key_;
  keys_.clear();
  last_maker_.reset();
  standing_.abandon_entry();
  entry_.reset();
  failed_ = false;
}

void Writer::purge_from(std::int64_t first_key) {
  const auto run = [this](const std::string& sql, std::int64_t first) {
    Statement purge(connection_, sql);
    purge.bind(1, first);
    purge.run();
  };
  // A row whose words were not yet added when the add failed must not have them taken out.
  const auto unindex = [&](const std::string& words, const std::string& table, const std::string& columns) {
    run("INSERT INTO " + words + " (" + words + ", rowid, " + columns + ") SELECT 'delete', key, " + columns +
            " FROM " + table + " WHERE key >= ?1 AND EXISTS (SELECT 1 FROM " + words + "_docsize WHERE id = key)",
        first_key);
  };
  unindex("claim_words", "claim", "quote");
  unindex("document_words", "document", "title, text");
  for (const TableKey& table : record_tables)
    run(std::string("DELETE FROM ") + table.table + " WHERE " + table.key + " >= ?1", first_key);
  run("DELETE FROM record WHERE key >= ?1", first_key);
  run("DELETE FROM raw WHERE key >= ?1", entry_first_raw_);
  run("DELETE FROM maker WHERE key >= ?1", entry_first_maker_);
}

bool Writer::record(std::string_view kind, const Id& id) {
  RowWriter(statement("INSERT INTO record VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING"))
      .integer(next_key_)
      .id(id)
      .text(kind)
      .run();
  if (sqlite3_changes(connection_.handle()) == 0) return false;
  remember(id, {next_key_, kind});
  ++next_key_;
  entry_->content.add(kind, id);
  return true;
}

void Writer::remember(const Id& id, Known known) {
  if (keys_.size() >= most_keys) keys_.clear();
  keys_.emplace(id, known);
}

std::int64_t Writer::key_of(const Id& id, std::string_view kind) {
  auto known = keys_.find(id);
  if (known == keys_.end()) {
    Statement& find = statement("SELECT key FROM record WHERE id = ?1 AND kind = ?2");
    find.bind(1, id);
    find.bind(2, kind);
    if (find.step()) {
      remember(id, {find.integer(0), kind});
      find.reset();
      known = keys_.find(id);
    }
  }
  if (known == keys_.end() || known->second.kind != kind)
    throw Error(ErrorCode::internal, std::string(kind) + " " + id.hex() + " is referred to but is not in the store");
  return known->second.key;
}

std::int64_t Writer::raw_key(const Digest& digest, std::string_view bytes) {
  Statement& find = statement("SELECT key FROM raw WHERE digest = ?1");
  find.bind(1, digest);
  if (find.step()) {
    const std::int64_t key = find.integer(0);
    find.reset();
    return key;
  }
  if (sha256(bytes) != digest)
    throw Error(ErrorCode::internal, "a document's raw bytes are not those of its digest " + digest.hex());
  packed_.resize(ZSTD_compressBound(bytes.size()));
  const std::size_t size =
      ZSTD_compressCCtx(packer_.get(), packed_.data(), packed_.size(), bytes.data(), bytes.size(), zstd_level);
  if (ZSTD_isError(size) != 0) throw Error(ErrorCode::internal, std::string("zstd: ") + ZSTD_getErrorName(size));
  RowWriter(statement("INSERT INTO raw (digest, size, zstd) VALUES (?1, ?2, ?3)"))
      .digest(digest)
      .integer(static_cast<std::int64_t>(bytes.size()))
      .blob({packed_.data(), size})
      .run();
  return sqlite3_last_insert_rowid(connection_.handle());
}

std::int64_t Writer::maker_key(const Maker& maker) {
  if (last_maker_ == maker) return last_maker_key_;
  const auto bind = [&maker](RowWriter row) {
    const std::string_view configuration(reinterpret_cast<const char*>(maker.configuration.bytes.data()),
                                         maker.configuration == Digest{} ? 0 : maker.configuration.bytes.size());
    row.text(maker.plugin)
        .text(maker.version)
        .integer(maker.revision)
        .blob(configuration)
        .text(maker.person)
        .instant(maker.at)
        .run();
  };
  bind(
      RowWriter(statement("INSERT INTO maker (plugin, version, revision, configuration, person, at) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")));
  Statement& find = statement(
      "SELECT key FROM maker WHERE plugin = ?1 AND version = ?2 AND revision = ?3 AND configuration = ?4 AND person = "
      "?5 "
      "AND at = ?6");
  const std::string at = maker.at == Instant{} ? std::string() : maker.at.text();
  const std::string_view configuration(reinterpret_cast<const char*>(maker.configuration.bytes.data()),
                                       maker.configuration == Digest{} ? 0 : maker.configuration.bytes.size());
  find.bind(1, std::string_view(maker.plugin));
  find.bind(2, std::string_view(maker.version));
  find.bind(3, std::int64_t{maker.revision});
  find.bind_blob(4, configuration);
  find.bind(5, std::string_view(maker.person));
  find.bind(6, std::string_view(at));
  last_maker_key_ = find.step() ? find.integer(0) : 0;
  find.reset();
  last_maker_ = maker;
  return last_maker_key_;
}

}  // namespace avow::sqlite
