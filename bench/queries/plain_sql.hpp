#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/digest.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace avow::bench {

/// SQL through SQLite's C API on a store's file, as a program does it that knows the tables and nothing of Avow:
/// statements prepared once, values bound, every column of every row read. As much cache as a store has.
class PlainSql {
 public:
  explicit PlainSql(const std::filesystem::path& file);

  using Value = std::variant<std::int64_t, std::string, Id>;
  /// What a statement gave. Ids are 16 bytes each.
  struct Result {
    std::size_t rows = 0;
    std::int64_t sum = 0;  ///< of the last column, where that is a whole number
    std::size_t bytes = 0;
    std::int64_t first = 0;  ///< of the first row's first column, where that is a whole number
  };
  /// Parameters are ?1, ?2, ... Throws std::runtime_error.
  Result run(const std::string& sql, std::initializer_list<Value> values = {});
  /// The first column of all rows.
  std::vector<std::string> texts(const std::string& sql, std::initializer_list<Value> values);

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3_stmt* prepared(const std::string& sql, std::initializer_list<Value> values);

  std::unique_ptr<sqlite3, Close> handle_;
  std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Close>> statements_;
};

}  // namespace avow::bench
