#include <limits>
#include <optional>
#include <string>

#include "store/sqlite/claim_query.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

std::optional<Id> id_of_key(Connection& connection, std::int64_t key) {
  const CachedStatement statement = connection.prepared("SELECT id FROM record WHERE key = ?1");
  statement->bind(1, key);
  return statement->step() ? std::optional(RowReader(*statement).id()) : std::nullopt;
}

ClaimRow load_row(Connection& connection, std::int64_t key, const Bounds& bounds) {
  static const std::string sql = "SELECT rc.id, " + std::string(claim_columns) + ", d.title, d.url, d.publisher, " +
                                 standing_reading("c.key") + ", " + standing_verdict("c.key") +
                                 " FROM claim AS c JOIN record AS rc ON rc.key = c.key JOIN document AS d ON "
                                 "d.key = c.document JOIN record AS rd ON rd.key = d.key WHERE c.key = :claim";
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(":claim", key);
  bind_bounds(*statement, bounds);
  ClaimRow row;
  if (!statement->step()) return row;
  RowReader reader(*statement);
  row.id = reader.id();
  row.claim = read_claim(reader);
  row.document_title = reader.text();
  row.document_url = reader.text();
  row.document_publisher = reader.text();
  reader.finish("claim");
  if (const std::int64_t reading = reader.integer(); reading != 0) {
    row.reading_id = id_of_key(connection, reading);
    row.reading = load_reading(connection, reading);
  }
  if (const std::int64_t assessment = reader.integer(); assessment != 0) {
    row.assessment_id = id_of_key(connection, assessment);
    row.assessment = load_assessment(connection, assessment);
  }
  return row;
}

}  // namespace

/// First the keys in their order, then each row by its keys: sorting whole rows would carry every text through the
/// sorter.
void visit_claims(Connection& connection, const ClaimFilter& filter,
                  const std::function<bool(const ClaimRow&)>& visit) {
  if (finds_nothing(filter)) return;
  const Snapshot snapshot(connection);
  const Bounds bounds = bounds_of(connection, filter.clocks);
  std::size_t left = filter.limit == 0 ? std::numeric_limits<std::size_t>::max() : filter.limit;
  for (const ClaimQuery& query : claim_queries(connection, filter)) {
    const CachedStatement statement = connection.prepared("SELECT c.key FROM " + query.from + " WHERE " + query.where +
                                                          " ORDER BY " + query.order + " LIMIT :limit");
    bind_query(*statement, query, bounds);
    statement->bind(":limit", filter.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(left));
    for (; statement->step(); --left)
      if (!visit(load_row(connection, statement->integer(0), bounds))) return;
    if (left == 0) return;
  }
}

}  // namespace avow::sqlite
