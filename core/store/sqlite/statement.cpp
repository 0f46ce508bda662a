#include "store/sqlite/statement.hpp"

#include <sqlite3.h>

#include "base/error.hpp"
#include "store/sqlite/connection.hpp"

namespace avow::sqlite {

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection), sql_(sql) {
  const int code = sqlite3_prepare_v3(connection.handle(), sql_.c_str(), static_cast<int>(sql_.size() + 1),
                                      SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (code != SQLITE_OK) connection.fail(code, "preparing " + sql_);
}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

void Statement::check(int code, std::string_view doing) const {
  if (code != SQLITE_OK) connection_.fail(code, doing);
}

void Statement::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(handle_, index, value), "binding");
}

void Statement::bind(int index, double value) {
  check(sqlite3_bind_double(handle_, index, value), "binding");
}

void Statement::bind(int index, std::string_view text) {
  // A null pointer would bind NULL; an empty text is not that.
  const char* data = text.data() != nullptr ? text.data() : "";
  check(sqlite3_bind_text64(handle_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8), "binding");
}

void Statement::bind_blob(int index, std::string_view bytes) {
  const char* data = bytes.data() != nullptr ? bytes.data() : "";
  check(sqlite3_bind_blob64(handle_, index, data, bytes.size(), SQLITE_STATIC), "binding");
}

void Statement::bind(int index, const Id& id) {
  check(sqlite3_bind_blob(handle_, index, id.bytes.data(), static_cast<int>(id.bytes.size()), SQLITE_STATIC),
        "binding");
}

void Statement::bind(int index, const Digest& digest) {
  check(sqlite3_bind_blob(handle_, index, digest.bytes.data(), static_cast<int>(digest.bytes.size()), SQLITE_STATIC),
        "binding");
}

void Statement::bind_null(int index) {
  check(sqlite3_bind_null(handle_, index), "binding");
}

void Statement::bind(const char* name, std::int64_t value) {
  if (const int index = sqlite3_bind_parameter_index(handle_, name); index != 0) bind(index, value);
}

void Statement::bind(const char* name, std::string_view text) {
  const int index = sqlite3_bind_parameter_index(handle_, name);
  if (index == 0) return;
  check(sqlite3_bind_text64(handle_, index, text.data() != nullptr ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8),
        "binding");
}

void Statement::bind(const char* name, const Id& id) {
  if (const int index = sqlite3_bind_parameter_index(handle_, name); index != 0) bind(index, id);
}

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  const int again = sqlite3_reset(handle_);  // repeats the error of step, and clears it
  if (code != SQLITE_DONE) connection_.fail(again == SQLITE_OK ? code : again, "running " + sql_);
  return false;
}

void Statement::run() {
  if (step()) reset();
}

void Statement::reset() noexcept {
  sqlite3_reset(handle_);
}

std::int64_t Statement::integer(int column) const noexcept {
  return sqlite3_column_int64(handle_, column);
}

double Statement::real(int column) const noexcept {
  return sqlite3_column_double(handle_, column);
}

std::string_view Statement::text(int column) const noexcept {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return data == nullptr ? std::string_view() : std::string_view(data, sqlite3_column_bytes(handle_, column));
}

std::string_view Statement::blob(int column) const noexcept {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, column));
  return data == nullptr ? std::string_view() : std::string_view(data, sqlite3_column_bytes(handle_, column));
}

bool Statement::is_null(int column) const noexcept {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

CachedStatement::~CachedStatement() {
  if (statement_) connection_->give_back(std::move(statement_));
}

}  // namespace avow::sqlite
