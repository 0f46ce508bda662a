#include "store/sqlite/verify_standing.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "store/sqlite/standing_keeper.hpp"

namespace avow::sqlite {
namespace {

/// What is derived once more, in the temporary schema and by other names; gone at the end.
class Rebuilt {
 public:
  explicit Rebuilt(Connection& connection) : connection_(connection) {
    for (const auto& [table, row] : StandingKeeper::tables) make(table);
    StandingKeeper(connection_, "temp.rebuilt_").replay();
  }
  Rebuilt(const Rebuilt&) = delete;
  Rebuilt& operator=(const Rebuilt&) = delete;
  ~Rebuilt() { drop(); }

 private:
  /// As the schema states it.
  void make(const std::string& table) {
    const CachedStatement statement = connection_.prepared("SELECT sql FROM main.sqlite_schema WHERE name = ?1");
    statement->bind(1, std::string_view(table));
    const std::string sql = statement->step() ? std::string(statement->text(0)) : std::string();
    connection_.run("CREATE TEMP TABLE rebuilt_" + table + " " + sql.substr(std::min(sql.find('('), sql.size())));
  }

  void drop() {
    for (const auto& [table, row] : StandingKeeper::tables) {
      try {
        connection_.run(std::string("DROP TABLE IF EXISTS temp.rebuilt_") + table);
      } catch (const Error&) {
        // A temporary table goes with its connection in any case.
      }
    }
  }

  Connection& connection_;
};

void compare(Connection& connection, const std::string& table, const std::string& name,
             const std::function<void(std::string, std::string)>& report) {
  const std::string stored = "SELECT * FROM main." + table;
  const std::string expected = "SELECT * FROM temp.rebuilt_" + table;
  Statement differing(connection, "SELECT DISTINCT " + name + " FROM (SELECT * FROM (" + stored + " EXCEPT " +
                                      expected + ") UNION ALL SELECT * FROM (" + expected + " EXCEPT " + stored +
                                      ")) LIMIT 100");
  while (differing.step())
    report(table + " of " + std::string(differing.text(0)), "it does not follow from the records");
}

}  // namespace

void find_standing_differences(Connection& connection,
                               const std::function<void(std::string where, std::string reason)>& report) {
  try {
    if (!standing_is_current(connection))
      return report("what is derived", "it is of another rule than this program's; open the store for writing once");
    const Rebuilt rebuilt(connection);
    for (const auto& [table, row] : StandingKeeper::tables) compare(connection, table, row, report);
  } catch (const Error& error) {
    report("standing", std::string("it cannot be compared with the records: ") + error.what());
  }
}

}  // namespace avow::sqlite
