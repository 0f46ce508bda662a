#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "contract/store/samples.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/migrations.hpp"
#include "support/paths.hpp"

namespace avow {
namespace {

using namespace samples;

void run(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  sqlite3_open(file.c_str(), &handle);
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

ErrorCode code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_FALSE(error.advice().empty()) << error.what();
    return error.code();
  }
  return ErrorCode::internal;
}

ErrorCode opening(const std::filesystem::path& file, OpenMode mode) {
  return code_of([&] { open_store(file, options(mode)); });
}

class Opening : public testing::Test {
 protected:
  TempFolder folder_;
  std::filesystem::path file_ = folder_ / "store.db";
};

TEST_F(Opening, NamesAStoreThatIsNotThere) {
  EXPECT_EQ(opening(file_, OpenMode::read_write), ErrorCode::not_found);
}

std::size_t files_in(const std::filesystem::path& folder) {
  const std::filesystem::directory_iterator files(folder);
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

/// Options that put something into a store as it is made.
OpenOptions filling() {
  OpenOptions result = options(OpenMode::create);
  result.wait = std::chrono::seconds(20);
  result.prepare = [](Store& store) { fill(store); };
  return result;
}

TEST_F(Opening, ShowsANewStoreOnlyWithWhatWasPutIntoIt) {
  for (const bool empty_file : {false, true}) {
    const TempFolder folder;
    const auto file = folder / "store.db";
    if (empty_file) std::ofstream(file).flush();
    OpenOptions slow = filling();
    slow.prepare = [&](Store& store) {
      fill(store);
      std::error_code error;
      EXPECT_TRUE(!std::filesystem::exists(file) || std::filesystem::file_size(file, error) == 0);
    };
    EXPECT_EQ(open_store(file, slow)->counts().claims, 2u);
    EXPECT_EQ(open_store(file, slow)->counts().journal_entries, 3u) << "prepared twice";
  }
}

TEST_F(Opening, LeavesNothingBehindWhenANewStoreCannotBeFilled) {
  OpenOptions failing = options(OpenMode::create);
  failing.prepare = [](Store& store) {
    fill(store);
    throw Error(ErrorCode::bad_input, "the vocabulary is torn", "mend it");
  };
  EXPECT_EQ(code_of([&] { open_store(file_, failing); }), ErrorCode::bad_input);
  EXPECT_EQ(files_in(folder_.path()), 0u);
}

TEST_F(Opening, MakesOneStoreWhenSeveralTryAtOnce) {
  for (const bool empty_file : {false, true}) {
    const TempFolder folder;
    const auto file = folder / "store.db";
    if (empty_file) std::ofstream(file).flush();
    std::vector<std::thread> makers;
    std::atomic<int> sound = 0;
    for (int i = 0; i < 6; ++i)
      makers.emplace_back([&, i] {
        const auto store = open_store(file, filling());
        const auto writer = store->begin();
        writer->begin_entry({"ingest", "maker", std::to_string(i)});
        writer->add(document(10 + i), raw_of(10 + i));
        writer->commit();
        if (store->counts().claims == 2) ++sound;
      });
    for (std::thread& maker : makers) maker.join();
    EXPECT_EQ(sound, 6);
    const auto store = open_store(file, options(OpenMode::read_only));
    EXPECT_EQ(store->counts().journal_entries, 3u + 6u);
    EXPECT_EQ(store->counts().documents, 1u + 6u);
    EXPECT_TRUE(store->verify(5, {}).damages.empty());
  }
}

TEST_F(Opening, MakesTheStoreWhereALinkLeads) {
  std::filesystem::create_symlink("behind.db", file_);
  open_store(file_, filling());
  EXPECT_TRUE(std::filesystem::is_symlink(file_));
  EXPECT_EQ(open_store(folder_ / "behind.db", options(OpenMode::read_only))->counts().claims, 2u);
}

TEST_F(Opening, LeavesTheLogOfALostStoreAlone) {
  std::ofstream(file_.string() + "-wal") << "what a store that is gone had not folded in yet";
  EXPECT_EQ(opening(file_, OpenMode::create), ErrorCode::io);
  EXPECT_EQ(files_in(folder_.path()), 1u);
}

TEST_F(Opening, NamesAFolderThatIsNotThere) {
  EXPECT_EQ(opening(folder_ / "no/store.db", OpenMode::create), ErrorCode::io);
}

TEST_F(Opening, NamesATextFileAsForeign) {
  std::ofstream(file_) << "Dear diary, today I promised nothing at all.\n";
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create})
    EXPECT_EQ(opening(file_, mode), ErrorCode::store_foreign);
}

TEST_F(Opening, NamesAnotherProgramsDatabaseAsForeign) {
  run(file_, "CREATE TABLE recipe (name TEXT)");
  EXPECT_EQ(opening(file_, OpenMode::create), ErrorCode::store_foreign);
  EXPECT_EQ(opening(folder_.path(), OpenMode::create), ErrorCode::store_foreign);
}

TEST_F(Opening, NamesANewerStore) {
  open_store(file_, options(OpenMode::create));
  run(file_, "PRAGMA user_version = 4711");
  EXPECT_EQ(opening(file_, OpenMode::read_only), ErrorCode::store_newer);
  EXPECT_EQ(opening(file_, OpenMode::read_write), ErrorCode::store_newer);
}

TEST_F(Opening, NamesALockedStore) {
  const auto first = open_store(file_, options(OpenMode::create));
  const auto second = open_store(file_, options(OpenMode::read_write));
  const auto writer = first->begin();
  EXPECT_EQ(code_of([&] { second->begin(); }), ErrorCode::store_locked);
}

TEST_F(Opening, NamesADamagedStore) {
  fill(*open_store(file_, options(OpenMode::create)));
  std::fstream(file_, std::ios::in | std::ios::out | std::ios::binary).seekp(100) << std::string(3000, '\x5a');
  EXPECT_EQ(opening(file_, OpenMode::read_only), ErrorCode::store_damaged);
}

TEST_F(Opening, RefusesToWriteWhatWasOpenedForReading) {
  open_store(file_, options(OpenMode::create));
  const auto store = open_store(file_, options(OpenMode::read_only));
  EXPECT_EQ(code_of([&] { store->begin(); }), ErrorCode::store_read_only);
}

TEST_F(Opening, AReaderSeesWhatIsWrittenAfterItOpened) {
  open_store(file_, options(OpenMode::create));  // and closed: the log is gone
  const auto reader = open_store(file_, options(OpenMode::read_only));
  EXPECT_EQ(reader->counts().claims, 0u);
  fill(*open_store(file_, options(OpenMode::read_write)));
  EXPECT_EQ(reader->counts().claims, 2u);
  EXPECT_FALSE(claims(*reader).empty());
}

/// Without root's rights for a while: root may write anywhere.
class AsNobody {
 public:
  AsNobody() {
    if (::geteuid() == 0) dropped_ = ::seteuid(65534) == 0;
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() {
    if (dropped_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }

 private:
  bool dropped_ = false;
};

TEST_F(Opening, ReadsFromAFolderThatMayNotBeWritten) {
  using std::filesystem::perms;
  fill(*open_store(file_, options(OpenMode::create)));
  std::filesystem::permissions(file_, static_cast<perms>(0444));
  std::filesystem::permissions(folder_.path(), static_cast<perms>(0555));
  {
    const AsNobody nobody;
    EXPECT_EQ(claims(*open_store(file_, options(OpenMode::read_only))).size(), 1u);
    EXPECT_EQ(opening(file_, OpenMode::read_write), ErrorCode::store_read_only);
  }
  std::filesystem::permissions(folder_.path(), static_cast<perms>(0755));
}

TEST_F(Opening, BacksUpIntoANewFileThatStandsAlone) {
  const auto store = open_store(file_, options(OpenMode::create));
  fill(*store);
  const auto copy = folder_ / "copy.db";
  store->backup(copy.string());
  EXPECT_EQ(code_of([&] { store->backup(copy.string()); }), ErrorCode::io);
  const auto opened = open_store(copy, options(OpenMode::read_only));
  EXPECT_TRUE(opened->verify(5, {}).damages.empty());
  EXPECT_EQ(opened->counts().claims, 2u);
}

TEST_F(Opening, RunsOnlySqlThatReads) {
  const auto store = open_store(file_, options(OpenMode::create));
  fill(*store);
  const auto result = store->sql("SELECT id, kind FROM claims;", {});
  EXPECT_EQ(result.columns, (std::vector<std::string>{"id", "kind"}));
  ASSERT_EQ(result.rows.size(), 1u);
  EXPECT_EQ(std::get<std::string>(result.rows[0][1]), "pledge");
  for (const char* sql :
       {"DELETE FROM claim", "ATTACH 'x.db' AS x", "PRAGMA user_version = 9", "PRAGMA writable_schema = 1",
        "SELECT 1; SELECT 2", "SELEC", "", "VACUUM", "BEGIN", "CREATE TEMP TABLE t (a)"})
    EXPECT_EQ(code_of([&] { store->sql(sql, {}); }), ErrorCode::usage) << sql;
  const std::string endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";
  EXPECT_EQ(code_of([&] {
              store->sql(endless + "max(i) FROM n", {10, std::chrono::milliseconds(30)});
            }),
            ErrorCode::limit);
  EXPECT_EQ(code_of([&] {
              store->sql(endless + "i FROM n", {10, std::chrono::milliseconds(5000)});
            }),
            ErrorCode::limit);
}

TEST_F(Opening, RefusesValuesThatOneFunctionCouldWorkOnForLong) {
  const auto store = open_store(file_, options(OpenMode::create));
  const SqlLimits limits{10, std::chrono::milliseconds(200)};
  for (const char* sql : {"SELECT instr(hex(zeroblob(6000000)), hex(zeroblob(3000000)) || '1')",
                          "SELECT length(replace(hex(zeroblob(6000000)), '0', 'ab'))"})
    EXPECT_EQ(code_of([&] { store->sql(sql, limits); }), ErrorCode::limit) << sql;
  EXPECT_EQ(store->sql("SELECT length(hex(zeroblob(400000)))", limits).rows.size(), 1u);
}

TEST_F(Opening, AppliesEachMigrationOnceAndWhole) {
  using sqlite::Migration;
  sqlite::Connection connection(file_, sqlite::Access::create_write, std::chrono::milliseconds(100));
  const Migration first[] = {{"0001_a", "CREATE TABLE a (x)"}};
  sqlite::migrate(connection, first);
  const Migration broken[] = {first[0], {"0002_b", "CREATE TABLE b (x); CREATE TABLE b (x)"}};
  EXPECT_THROW(sqlite::migrate(connection, broken), Error);
  EXPECT_EQ(connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
  EXPECT_EQ(connection.number("PRAGMA user_version"), 1);
  const Migration mended[] = {first[0], {"0002_b", "CREATE TABLE b (x)"}};
  sqlite::migrate(connection, mended);
  sqlite::migrate(connection, mended);
  EXPECT_EQ(connection.number("PRAGMA user_version"), 2);
}

/// The fenced SQL of docs/schema.md.
std::vector<std::string> documented_examples() {
  std::stringstream text;
  text << std::ifstream(source_folder() / "docs/schema.md").rdbuf();
  const std::string all = text.str();
  std::vector<std::string> examples;
  for (std::size_t at = all.find("```sql\n"); at != std::string::npos; at = all.find("```sql\n", at)) {
    at += 7;
    examples.push_back(all.substr(at, all.find("```", at) - at));
  }
  return examples;
}

TEST_F(Opening, RunsEveryExampleOfTheDocumentation) {
  const auto store = open_store(file_, options(OpenMode::create));
  fill(*store);
  const auto examples = documented_examples();
  EXPECT_EQ(examples.size(), 7u);
  for (const std::string& example : examples) EXPECT_NO_THROW(store->sql(example, {})) << example;
  EXPECT_EQ(store->sql(examples.at(6), {}).rows.size(), 1u);
  EXPECT_EQ(store->sql(examples.at(2), {}).rows.size(), 2u);
}

TEST_F(Opening, KeepsWhatLiesAheadOutOfTheViews) {
  const auto store = open_store(file_, options(OpenMode::create));
  fill(*store);
  const auto writer = store->begin();
  writer->begin_entry({"check", "tester", "as if"});
  writer->add(assessment_of(reading_of(pledge_of(document(1))), Verdict::broken, "9000-01-01"));
  writer->add(document(9, "9000-01-01"), raw_of(9));
  writer->add(pledge_of(document(9, "9000-01-01")));
  writer->add(trees("2025", "1", "9000-01-01"));
  writer->commit();
  const auto first = [&](const char* sql) { return std::get<std::string>(store->sql(sql, {}).rows.at(0).at(0)); };
  EXPECT_EQ(first("SELECT group_concat(verdict) FROM claims"), "on_track");
  EXPECT_EQ(first("SELECT group_concat(verdict) FROM verdicts"), "on_track");
  EXPECT_EQ(first("SELECT group_concat(published) FROM documents"), "2025-04-25");
  EXPECT_EQ(first("SELECT group_concat(published_value) FROM observations"), "450");
  EXPECT_EQ(first("SELECT group_concat(published_value) FROM observations_now"), "450");
  EXPECT_EQ(store->sql("SELECT * FROM verdict_history", {}).rows.size(), 2u);
}

TEST_F(Opening, MakesViewsThatAnalystsCanReadWhole) {
  const auto store = open_store(file_, options(OpenMode::create));
  fill(*store);
  const auto views = store->sql("SELECT name FROM sqlite_schema WHERE type = 'view'", {});
  EXPECT_GE(views.rows.size(), 15u);
  for (const auto& row : views.rows) {
    const std::string name = std::get<std::string>(row[0]);
    const std::size_t rows = store->sql("SELECT * FROM " + name, {}).rows.size();
    EXPECT_EQ(rows > 0, name != "links") << name;  // the one link's claim was retracted
  }
}

}  // namespace
}  // namespace avow
