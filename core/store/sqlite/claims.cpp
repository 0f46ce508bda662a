#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/sqlite/claim_query.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

/// A claim with what stands for it; 0: none.
struct Keys {
  std::int64_t claim = 0, reading = 0, assessment = 0;
};

/// What is derived comes with the claim's key; else it is worked out from the records of those claims that are given.
std::string keys_of(const ClaimQuery& query) {
  return query.derived ? "c.key, s.reading, " + query.verdict : "c.key";
}

Keys read_keys(Connection& connection, const Statement& row, const ClaimQuery& query, const Bounds& bounds) {
  const std::int64_t claim = row.integer(0);
  if (query.derived) return {claim, row.integer(1), row.integer(2)};
  static const std::string sql = "SELECT " + standing_reading(":claim") + ", " + standing_verdict(":claim");
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(":claim", claim);
  bind_bounds(*statement, bounds);
  statement->step();
  return {claim, statement->integer(0), statement->integer(1)};
}

ClaimRow load_row(Connection& connection, const Keys& keys) {
  static const std::string sql =
      "SELECT rc.id, " + std::string(claim_columns) +
      ", d.title, d.url, d.publisher, (SELECT id FROM record WHERE key = ?2), (SELECT id FROM record WHERE key = ?3) "
      "FROM claim AS c JOIN record AS rc ON rc.key = c.key JOIN document AS d ON d.key = c.document JOIN record AS rd "
      "ON rd.key = d.key WHERE c.key = ?1";
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, keys.claim);
  statement->bind(2, keys.reading);
  statement->bind(3, keys.assessment);
  ClaimRow row;
  if (!statement->step()) return row;
  RowReader reader(*statement);
  row.id = reader.id();
  row.claim = read_claim(reader);
  row.document_title = reader.text();
  row.document_url = reader.text();
  row.document_publisher = reader.text();
  row.reading_id = reader.id_or_none();
  row.assessment_id = reader.id_or_none();
  reader.finish("claim");
  if (row.reading_id) row.reading = load_reading(connection, keys.reading);
  if (row.assessment_id) row.assessment = load_assessment(connection, keys.assessment);
  return row;
}

/// The keys of the claims asked for, gone by in their order; none when that takes too long, or when it ended before
/// there were enough and claims of no known day may follow.
std::optional<std::vector<Keys>> walked(Connection& connection, const ClaimFilter& filter, const Bounds& bounds) {
  const std::vector<ClaimQuery> walks = claim_walks(connection, filter, bounds);
  std::vector<Keys> found;
  std::size_t steps = 0;
  for (const ClaimQuery& query : walks) {
    const CachedStatement statement =
        connection.prepared("SELECT " + keys_of(query) + ", " + query.test + " FROM " + query.from + " WHERE " +
                            query.where + " ORDER BY " + query.order);
    bind_query(*statement, query, bounds);
    while (statement->step()) {
      if (++steps > longest_walk) return std::nullopt;
      if (statement->integer(3) != 0) found.push_back(read_keys(connection, *statement, query, bounds));
      if (found.size() == filter.limit) return found;
    }
  }
  return walks.empty() || filter.verdict ? std::nullopt : std::optional(std::move(found));
}

}  // namespace

/// First the keys in their order, then each row by its keys: sorting whole rows would carry every text through the
/// sorter.
void visit_claims(Connection& connection, const ClaimFilter& filter,
                  const std::function<bool(const ClaimRow&)>& visit) {
  if (finds_nothing(filter)) return;
  const Snapshot snapshot(connection);
  const Bounds bounds = bounds_of(connection, filter.clocks);
  if (const auto found = walked(connection, filter, bounds)) {
    for (const Keys& keys : *found)
      if (!visit(load_row(connection, keys))) return;
    return;
  }
  std::size_t left = filter.limit == 0 ? std::numeric_limits<std::size_t>::max() : filter.limit;
  for (const ClaimQuery& query : claim_queries(connection, filter)) {
    const CachedStatement statement =
        connection.prepared("SELECT " + keys_of(query) + " FROM " + query.from + " WHERE " + query.where +
                            " ORDER BY " + query.order + " LIMIT :limit");
    bind_query(*statement, query, bounds);
    statement->bind(":limit", filter.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(left));
    for (; statement->step(); --left)
      if (!visit(load_row(connection, read_keys(connection, *statement, query, bounds)))) return;
    if (left == 0) return;
  }
}

}  // namespace avow::sqlite
