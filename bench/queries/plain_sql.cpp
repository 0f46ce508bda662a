#include "queries/plain_sql.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace avow::bench {
namespace {

/// Binds as the type of value asks.
struct Bind {
  sqlite3_stmt* statement;
  int position;
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, position, value); }
  int operator()(const std::string& value) const {
    return sqlite3_bind_text(statement, position, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
  }
  int operator()(const Id& value) const {
    return sqlite3_bind_blob(statement, position, value.bytes.data(), static_cast<int>(value.bytes.size()),
                             SQLITE_TRANSIENT);
  }
};

/// Reads a column by its type, as a program must that wants the row.
std::size_t read_column(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column) != 0 ? 8 : 0;
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column) != 0 ? 8 : 0;
    case SQLITE_NULL:
      return 0;
    case SQLITE_BLOB:
      return sqlite3_column_blob(statement, column) != nullptr
                 ? static_cast<std::size_t>(sqlite3_column_bytes(statement, column))
                 : 0;
    default:
      return sqlite3_column_text(statement, column) != nullptr
                 ? static_cast<std::size_t>(sqlite3_column_bytes(statement, column))
                 : 0;
  }
}

}  // namespace

void PlainSql::Close::operator()(sqlite3* handle) const {
  sqlite3_close(handle);
}

void PlainSql::Close::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

PlainSql::PlainSql(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK || sqlite3_exec(handle, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(handle));
}

sqlite3_stmt* PlainSql::prepared(const std::string& sql, std::initializer_list<Value> values) {
  auto& known = statements_[sql];
  if (!known) {
    sqlite3_stmt* fresh = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &fresh, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(handle_.get()) + (": " + sql));
    known.reset(fresh);
  }
  int position = 0;
  for (const Value& value : values)
    if (std::visit(Bind{known.get(), ++position}, value) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(handle_.get()));
  return known.get();
}

PlainSql::Result PlainSql::run(const std::string& sql, std::initializer_list<Value> values) {
  sqlite3_stmt* statement = prepared(sql, values);
  const int columns = sqlite3_column_count(statement);
  Result result;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    for (int column = 0; column < columns; ++column) result.bytes += read_column(statement, column);
    result.sum += sqlite3_column_int64(statement, columns - 1);
    if (result.rows++ == 0) result.first = sqlite3_column_int64(statement, 0);
  }
  sqlite3_reset(statement);
  if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(handle_.get()));
  return result;
}

std::vector<std::string> PlainSql::texts(const std::string& sql, std::initializer_list<Value> values) {
  sqlite3_stmt* statement = prepared(sql, values);
  std::vector<std::string> all;
  while (sqlite3_step(statement) == SQLITE_ROW)
    all.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)),
                     static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
  sqlite3_reset(statement);
  return all;
}

}  // namespace avow::bench
