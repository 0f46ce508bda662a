#include "store/sqlite/verify_texts.hpp"

#include <sqlite3.h>

#include <vector>

#include "base/utf8.hpp"

namespace avow::sqlite {
namespace {

/// Tables of the layout, without those that the word indexes keep for themselves.
std::vector<std::string> tables_of(Connection& connection) {
  const CachedStatement names = connection.prepared(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' "
      "ORDER BY name");
  std::vector<std::string> tables;
  while (names->step()) tables.emplace_back(names->text(0));
  return tables;
}

}  // namespace

void find_invalid_texts(Connection& connection,
                        const std::function<void(std::string where, std::string reason)>& report) {
  for (const std::string& table : tables_of(connection)) {
    Statement rows(connection, "SELECT * FROM \"" + table + "\"");
    const int columns = sqlite3_column_count(rows.handle());
    while (rows.step())
      for (int column = 0; column < columns; ++column)
        if (sqlite3_column_type(rows.handle(), column) == SQLITE_TEXT && utf8::first_invalid(rows.text(column)))
          report(table + " row " + std::to_string(rows.integer(0)),
                 std::string("its ") + sqlite3_column_name(rows.handle(), column) + " is no UTF-8");
  }
}

}  // namespace avow::sqlite
