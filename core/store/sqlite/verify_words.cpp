#include "store/sqlite/verify_words.hpp"

#include "base/error.hpp"

namespace avow::sqlite {
namespace {

/// The temporary tables of one comparison, gone at its end.
class Rebuilt {
 public:
  Rebuilt(Connection& connection, const WordIndex& index) : connection_(connection) {
    const std::string columns = index.columns;
    connection_.run("CREATE VIRTUAL TABLE temp.rebuilt USING fts5 (" + columns + ", content = '', " + tokenizer(index) +
                    ")");
    connection_.run("INSERT INTO temp.rebuilt (rowid, " + columns + ") SELECT key, " + columns + " FROM main." +
                    index.table);
    connection_.run("CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab ('temp', 'rebuilt', 'instance')");
    connection_.run(std::string("CREATE VIRTUAL TABLE temp.stored_words USING fts5vocab ('main', '") + index.words +
                    "', 'instance')");
  }
  Rebuilt(const Rebuilt&) = delete;
  Rebuilt& operator=(const Rebuilt&) = delete;
  ~Rebuilt() {
    for (const char* table : {"stored_words", "expected_words", "rebuilt"}) {
      try {
        connection_.run(std::string("DROP TABLE IF EXISTS temp.") + table);
      } catch (const Error&) {
        // A temporary table goes with its connection in any case.
      }
    }
  }

 private:
  /// The tokenizer as the schema states it, so that both indexes see the same words.
  std::string tokenizer(const WordIndex& index) {
    const CachedStatement statement = connection_.prepared("SELECT sql FROM main.sqlite_schema WHERE name = ?1");
    statement->bind(1, std::string_view(index.words));
    const std::string sql = statement->step() ? std::string(statement->text(0)) : std::string();
    const std::size_t begin = sql.find("tokenize");
    return begin == std::string::npos ? "tokenize = 'unicode61'" : sql.substr(begin, sql.rfind(')') - begin);
  }

  Connection& connection_;
};

bool same_row(Statement& a, Statement& b) {
  return a.text(0) == b.text(0) && a.integer(1) == b.integer(1) && a.text(2) == b.text(2) &&
         a.integer(3) == b.integer(3);
}

std::string place(Statement& row, const WordIndex& index) {
  return "the word '" + std::string(row.text(0)) + "' of " + index.table + " row " + std::to_string(row.integer(1));
}

}  // namespace

std::optional<std::string> find_difference(Connection& connection, const WordIndex& index) {
  try {
    const Rebuilt rebuilt(connection, index);
    Statement expected(connection, "SELECT term, doc, col, offset FROM temp.expected_words");
    Statement stored(connection, "SELECT term, doc, col, offset FROM temp.stored_words");
    while (true) {
      const bool more = expected.step();
      if (more != stored.step()) return "it holds more or fewer words than its texts";
      if (!more) return std::nullopt;
      if (!same_row(expected, stored)) return "it does not match its texts near " + place(expected, index);
    }
  } catch (const Error& error) {
    return std::string("it cannot be read: ") + error.what();
  }
}

}  // namespace avow::sqlite
