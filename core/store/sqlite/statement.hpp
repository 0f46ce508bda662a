#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.hpp"

struct sqlite3_stmt;

namespace avow::sqlite {

class Connection;

/// A prepared statement. Texts and blobs are bound without a copy: they must live until step() or reset().
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&&) = delete;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Parameters count from 1.
  void bind(int index, std::int64_t value);
  void bind(int index, double value);
  void bind(int index, std::string_view text);
  void bind_blob(int index, std::string_view bytes);
  void bind(int index, const Id& id);
  void bind(int index, const Digest& digest);
  void bind_null(int index);
  /// Copies the text. Names include the colon; a name that the statement does not use is passed over.
  void bind(const char* name, std::int64_t value);
  void bind(const char* name, std::string_view text);
  void bind(const char* name, const Id& id);

  /// True while there is a row. After the last row the statement is ready to be bound again.
  bool step();
  /// step() for what gives no rows.
  void run();
  void reset() noexcept;

  // Columns count from 0; texts are valid until the next step.
  std::int64_t integer(int column) const noexcept;
  double real(int column) const noexcept;
  std::string_view text(int column) const noexcept;
  std::string_view blob(int column) const noexcept;
  bool is_null(int column) const noexcept;

  sqlite3_stmt* handle() const noexcept { return handle_; }
  Connection& connection() const noexcept { return connection_; }
  const std::string& sql() const noexcept { return sql_; }

 private:
  void check(int code, std::string_view doing) const;

  Connection& connection_;
  std::string sql_;
  sqlite3_stmt* handle_ = nullptr;
};

/// A statement on loan from its connection's cache.
class CachedStatement {
 public:
  CachedStatement(Connection& connection, std::unique_ptr<Statement> statement)
      : connection_(&connection), statement_(std::move(statement)) {}
  CachedStatement(const CachedStatement&) = delete;
  CachedStatement& operator=(const CachedStatement&) = delete;
  CachedStatement(CachedStatement&&) = default;
  CachedStatement& operator=(CachedStatement&&) = delete;
  ~CachedStatement();
  Statement* operator->() const noexcept { return statement_.get(); }
  Statement& operator*() const noexcept { return *statement_; }

 private:
  Connection* connection_;
  std::unique_ptr<Statement> statement_;
};

}  // namespace avow::sqlite
