#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>
#include <vector>

#include "contract/store/samples.hpp"

namespace avow {
namespace {

/// The plain sqlite3 library on the file, as somebody with a shell would have it.
class Shell {
 public:
  explicit Shell(const std::filesystem::path& file) { sqlite3_open(file.c_str(), &handle_); }
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;
  ~Shell() { sqlite3_close(handle_); }

  bool run(const std::string& sql) {
    return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  int changes() { return sqlite3_changes(handle_); }
  std::vector<std::vector<std::string>> rows(const std::string& sql) {
    std::vector<std::vector<std::string>> all;
    sqlite3_exec(handle_, sql.c_str(), collect, &all, nullptr);
    return all;
  }

 private:
  static int collect(void* all, int count, char** values, char**) {
    auto& row = static_cast<std::vector<std::vector<std::string>>*>(all)->emplace_back();
    for (int i = 0; i < count; ++i) row.emplace_back(values[i] == nullptr ? "" : values[i]);
    return 0;
  }
  sqlite3* handle_ = nullptr;
};

class Tampering : public testing::Test {
 protected:
  void SetUp() override { samples::fill(*open_store(original_, samples::options(OpenMode::create))); }

  VerifyResult verify_after(const std::string& sql, bool& applied) {
    const auto copy = folder_ / "copy.db";
    std::filesystem::copy_file(original_, copy, std::filesystem::copy_options::overwrite_existing);
    {
      Shell shell(copy);
      applied = shell.run("PRAGMA ignore_check_constraints = ON; " + sql) && shell.changes() > 0;
    }
    VerifyResult result = open_store(copy, samples::options(OpenMode::read_only))->verify(100, {});
    std::filesystem::remove(copy.string() + "-wal");
    std::filesystem::remove(copy.string() + "-shm");
    return result;
  }

  TempFolder folder_;
  std::filesystem::path original_ = folder_ / "original.db";
};

std::string all_of(const VerifyResult& result) {
  std::string text;
  for (const Damage& damage : result.damages) text += damage.where + ": " + damage.reason + "\n";
  return text;
}

TEST_F(Tampering, LeavesAnUntouchedStoreAlone) {
  const VerifyResult result = open_store(original_, samples::options(OpenMode::read_only))->verify(100, {});
  EXPECT_EQ(all_of(result), "");
  EXPECT_EQ(result.rows, 18u);
  EXPECT_EQ(result.journal_entries, 3u);
}

/// Every way to change a value a little that its column takes.
std::vector<std::string> changes_of(const std::string& column, const std::string& type) {
  if (type == "INTEGER") return {column + " + 1", column + " + 1000000", column + " + 4294967296"};
  if (type == "REAL") return {"coalesce(" + column + ", 0.0) + 0.0000001"};
  if (type == "TEXT")
    return {"coalesce(" + column + ", '') || 'x'",
            "iif(coalesce(" + column + ", '') = '', ' ', substr(" + column + ", 2))"};
  return {"iif(length(" + column + ") = 0, x'00', cast(x'5A' || substr(" + column + ", 2) as blob))"};
}

TEST_F(Tampering, OfAnyColumnOfAnyTableIsFoundAndNamed) {
  Shell shell(original_);
  const auto tables = shell.rows(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'");
  int tried = 0;
  for (const auto& table : tables) {
    const std::string& name = table[0];
    for (const auto& column : shell.rows("SELECT name, type FROM pragma_table_info('" + name + "')")) {
      for (const std::string& change : changes_of(column[0], column[1])) {
        SCOPED_TRACE(name + "." + column[0] + " = " + change);
        const std::string sql = "UPDATE " + name + " SET " + column[0] + " = " + change + " WHERE " + column[0] +
                                " IS (SELECT " + column[0] + " FROM " + name + " ORDER BY 1 DESC LIMIT 1)";
        bool applied = false;
        const VerifyResult result = verify_after(sql, applied);
        if (!applied) continue;  // a constraint refused it
        ++tried;
        EXPECT_FALSE(result.damages.empty());
      }
    }
  }
  EXPECT_GT(tried, 200);
}

TEST_F(Tampering, NamesTheRowByKindAndId) {
  const Claim pledge = samples::pledge_of(samples::document(1));
  bool applied = false;
  const VerifyResult result =
      verify_after("UPDATE claim SET quote = replace(quote, 'nine', 'nina') WHERE quote LIKE '%nine%'", applied);
  ASSERT_TRUE(applied);
  ASSERT_FALSE(result.damages.empty());
  EXPECT_NE(result.damages.front().where.find("claim " + id_of(pledge).hex()), std::string::npos) << all_of(result);
}

TEST_F(Tampering, FindsTextsThatAreNoUtf8AndNamesTheColumn) {
  bool applied = false;
  const auto result = verify_after("UPDATE document SET title = cast(x'41ff42' AS text)", applied);
  ASSERT_TRUE(applied);
  EXPECT_NE(all_of(result).find("document row 5: its title is no UTF-8"), std::string::npos) << all_of(result);
}

TEST_F(Tampering, FindsDeletedRows) {
  for (const char* table :
       {"claim", "reading", "assessment", "observation", "document", "assessment_evidence", "entity_membership",
        "scale_entry", "retraction", "analysis", "analyzer", "raw", "maker", "record", "journal_entry"}) {
    SCOPED_TRACE(table);
    bool applied = false;
    const auto result = verify_after("PRAGMA foreign_keys = OFF; DELETE FROM " + std::string(table), applied);
    ASSERT_TRUE(applied);
    EXPECT_FALSE(result.damages.empty());
  }
}

TEST_F(Tampering, FindsAddedRows) {
  for (const char* sql :
       {"INSERT INTO record SELECT 99, randomblob(16), 'claim'",
        "INSERT INTO maker VALUES (99, 'x', '1', 1, x'', '', '')",
        "INSERT INTO assessment_evidence SELECT assessment, 2, kind, reference, note FROM assessment_evidence LIMIT 1",
        "INSERT INTO retraction SELECT 99, 1, 'x', 'x', at FROM retraction",
        "INSERT INTO raw SELECT 99, randomblob(32), size, zstd FROM raw",
        "INSERT INTO journal_entry SELECT 9, at, action, actor, reason, 1, content, chain FROM journal_entry LIMIT "
        "1"}) {
    SCOPED_TRACE(sql);
    bool applied = false;
    const auto result = verify_after(sql, applied);
    ASSERT_TRUE(applied);
    EXPECT_FALSE(result.damages.empty());
  }
}

TEST_F(Tampering, FindsViewsAndWordIndexesThatWereBent) {
  for (const char* sql : {"INSERT INTO claim_words (claim_words) VALUES ('delete-all')",
                          "INSERT INTO document_words (rowid, title, text) VALUES (77, 'more', 'words')"}) {
    SCOPED_TRACE(sql);
    bool applied = false;
    EXPECT_FALSE(verify_after(sql, applied).damages.empty());
  }
  bool applied = false;
  const auto result =
      verify_after("DROP VIEW scales; CREATE VIEW scales AS SELECT 1; UPDATE claim SET quote = quote", applied);
  ASSERT_FALSE(result.damages.empty());
  EXPECT_EQ(result.damages.front().where, "view scales");
}

}  // namespace
}  // namespace avow
