#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace avow::sqlite {
namespace {

// What a whole answer may take in memory.
// What a single value may take. The clock is looked at between steps, not within a function: over cells of this size
// instr() or replace() cannot take long. Texts of documents are as good as always shorter.
constexpr int most_cell_bytes = 1 << 20;
constexpr std::size_t most_answer_bytes = 256 << 20;
constexpr int steps_between_looks = 100;  // few, because each may be a function over large values

using Deadline = std::chrono::steady_clock::time_point;

int past_deadline(void* deadline) {
  return std::chrono::steady_clock::now() > *static_cast<Deadline*>(deadline) ? 1 : 0;
}

/// Pragmas that only tell about the schema.
bool is_harmless_pragma(const char* name) {
  static constexpr std::array<std::string_view, 12> known{
      "data_version", "table_info",    "table_xinfo",      "table_list",     "index_list",   "index_info",
      "index_xinfo",  "database_list", "foreign_key_list", "application_id", "user_version", "compile_options"};
  return std::find(known.begin(), known.end(), name) != known.end();
}

/// Denies what a statement can do beside reading and writing; prepare() lets no statement write. Creating tables is not
/// denied here, because virtual tables (json_each, FTS5) declare their columns that way.
int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return SQLITE_DENY;
    case SQLITE_FUNCTION:
      return std::string_view(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: {
      const std::string_view name(first);
      const bool sets = (name == "application_id" || name == "user_version") && second != nullptr;
      return is_harmless_pragma(first) && !sets ? SQLITE_OK : SQLITE_DENY;
    }
    default:
      return SQLITE_OK;
  }
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

[[noreturn]] void refuse(sqlite3* handle, int code) {
  const std::string detail = sqlite3_errmsg(handle);
  if (code == SQLITE_AUTH)
    throw Error(ErrorCode::usage, "this statement would do more than read: " + detail, "only SELECT is possible here");
  throw Error(ErrorCode::usage, "the statement is no SQL that fits this store: " + detail,
              "docs/schema.md describes the views and has examples");
}

Prepared prepare(sqlite3* handle, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement, &rest);
  Prepared prepared(statement);
  if (code != SQLITE_OK) refuse(handle, code);
  if (!prepared) throw Error(ErrorCode::usage, "there is no statement to run", "give one SELECT");
  const std::string_view tail = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (tail.find_first_not_of(" \t\r\n;") != std::string_view::npos)
    throw Error(ErrorCode::usage, "there is more than one statement", "give one at a time");
  if (sqlite3_stmt_readonly(statement) == 0)
    throw Error(ErrorCode::usage, "this statement would write", "give a SELECT");
  return prepared;
}

std::string hex_of(const unsigned char* bytes, int size) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(static_cast<std::size_t>(size) * 2);
  for (int i = 0; i < size; ++i) hex.append({digits[bytes[i] >> 4], digits[bytes[i] & 15]});
  return hex;
}

SqlCell cell_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement, column));
      return hex_of(bytes, sqlite3_column_bytes(statement, column));
    }
    default:
      return std::monostate();
  }
}

void guard(sqlite3* handle, Deadline& deadline) {
  sqlite3_set_authorizer(handle, authorize, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, most_cell_bytes);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler(handle, steps_between_looks, past_deadline, &deadline);
}

void collect(sqlite3* handle, sqlite3_stmt* statement, const SqlLimits& limits, SqlResult& result) {
  std::size_t bytes = 0;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    if (result.rows.size() == limits.rows)
      throw Error(ErrorCode::limit, "there are more than " + std::to_string(limits.rows) + " rows", "add a LIMIT");
    auto& row = result.rows.emplace_back();
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      row.push_back(cell_of(statement, column));
      if (const auto* text = std::get_if<std::string>(&row.back())) bytes += text->size();
    }
    if (bytes > most_answer_bytes) throw Error(ErrorCode::limit, "the answer is larger than 256 MB", "ask for less");
  }
  if (code == SQLITE_DONE) return;
  if ((code & 0xff) == SQLITE_INTERRUPT)
    throw Error(ErrorCode::limit, "the statement ran longer than " + std::to_string(limits.time.count()) + " ms",
                "narrow it, or use sqlite3 on a backup");
  if ((code & 0xff) == SQLITE_TOOBIG) throw Error(ErrorCode::limit, "a value is larger than 1 MB", "ask for less");
  if ((code & 0xff) == SQLITE_ERROR) refuse(handle, code);
}

}  // namespace

SqlResult run_user_sql(Connection& connection, std::string_view statement, const SqlLimits& limits) {
  sqlite3* handle = connection.handle();
  Deadline deadline = std::chrono::steady_clock::now() + limits.time;
  guard(handle, deadline);
  const Prepared prepared = prepare(handle, statement);
  SqlResult result;
  for (int column = 0; column < sqlite3_column_count(prepared.get()); ++column)
    result.columns.emplace_back(sqlite3_column_name(prepared.get(), column));
  collect(handle, prepared.get(), limits, result);
  if (const int code = sqlite3_errcode(handle); code != SQLITE_DONE && code != SQLITE_OK && code != SQLITE_ROW)
    connection.fail(code, "running the statement");
  return result;
}

}  // namespace avow::sqlite
