#include <string>
#include <vector>

#include "store/sqlite/json_text.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"
#include "store/threads.hpp"

namespace avow::sqlite {
namespace {

/// The tables, led by the narrowest index that the filter allows.
std::string tables(const PromiseFilter& filter) {
  if (filter.claim)
    return "record AS rc CROSS JOIN claim AS c ON c.key = rc.key CROSS JOIN reading AS r ON r.claim = c.key";
  const std::string claim = " CROSS JOIN claim AS c ON c.key = r.claim CROSS JOIN record AS rc ON rc.key = c.key";
  if (filter.indicators.empty()) return "reading AS r" + claim;
  return "json_each(:indicators) AS wanted CROSS JOIN reading AS r ON r.indicator = wanted.value" + claim;
}

std::string conditions(const PromiseFilter& filter) {
  std::string sql = "r.kind IN ('pledge', 'forecast') AND c.key <= :last AND " + live("c.key") + " AND " +
                    live("c.document") + " AND " + std::string(published_by_today) +
                    " AND r.key = " + standing_reading("c.key");
  if (filter.claim) sql += " AND rc.id = :claim";
  if (!filter.subjects.empty()) sql += " AND r.subject IN (SELECT value FROM json_each(:subjects))";
  if (filter.without_measure_only) sql += " AND (r.indicator = '' OR r.relation = '')";
  return sql;
}

std::string promises_sql(const PromiseFilter& filter) {
  return "SELECT rc.id, " + std::string(claim_columns) + ", d.title, d.publisher, d.url, " +
         std::string(reading_columns) + ", " + is_copy() +
         ", EXISTS (SELECT 1 FROM link AS l WHERE (l.from_claim = c.key OR l.to_claim = c.key) AND l.kind <> 'copies' "
         "AND l.key <= :last), v.verdict, v.provisional FROM " +
         tables(filter) +
         " CROSS JOIN document AS d ON d.key = c.document CROSS JOIN record AS rd ON rd.key = d.key CROSS JOIN maker "
         "AS rm ON rm.key = r.maker LEFT JOIN assessment AS v ON v.key = " +
         standing_verdict("c.key") + " WHERE " + conditions(filter);
}

PromiseRow read_promise(RowReader& row) {
  PromiseRow promise;
  promise.id = row.id();
  promise.claim = read_claim(row);
  promise.document_title = row.text();
  promise.document_publisher = row.text();
  promise.document_url = row.text();
  promise.reading = read_reading(row);
  promise.copy = row.flag();
  promise.linked = row.flag();
  if (row.is_null()) return promise;
  promise.verdict = row.word(verdicts);
  promise.provisional = row.flag();
  return promise;
}

}  // namespace

void SqliteStore::promises(const PromiseFilter& filter, const std::function<bool(const PromiseRow&)>& visit) {
  const Snapshot snapshot(*reader_);
  const CachedStatement statement = reader_->prepared(promises_sql(filter));
  bind_bounds(*statement, bounds_of(*reader_, filter.clocks));
  if (filter.claim) statement->bind(":claim", *filter.claim);
  statement->bind(":indicators", std::string_view(texts_to_json(filter.indicators)));
  statement->bind(":subjects", std::string_view(texts_to_json(filter.subjects)));
  while (statement->step()) {
    RowReader row(*statement);
    const PromiseRow promise = read_promise(row);
    row.finish("claim");
    if (!visit(promise)) return;
  }
}

/// Skips from one code to the next along the index: there are few, however many readings name them.
std::vector<std::string> SqliteStore::measured_indicators() {
  const CachedStatement statement = reader_->prepared(
      "WITH RECURSIVE code (c) AS (SELECT min(indicator) FROM reading WHERE indicator > '' UNION ALL "
      "SELECT (SELECT min(indicator) FROM reading WHERE indicator > c) FROM code WHERE c IS NOT NULL) "
      "SELECT c FROM code WHERE c IS NOT NULL");
  std::vector<std::string> codes;
  while (statement->step()) codes.emplace_back(statement->text(0));
  return codes;
}

void SqliteStore::links(const Clocks& clocks, const std::function<bool(const Recorded<Link>&)>& visit) {
  const Snapshot snapshot(*reader_);
  const CachedStatement statement = reader_->prepared("SELECT l.key, r.id, " + live("l.key") +
                                                      " FROM link AS l CROSS JOIN record AS r ON r.key = l.key "
                                                      "WHERE l.kind <> 'copies' AND l.key <= :last ORDER BY l.key");
  bind_bounds(*statement, bounds_of(*reader_, clocks));
  while (statement->step()) {
    RowReader row(*statement);
    Recorded<Link> link;
    const std::int64_t key = row.integer();
    link.id = row.id();
    link.live = row.flag();
    row.finish("link");
    link.value = load_link(*reader_, key).value();
    if (!visit(link)) return;
  }
}

}  // namespace avow::sqlite
