#include "common/bare_copy.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/open.hpp"

namespace avow::bench {
namespace {

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
using Handle = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Close>;
using Value = std::unique_ptr<sqlite3_value, Close>;

void check(int code, sqlite3* handle) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(handle));
}

Handle open(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle owned(handle);
  check(code, handle);
  return owned;
}

void run(const Handle& handle, const std::string& sql) {
  check(sqlite3_exec(handle.get(), sql.c_str(), nullptr, nullptr, nullptr), handle.get());
}

Prepared prepare(const Handle& handle, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(handle.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
        handle.get());
  return Prepared(statement);
}

/// Where the rows of a journal entry lie: records from ?1 to ?2, raw bytes not seen in an entry before.
struct Table {
  const char* into;    ///< table, and its columns when not all
  const char* select;  ///< from the other store
};
constexpr std::array<Table, 18> tables{{
    {"record", "SELECT * FROM record WHERE key BETWEEN ?1 AND ?2"},
    {"raw",
     "SELECT w.* FROM raw AS w WHERE w.key IN (SELECT raw FROM document WHERE key BETWEEN ?1 AND ?2) "
     "AND NOT EXISTS (SELECT 1 FROM document AS e WHERE e.raw = w.key AND e.key < ?1)"},
    {"analyzer", "SELECT * FROM analyzer WHERE key BETWEEN ?1 AND ?2"},
    {"entity", "SELECT * FROM entity WHERE key BETWEEN ?1 AND ?2"},
    {"entity_membership", "SELECT * FROM entity_membership WHERE entity BETWEEN ?1 AND ?2"},
    {"indicator", "SELECT * FROM indicator WHERE key BETWEEN ?1 AND ?2"},
    {"scale", "SELECT * FROM scale WHERE key BETWEEN ?1 AND ?2"},
    {"scale_entry", "SELECT * FROM scale_entry WHERE scale BETWEEN ?1 AND ?2"},
    {"document", "SELECT * FROM document WHERE key BETWEEN ?1 AND ?2"},
    {"document_words (rowid, title, text)", "SELECT key, title, text FROM document WHERE key BETWEEN ?1 AND ?2"},
    {"claim", "SELECT * FROM claim WHERE key BETWEEN ?1 AND ?2"},
    {"claim_words (rowid, quote)", "SELECT key, quote FROM claim WHERE key BETWEEN ?1 AND ?2"},
    {"reading", "SELECT * FROM reading WHERE key BETWEEN ?1 AND ?2"},
    {"analysis", "SELECT * FROM analysis WHERE key BETWEEN ?1 AND ?2"},
    {"assessment", "SELECT * FROM assessment WHERE key BETWEEN ?1 AND ?2"},
    {"assessment_evidence", "SELECT * FROM assessment_evidence WHERE assessment BETWEEN ?1 AND ?2"},
    {"link", "SELECT * FROM link WHERE key BETWEEN ?1 AND ?2"},
    {"journal_entry", "SELECT * FROM journal_entry WHERE last_record BETWEEN ?1 AND ?2"},
}};

using Row = std::vector<Value>;

struct Rows {
  std::size_t table;
  std::vector<Row> rows;
};

/// Reads the rows of a table in one journal entry.
class Source {
 public:
  Source(const Handle& from, const Table& table, std::size_t index)
      : index_(index), select_(prepare(from, table.select)) {}

  int columns() const { return sqlite3_column_count(select_.get()); }

  Rows rows(std::int64_t first, std::int64_t last) {
    Rows taken{index_, {}};
    sqlite3_bind_int64(select_.get(), 1, first);
    sqlite3_bind_int64(select_.get(), 2, last);
    while (sqlite3_step(select_.get()) == SQLITE_ROW) {
      Row& row = taken.rows.emplace_back();
      for (int i = 0; i < columns(); ++i) row.emplace_back(sqlite3_value_dup(sqlite3_column_value(select_.get(), i)));
    }
    sqlite3_reset(select_.get());
    return taken;
  }

 private:
  std::size_t index_;
  Prepared select_;
};

/// Bound in place, as the store binds: a copy would be a cost that it does not have.
int bind(sqlite3_stmt* insert, int index, sqlite3_value* value) {
  const auto size = static_cast<sqlite3_uint64>(sqlite3_value_bytes(value));
  switch (sqlite3_value_type(value)) {
    case SQLITE_TEXT:
      return sqlite3_bind_text64(insert, index, reinterpret_cast<const char*>(sqlite3_value_text(value)), size,
                                 SQLITE_STATIC, SQLITE_UTF8);
    case SQLITE_BLOB:
      return sqlite3_bind_blob64(insert, index, sqlite3_value_blob(value), size, SQLITE_STATIC);
    default:
      return sqlite3_bind_value(insert, index, value);
  }
}

std::string insert_sql(const Table& table, int columns) {
  std::string sql = std::string("INSERT INTO ") + table.into + " VALUES (?";
  for (int i = 1; i < columns; ++i) sql += ",?";
  return sql + ")";
}

class Copy {
 public:
  Copy(const std::filesystem::path& from, const std::filesystem::path& to) : from_(open(from)), to_(open(to)) {
    run(to_,
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536; "
        "ATTACH '" +
            from.string() + "' AS made; INSERT INTO maker SELECT * FROM made.maker; DETACH made");
    for (std::size_t i = 0; i < tables.size(); ++i) {
      sources_.emplace_back(from_, tables[i], i);
      inserts_.push_back(prepare(to_, insert_sql(tables[i], sources_.back().columns())));
    }
  }

  /// Entries of one transaction carry its time.
  Cost all() {
    const Prepared entries = prepare(from_, "SELECT last_record, at FROM journal_entry ORDER BY number");
    std::int64_t before = 0;
    std::string at;
    while (sqlite3_step(entries.get()) == SQLITE_ROW) {
      const std::string time = reinterpret_cast<const char*>(sqlite3_column_text(entries.get(), 1));
      if (time != at) write();
      at = time;
      const std::int64_t last = sqlite3_column_int64(entries.get(), 0);
      for (Source& source : sources_) transaction_.push_back(source.rows(before + 1, last));
      before = last;
    }
    write();
    close();
    return cost_;
  }

 private:
  void write() {
    if (transaction_.empty()) return;
    const Stopwatch watch;
    run(to_, "BEGIN IMMEDIATE");
    for (const Rows& rows : transaction_)
      for (const Row& row : rows.rows) insert(inserts_[rows.table].get(), row);
    run(to_, "COMMIT");
    cost_ += watch.cost();
    transaction_.clear();
  }

  /// The last to close brings the log back into the file.
  void close() {
    const Stopwatch watch;
    inserts_.clear();
    to_.reset();
    cost_ += watch.cost();
  }

  void insert(sqlite3_stmt* statement, const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      check(bind(statement, static_cast<int>(i + 1), row[i].get()), to_.get());
    check(sqlite3_step(statement), to_.get());
    sqlite3_reset(statement);
  }

  Handle from_;
  Handle to_;
  std::vector<Source> sources_;
  std::vector<Prepared> inserts_;
  std::vector<Rows> transaction_;
  Cost cost_;
};

}  // namespace

Cost copy_bare(const std::filesystem::path& from, const std::filesystem::path& to) {
  OpenOptions options;
  options.mode = OpenMode::create;
  open_store(to, options);  // for its empty tables
  return Copy(from, to).all();
}

}  // namespace avow::bench
