#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/row_reader.hpp"

/// How one record and its children are asked for by key, for the files that know the columns.
namespace avow::sqlite {

inline constexpr std::string_view maker_columns = "m.plugin, m.version, m.revision, m.configuration, m.person, m.at";

inline std::string select(std::string_view columns, std::string_view from) {
  return "SELECT " + std::string(columns) + " FROM " + std::string(from) + " = ?1";
}

/// Runs a query for one row by key, and reads it.
template <typename Read>
auto load_one(Connection& connection, const std::string& sql, std::int64_t key, std::string_view kind, Read read)
    -> std::optional<decltype(read(std::declval<RowReader&>()))> {
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, key);
  if (!statement->step()) return std::nullopt;
  RowReader row(*statement);
  auto value = read(row);
  row.finish(kind);
  return value;
}

/// Runs a query for the children of a row, whose first column is their position: 0, 1, 2, ...
template <typename Read>
void load_children(Connection& connection, const std::string& sql, std::int64_t key, std::string_view kind, Read read) {
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, key);
  for (std::int64_t position = 0; statement->step(); ++position) {
    RowReader row(*statement);
    row.expect(row.integer() == position);
    read(row);
    row.finish(kind);
  }
}

/// A list that stood in one column as JSON; damage where it could not be read.
template <typename List>
auto taken(RowReader& row, std::optional<List> list) {
  row.expect(list.has_value());
  return std::move(list).value_or(List());
}

}  // namespace avow::sqlite
