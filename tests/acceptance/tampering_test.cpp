#include <sqlite3.h>

#include <memory>

#include "acceptance/given_data.hpp"

namespace avow {
namespace {

using ::testing::HasSubstr;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

Database open_database(const std::filesystem::path& path) {
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  return Database(database);
}

/// The rows of a statement, each its columns as text.
std::vector<std::vector<std::string>> query(const Database& database, const std::string& sql) {
  std::vector<std::vector<std::string>> rows;
  const auto take = [](void* into, int columns, char** values, char**) {
    auto& row = static_cast<decltype(rows)*>(into)->emplace_back();
    for (int i = 0; i < columns; ++i) row.emplace_back(values[i] == nullptr ? "" : values[i]);
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(database.get(), sql.c_str(), take, &rows, nullptr), SQLITE_OK)
      << sql << ": " << sqlite3_errmsg(database.get());
  return rows;
}

/// A field that has a byte to change: of which row, and the id by which `verify` must name it.
struct Field {
  std::string table, column, key_column, key, id;
};

/// Every field with something in it of one row in the middle of the table; `key` leads to its record.
std::vector<Field> fields_of(const Database& database, const std::string& table, const std::string& key) {
  const std::string middle = " LIMIT 1 OFFSET (SELECT count(*) / 2 FROM " + table + ")";
  const std::string row = query(database, "SELECT " + key + " FROM " + table + middle).at(0).at(0);
  const std::string id = query(database, "SELECT lower(hex(id)) FROM record WHERE key = " + row).at(0).at(0);
  std::vector<Field> fields;
  for (const auto& column : query(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
    const std::string filled = "SELECT 1 FROM " + table + " WHERE " + key + " = " + row + " AND length(\"" + column[0] +
                               "\") > 0 LIMIT 1";
    if (column[0] != key && !query(database, filled).empty()) fields.push_back({table, column[0], key, row, id});
  }
  return fields;
}

/// One byte in the middle of a text or blob, or a number by one.
std::string changed(const std::string& column) {
  const std::string c = '"' + column + '"';
  const std::string half = "(length(" + c + ") + 1) / 2";
  const std::string byte = "substr(" + c + ", " + half + ", 1)";
  return "CASE typeof(" + c + ") WHEN 'integer' THEN CASE " + c + " WHEN 1 THEN 0 ELSE " + c +
         " + 1 END WHEN 'real' THEN " + c + " + 1 WHEN 'text' THEN substr(" + c + ", 1, " + half + " - 1) || CASE " +
         byte + " WHEN 'x' THEN 'y' ELSE 'x' END || substr(" + c + ", " + half + " + 1) END";
}

class Tampering : public GivenData {
 protected:
  void SetUp() override {
    GivenData::SetUp();
    if (IsSkipped()) return;
    ingest_declarations();
    import_june_2024();
    rows_of({"check", "--today", "2024-07-01"});
  }

  /// Changes one field after the other, each in a copy of its own, and wants each found by the row's id.
  void expect_each_change_named(const std::string& table, const std::string& key = "key") {
    rows_of({"backup", "whole.db"});
    const std::vector<Field> fields = fields_of(open_database(path("whole.db")), table, key);
    ASSERT_GE(fields.size(), 3u);
    for (const Field& field : fields) expect_named(field);
  }

 private:
  void expect_named(const Field& field) {
    SCOPED_TRACE(field.table + "." + field.column);
    std::filesystem::copy_file(path("whole.db"), path("changed.db"), std::filesystem::copy_options::overwrite_existing);
    query(open_database(path("changed.db")), "PRAGMA ignore_check_constraints = 1; UPDATE " + field.table + " SET \"" +
                                                 field.column + "\" = " + changed(field.column) + " WHERE rowid = " +
                                                 "(SELECT rowid FROM " + field.table + " WHERE " + field.key_column +
                                                 " = " + field.key + " LIMIT 1)");
    const cli_test::Result run = avow({"verify", "--db", "changed.db"});
    EXPECT_EQ(run.exit_code, 4) << run.err;
    EXPECT_THAT(run.out, HasSubstr(field.id)) << run.err;
  }
};

TEST_F(Tampering, AnUntouchedStorePasses) {
  const cli_test::Result run = avow({"verify"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
}

TEST_F(Tampering, OfAClaimIsNamed) {
  expect_each_change_named("claim");
}

TEST_F(Tampering, OfAReadingIsNamed) {
  expect_each_change_named("reading");
}

TEST_F(Tampering, OfAVerdictIsNamed) {
  expect_each_change_named("assessment");
}

TEST_F(Tampering, OfAnObservationIsNamed) {
  expect_each_change_named("observation");
}

TEST_F(Tampering, OfADocumentIsNamed) {
  expect_each_change_named("document");
}

}  // namespace
}  // namespace avow
