#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/digest.hpp"
#include "store/sqlite/statement.hpp"

struct sqlite3;

namespace avow::sqlite {

enum class Access {
  read,         ///< no write permission needed
  write,        ///< must exist
  create_write  ///< made when it is not there
};

/// One connection to one file. Not shared between threads. Statements must not outlive it.
class Connection {
 public:
  /// Error: store_locked, store_damaged, store_read_only, store_foreign, io.
  Connection(const std::filesystem::path& file, Access access, std::chrono::milliseconds wait);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;
  ~Connection();

  /// A database in memory, for what is compared with a file.
  static std::unique_ptr<Connection> in_memory();

  sqlite3* handle() const noexcept { return handle_; }
  /// The file, as messages name it.
  const std::string& name() const noexcept { return name_; }
  bool writable() const noexcept;
  bool in_transaction() const noexcept;

  /// Runs SQL of ours that gives no rows; several statements may stand in it.
  void run(const std::string& sql);
  /// First column of the first row; 0 when there is none.
  std::int64_t number(std::string_view sql);

  /// A prepared statement from the cache; back into it when the result is destroyed. While it is out, another of the
  /// same text is prepared afresh, so that a visitor may ask the question that it is being called from.
  CachedStatement prepared(std::string_view sql);

  /// Throws what the code of the last call means, as Error naming the file.
  [[noreturn]] void fail(int code, std::string_view doing) const;

 private:
  friend class CachedStatement;
  Connection() = default;
  void give_back(std::unique_ptr<Statement> statement);

  sqlite3* handle_ = nullptr;
  std::string name_;
  std::unordered_map<std::string, std::vector<std::unique_ptr<Statement>>> cache_;
};

/// A write transaction (BEGIN IMMEDIATE): rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

/// A read transaction: all queries see one state. Inside another one it does nothing.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Connection& connection_;
  bool outermost_;
};

}  // namespace avow::sqlite
