#include "store/sqlite/connection.hpp"

#include <sqlite3.h>

#include <array>
#include <system_error>
#include <utility>

#include "base/error.hpp"

namespace avow::sqlite {
namespace {

struct Meaning {
  int code;
  ErrorCode error;
  const char* what;
  const char* advice;
};

constexpr std::array<Meaning, 11> meanings{{
    {SQLITE_BUSY, ErrorCode::store_locked, "is being written by somebody else",
     "wait until that is done, then try again"},
    {SQLITE_LOCKED, ErrorCode::store_locked, "is locked", "wait until the other use is done, then try again"},
    {SQLITE_READONLY, ErrorCode::store_read_only, "cannot be written",
     "check the permissions of the file and of its folder, or work on a copy made with 'avow backup'"},
    {SQLITE_PERM, ErrorCode::store_read_only, "may not be used", "check the permissions of the file and of its folder"},
    {SQLITE_CANTOPEN, ErrorCode::io, "cannot be opened", "check that the folder exists and may be written"},
    {SQLITE_CORRUPT, ErrorCode::store_damaged, "is damaged",
     "restore it from a backup; 'avow verify' on the copy says more"},
    {SQLITE_NOTADB, ErrorCode::store_damaged, "is damaged: its first page makes no sense", "restore it from a backup"},
    {SQLITE_FULL, ErrorCode::io, "cannot grow: no space left", "free some space; what was reported as done is kept"},
    {SQLITE_IOERR, ErrorCode::io, "cannot be read or written", "check the disk; what was reported as done is kept"},
    {SQLITE_TOOBIG, ErrorCode::limit, "cannot take a value of this size", "split the document"},
    {SQLITE_NOMEM, ErrorCode::limit, "needs more memory than there is", "ask for less at a time"},
}};

const Meaning* meaning_of(int code) {
  for (const Meaning& meaning : meanings)
    if (meaning.code == (code & 0xff)) return &meaning;
  return nullptr;
}

/// A path as a file: URI, so that options can be added.
std::string uri_of(const std::filesystem::path& file, std::string_view options) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_';
    if (plain) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += hex[byte >> 4];
      uri += hex[byte & 15];
    }
  }
  return uri + std::string(options);
}

constexpr int flags_of(Access access) {
  switch (access) {
    case Access::read:
      return SQLITE_OPEN_READONLY;
    case Access::write:
      return SQLITE_OPEN_READWRITE;
    case Access::create_write:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

sqlite3* open_handle(const std::string& uri, Access access, std::chrono::milliseconds wait, int& code) {
  sqlite3* handle = nullptr;
  code = sqlite3_open_v2(uri.c_str(), &handle, flags_of(access) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  if (handle == nullptr) return nullptr;
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, static_cast<int>(wait.count()));
  // The first read is what opens the log beside the file; an error shows here, not later.
  if (code == SQLITE_OK) code = sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  return handle;
}

bool log_is_empty(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file.string() + "-wal", error);
  return error || size == 0;
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Access access, std::chrono::milliseconds wait)
    : name_(file.string()) {
  int code = SQLITE_OK;
  handle_ = open_handle(uri_of(file, ""), access, wait, code);
  const bool no_log = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
  if (access == Access::read && no_log && log_is_empty(file)) {
    // In a folder that may not be written, SQLite cannot make the log's index. Nobody can write there, so the file
    // is read as it lies.
    sqlite3_close(handle_);
    handle_ = open_handle(uri_of(file, "?immutable=1"), access, wait, code);
  }
  try {
    if (code != SQLITE_OK) fail(code, "opening");
    run("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = "
        "-65536;");
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

Connection::~Connection() {
  cache_.clear();
  sqlite3_close(handle_);
}

std::unique_ptr<Connection> Connection::in_memory() {
  std::unique_ptr<Connection> connection(new Connection);
  connection->name_ = "a database in memory";
  if (const int code = sqlite3_open(":memory:", &connection->handle_); code != SQLITE_OK)
    connection->fail(code, "opening");
  return connection;
}

bool Connection::writable() const noexcept {
  return sqlite3_db_readonly(handle_, "main") == 0;
}

bool Connection::in_transaction() const noexcept {
  return sqlite3_get_autocommit(handle_) == 0;
}

void Connection::run(const std::string& sql) {
  if (const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
    fail(code, "running " + sql.substr(0, 80));
}

std::int64_t Connection::number(std::string_view sql) {
  const CachedStatement statement = prepared(sql);
  return statement->step() ? statement->integer(0) : 0;
}

CachedStatement Connection::prepared(std::string_view sql) {
  std::string text(sql);
  auto& free = cache_[text];
  if (free.empty()) return {*this, std::make_unique<Statement>(*this, text)};
  std::unique_ptr<Statement> statement = std::move(free.back());
  free.pop_back();
  return {*this, std::move(statement)};
}

void Connection::give_back(std::unique_ptr<Statement> statement) {
  statement->reset();
  sqlite3_clear_bindings(statement->handle());
  auto& free = cache_[statement->sql()];
  free.push_back(std::move(statement));
}

void Connection::fail(int code, std::string_view doing) const {
  const std::string detail = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
  if (const Meaning* meaning = meaning_of(code); meaning != nullptr)
    throw Error(meaning->error, name_ + " " + meaning->what + " (" + detail + ")", meaning->advice);
  throw Error(ErrorCode::internal, name_ + ": " + detail + ", when " + std::string(doing));
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // After a full disk SQLite may have rolled back by itself.
  if (open_ && connection_.in_transaction()) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

Snapshot::Snapshot(Connection& connection) : connection_(connection), outermost_(!connection.in_transaction()) {
  if (outermost_) connection.run("BEGIN");
}

Snapshot::~Snapshot() {
  if (outermost_ && connection_.in_transaction())
    sqlite3_exec(connection_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace avow::sqlite
