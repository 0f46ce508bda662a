#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/error.hpp"
#include "store/journal_digest.hpp"
#include "store/sqlite/check_marks.hpp"
#include "store/sqlite/migrations.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/verify_standing.hpp"
#include "store/sqlite/verify_texts.hpp"
#include "store/sqlite/verify_words.hpp"

namespace avow::sqlite {
namespace {

constexpr std::uint64_t records_between_reports = 1'000;

// Every table whose rows belong to a record: its key, and the kind that record must have.
struct OwnedTable {
  const char* table;
  const char* key;
  const char* kind;
};
constexpr std::array<OwnedTable, 18> owned_tables{{{"document", "key", "document"},
                                                   {"entity", "key", "entity"},
                                                   {"entity_membership", "entity", "entity"},
                                                   {"indicator", "key", "indicator"},
                                                   {"scale", "key", "scale"},
                                                   {"scale_entry", "scale", "scale"},
                                                   {"claim", "key", "claim"},
                                                   {"reading", "key", "reading"},
                                                   {"series", "key", "series"},
                                                   {"observation", "key", "observation"},
                                                   {"assessment", "key", "assessment"},
                                                   {"assessment_evidence", "assessment", "assessment"},
                                                   {"link", "key", "link"},
                                                   {"retraction", "key", "retraction"},
                                                   {"analysis", "key", "analysis"},
                                                   {"dispute", "key", "dispute"},
                                                   {"answer", "key", "answer"},
                                                   {"analyzer", "key", "analyzer"}}};

Id id_of_any(const AnyRecord& record) {
  return std::visit(
      [](const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, StoredDocument>)
          return avow::id_of(value.document);
        else
          return avow::id_of(value);
      },
      record);
}

/// One run over the store. Each check adds what it finds.
class Verifier {
 public:
  Verifier(Connection& connection, std::size_t limit, const std::function<void(std::uint64_t, std::uint64_t)>& progress)
      : connection_(connection), limit_(limit), progress_(progress) {}

  VerifyResult run() {
    const Snapshot snapshot(connection_);
    check_schema();
    check_records_and_journal();
    check_strays();
    check_makers();
    check_raw();
    check_file();
    find_invalid_texts(connection_,
                       [this](std::string where, std::string reason) { report(std::move(where), std::move(reason)); });
    find_standing_differences(
        connection_, [this](std::string where, std::string reason) { report(std::move(where), std::move(reason)); });
    check_words();
    find_bad_marks(connection_,
                   [this](std::string where, std::string reason) { report(std::move(where), std::move(reason)); });
    return std::move(result_);
  }

 private:
  struct Row {
    std::int64_t key = 0;
    std::string kind;
    Id id;
    std::string name() const { return kind + " " + id.hex() + " (row " + std::to_string(key) + ")"; }
  };

  void report(std::string where, std::string reason) {
    if (result_.damages.size() < limit_) result_.damages.push_back({std::move(where), std::move(reason)});
  }

  // Views and tables are what this program would make, so that a view cannot be bent to hide a row.
  void check_schema() {
    const auto expected = Connection::in_memory();
    migrate(*expected, migrations());
    const auto compare = [this](Connection& in, Connection& other, const char* reason, const char* only) {
      const CachedStatement all = in.prepared(
          "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name");
      while (all->step()) {
        if (only != nullptr && all->text(0) != only) continue;
        const CachedStatement same =
            other.prepared("SELECT 1 FROM sqlite_schema WHERE type = ?1 AND name = ?2 AND coalesce(sql, '') = ?3");
        for (int i = 0; i < 3; ++i) same->bind(i + 1, all->text(i));
        if (!same->step()) report(std::string(all->text(0)) + " " + std::string(all->text(1)), reason);
      }
    };
    compare(*expected, connection_, "it is missing, or is not what this layout says", nullptr);
    compare(connection_, *expected, "a trigger that this layout does not have", "trigger");
  }

  void check_records_and_journal() {
    const auto total = static_cast<std::uint64_t>(connection_.number("SELECT count(*) FROM record"));
    const CachedStatement entries =
        connection_.prepared("SELECT number, last_record FROM journal_entry ORDER BY last_record, number");
    const CachedStatement records = connection_.prepared("SELECT key, kind, id FROM record ORDER BY key");
    std::int64_t expected_key = 1;
    bool more = records->step();
    JournalEntry before;
    while (entries->step()) {
      const std::int64_t number = entries->integer(0);
      const std::int64_t last = entries->integer(1);
      JournalDigest content;
      for (; more && records->integer(0) <= last; more = records->step())
        check_record(*records, expected_key, content, total);
      before = check_entry(number, content, before);
    }
    JournalDigest none;
    while (more) {
      report(row_of(*records).name(), "no journal entry tells of it");
      check_record(*records, expected_key, none, total);
      more = records->step();
    }
    if (progress_) progress_(total, total);
  }

  static Row row_of(Statement& records) {
    RowReader row(records);
    Row read;
    read.key = row.integer();
    read.kind = row.text();
    read.id = row.id();
    return read;
  }

  void check_record(Statement& records, std::int64_t& expected_key, JournalDigest& content, std::uint64_t total) {
    const Row row = row_of(records);
    if (row.key != expected_key)
      report(row.name(),
             "its row number is not the next, " + std::to_string(expected_key) + ": rows were removed or changed");
    expected_key = row.key + 1;
    content.add(row.kind, row.id);
    check_content(row);
    if (++result_.rows % records_between_reports == 0 && progress_) progress_(result_.rows, total);
  }

  void check_content(const Row& row) {
    try {
      const std::optional<Id> id = id_of_content(row);
      if (!id)
        report(row.name(), "its content is missing");
      else if (*id != row.id)
        report(row.name(), "its content does not match its id");
    } catch (const Error& error) {
      report(row.name(), "its content does not match its id: " + std::string(error.what()));
    }
  }

  std::optional<Id> id_of_content(const Row& row) {
    if (row.kind == analyzer_kind) {
      const auto rank = load_rank(connection_, row.key);
      return rank ? std::optional(id_of(*rank)) : std::nullopt;
    }
    const auto kind = record_kinds.parse(row.kind);
    const auto record = kind ? load(connection_, *kind, row.key) : std::nullopt;
    return record ? std::optional(id_of_any(*record)) : std::nullopt;
  }

  JournalEntry check_entry(std::int64_t number, JournalDigest& content, const JournalEntry& before) {
    const std::string name = "journal entry " + std::to_string(number);
    ++result_.journal_entries;
    JournalEntry entry;
    try {
      entry = load_journal_entry(connection_, number).value_or(JournalEntry{});
    } catch (const Error& error) {
      report(name, error.what());
      return entry;
    }
    if (entry.number != before.number + 1)
      report(name, "its number is not the next, " + std::to_string(before.number + 1));
    if (entry.at < before.at) report(name, "its time lies before that of the entry before it");
    if (content.count() == 0) report(name, "it tells of no rows");
    if (content.digest() != entry.content) report(name, "its content digest is not that of the rows it wrote");
    if (chain_digest(entry, before.chain) != entry.chain)
      report(name, "its chain digest does not follow from the one before");
    return entry;
  }

  void check_strays() {
    for (const OwnedTable& owned : owned_tables) {
      const CachedStatement strays =
          connection_.prepared(std::string("SELECT DISTINCT t.") + owned.key + " FROM " + owned.table +
                               " AS t WHERE NOT EXISTS (SELECT 1 FROM "
                               "record AS r WHERE r.key = t." +
                               owned.key + " AND r.kind = '" + owned.kind + "')");
      while (strays->step())
        report(std::string(owned.table) + " row " + std::to_string(strays->integer(0)), "it belongs to no record");
    }
  }

  void check_makers() {
    const CachedStatement unused = connection_.prepared(
        "SELECT key FROM maker WHERE key NOT IN (SELECT maker FROM reading UNION SELECT maker FROM assessment UNION "
        "SELECT maker FROM link UNION SELECT maker FROM analysis)");
    while (unused->step()) report("maker row " + std::to_string(unused->integer(0)), "nothing was made by it");
  }

  void check_raw() {
    const CachedStatement all = connection_.prepared(
        "SELECT digest, key, EXISTS (SELECT 1 FROM document AS d WHERE d.raw = raw.key) FROM raw ORDER BY key");
    while (all->step()) {
      RowReader row(*all);
      const Digest digest = row.digest();
      const std::string name = "raw bytes " + digest.hex() + " (row " + std::to_string(row.integer()) + ")";
      if (row.integer() == 0) report(name, "they belong to no document");
      try {
        if (const auto bytes = load_raw(connection_, digest); !bytes || sha256(*bytes) != digest)
          report(name, "they do not match their digest");
      } catch (const Error& error) {
        report(name, error.what());
      }
    }
  }

  // What SQLite itself can tell: indexes that disagree with their tables, constraints, keys that lead nowhere.
  void check_file() {
    const CachedStatement pages = connection_.prepared("PRAGMA integrity_check");
    while (pages->step())
      if (pages->text(0) != "ok") report("the file", std::string(pages->text(0)));
    const CachedStatement keys = connection_.prepared("PRAGMA foreign_key_check");
    while (keys->step())
      report(std::string(keys->text(0)) + " row " + std::to_string(keys->integer(1)),
             "it refers to a row of " + std::string(keys->text(2)) + " that is not there");
  }

  void check_words() {
    for (const WordIndex& index : word_indexes)
      if (const auto difference = find_difference(connection_, index)) report(index.words, *difference);
  }

  Connection& connection_;
  std::size_t limit_;
  const std::function<void(std::uint64_t, std::uint64_t)>& progress_;
  VerifyResult result_;
};

}  // namespace

VerifyResult verify_store(Connection& connection, std::size_t limit,
                          const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  return Verifier(connection, limit, progress).run();
}

}  // namespace avow::sqlite
