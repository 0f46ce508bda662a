#include <set>
#include <string>
#include <vector>

#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"
#include "store/threads.hpp"

/// Claims by their words.
namespace avow::sqlite {
namespace {

/// Any of the words, each as words_query() quotes it.
std::string any_query(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words)
    if (const std::string one = words_query(word); !one.empty()) query += (query.empty() ? "(" : " OR (") + one + ")";
  return query;
}

/// Claims, those with words of the bound query, or those of documents with such words in the title.
enum class By { none, quote, title };

std::string source_of(By by) {
  const std::string document = "document AS d ON d.key = ";
  if (by == By::title)
    return "document_words AS f CROSS JOIN " + document + "f.rowid CROSS JOIN claim AS c ON c.document = d.key";
  return std::string(by == By::quote ? "claim_words AS f CROSS JOIN claim AS c ON c.key = f.rowid" : "claim AS c") +
         " CROSS JOIN " + document + "c.document";
}

std::string wordings_sql(By by) {
  constexpr std::string_view conditions[] = {"", "claim_words MATCH :words AND ", "document_words MATCH :words AND "};
  return "SELECT rc.id, c.quote, d.title, c.speaker_name FROM " + source_of(by) +
         " CROSS JOIN record AS rc ON rc.key = c.key WHERE " + std::string(conditions[static_cast<std::size_t>(by)]) +
         "c.key <= :last AND " + live("c.key") + " AND " + live("c.document") + " AND " +
         std::string(published_by_today) + (by == By::none ? "" : " ORDER BY f.rank, c.key") + " LIMIT :limit";
}

Wording wording_of(Statement& statement) {
  RowReader row(statement);
  Wording wording;
  wording.id = row.id();
  wording.quote = row.text();
  wording.title = row.text();
  wording.speaker = row.text();
  row.finish("claim");
  return wording;
}

}  // namespace

void SqliteStore::wordings(const WordingFilter& filter, const std::function<bool(const Wording&)>& visit) {
  const std::string words = any_query(filter.any_of);
  if (words.empty() && !filter.any_of.empty()) return;
  const Snapshot snapshot(*reader_);
  const auto bounds = bounds_of(*reader_, filter.clocks);
  std::set<Id> seen;
  // The second pass may find again all that the first has found.
  const auto read = [&](By by, const std::string& query) {
    const CachedStatement statement = reader_->prepared(wordings_sql(by));
    bind_bounds(*statement, bounds);
    if (by != By::none) statement->bind(":words", std::string_view(query));
    statement->bind(":limit", filter.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(filter.limit));
    while (statement->step()) {
      const Wording wording = wording_of(*statement);
      if (by != By::none && !seen.insert(wording.id).second) continue;
      if (!visit(wording)) return false;
      if (by != By::none && filter.limit != 0 && seen.size() == filter.limit) return false;
    }
    return true;
  };
  if (words.empty()) {
    read(By::none, {});
  } else if (read(By::quote, words)) {
    read(By::title, "title : (" + words + ")");
  }
}

std::uint64_t SqliteStore::claims_with(std::string_view word, std::uint64_t at_most) {
  const std::string words = words_query(word);
  if (words.empty()) return 0;
  const CachedStatement statement = reader_->prepared(
      "SELECT count(*) FROM (SELECT 1 FROM claim_words WHERE claim_words MATCH :words UNION ALL "
      "SELECT 1 FROM document_words WHERE document_words MATCH 'title : (' || :words || ')' LIMIT :limit)");
  statement->bind(":words", std::string_view(words));
  statement->bind(":limit", static_cast<std::int64_t>(at_most));
  return statement->step() ? static_cast<std::uint64_t>(statement->integer(0)) : 0;
}

}  // namespace avow::sqlite
