#include "store/saved_queries.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>

#include "base/error.hpp"
#include "store/open.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/json_text.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/row_writer.hpp"

namespace avow {
namespace {

constexpr std::chrono::seconds wait{5};
constexpr std::size_t longest_name = 64;

/// Opened as a store first, which says what is wrong with a file that is none and brings its layout up to date.
sqlite::Connection connect(const std::filesystem::path& store, OpenMode mode) {
  OpenOptions options;
  options.mode = mode;
  open_store(store, options);
  return {store, mode == OpenMode::read_only ? sqlite::Access::read : sqlite::Access::write, wait};
}

void require_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  if (!name.empty() && name.size() <= longest_name && std::all_of(name.begin(), name.end(), fits)) return;
  throw Error(ErrorCode::usage, "'" + std::string(name) + "' is no name for a query",
              "take up to 64 letters, digits, - and _");
}

}  // namespace

std::vector<SavedQuery> saved_queries(const std::filesystem::path& store) {
  sqlite::Connection connection = connect(store, OpenMode::read_only);
  const sqlite::CachedStatement all =
      connection.prepared("SELECT name, words, person, at FROM saved_query ORDER BY name");
  std::vector<SavedQuery> queries;
  while (all->step()) {
    sqlite::RowReader row(*all);
    SavedQuery query;
    query.name = row.text();
    const auto words = sqlite::texts_from_json(row.view());
    row.expect(words.has_value());
    query.words = words.value_or(std::vector<std::string>());
    query.person = row.text();
    query.at = row.instant();
    row.finish("saved_query");
    queries.push_back(std::move(query));
  }
  return queries;
}

std::optional<SavedQuery> saved_query(const std::filesystem::path& store, std::string_view name) {
  for (SavedQuery& query : saved_queries(store))
    if (query.name == name) return std::move(query);
  return std::nullopt;
}

void save_query(const std::filesystem::path& store, const SavedQuery& query) {
  require_name(query.name);
  sqlite::Connection connection = connect(store, OpenMode::read_write);
  sqlite::Transaction transaction(connection);
  const sqlite::CachedStatement insert =
      connection.prepared("INSERT OR REPLACE INTO saved_query VALUES (?1, ?2, ?3, ?4)");
  sqlite::RowWriter(*insert)
      .text(query.name)
      .owned(sqlite::texts_to_json(query.words))
      .text(query.person)
      .instant(query.at)
      .run();
  transaction.commit();
}

bool remove_query(const std::filesystem::path& store, std::string_view name) {
  sqlite::Connection connection = connect(store, OpenMode::read_write);
  sqlite::Transaction transaction(connection);
  const sqlite::CachedStatement remove = connection.prepared("DELETE FROM saved_query WHERE name = ?1");
  remove->bind(1, name);
  remove->run();
  const bool removed = sqlite3_changes(connection.handle()) > 0;
  transaction.commit();
  return removed;
}

}  // namespace avow
