#include "store/check_rows.hpp"

#include <limits>

#include "store/sqlite/check_marks.hpp"
#include "store/sqlite/claim_query.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"

/// What check runs read of claims, with as few questions to SQLite as there are claims.
namespace avow::sqlite {
namespace {

/// Key of the standing reading, whatever the day.
std::string reading_key(const ClaimQuery& query) {
  return query.derived ? "s.reading" : standing_reading("c.key");
}

const std::string& candidate_sql() {
  static const std::string sql = "SELECT r.claim, rr.id, r.kind, r.due, " + std::string(mark_columns) +
                                 " FROM reading AS r CROSS JOIN record AS rr ON rr.key = r.key CROSS JOIN record AS rc "
                                 "ON rc.key = r.claim " +
                                 std::string(join_mark) + " WHERE r.key = ?1";
  return sql;
}

CheckCandidate read_candidate(Statement& statement) {
  RowReader row(statement);
  CheckCandidate candidate;
  candidate.key = row.integer();
  candidate.reading = row.id();
  candidate.kind = row.word(kinds);
  candidate.due = Date::parse(row.view()).value_or(Date{});
  row.finish("reading");
  candidate.mark = read_mark(row);
  return candidate;
}

/// Of the claims in the list :claims that are there at the clocks. One statement for all of them: its cursors stay open
/// from claim to claim, and near to where the next one lies.
std::string rows_sql(const ClaimQuery& query) {
  return "SELECT g.key, rc.id, c.key, r.key, rr.id, " + std::string(claim_columns) + ", " +
         std::string(reading_columns) + ", " + std::string(mark_columns) + " FROM json_each(:claims) AS g CROSS JOIN " +
         query.from +
         " CROSS JOIN record AS rc ON rc.key = c.key CROSS JOIN record AS rd ON rd.key = c.document LEFT JOIN reading "
         "AS r ON r.key = " +
         reading_key(query) + " LEFT JOIN record AS rr ON rr.key = r.key LEFT JOIN maker AS rm ON rm.key = r.maker " +
         std::string(join_mark) + " WHERE c.key = g.value AND " + query.where;
}

CheckRow read_row(RowReader& row) {
  CheckRow read;
  read.claim.id = row.id();
  read.key = row.integer();
  read.reading_key = row.integer();
  read.claim.reading_id = row.id_or_none();
  read.claim.claim = read_claim(row);
  row.finish("claim");
  if (read.reading_key != 0) {
    read.claim.reading = read_reading(row);
    row.finish("reading");
    read.mark = read_mark(row);
  }
  return read;
}

const std::string& verdicts_sql() {
  static const std::string sql =
      "SELECT g.key, ra.id, m.plugin, a.today, " + live("a.key") +
      " FROM json_each(:claims) AS g CROSS JOIN reading AS x ON x.claim = g.value CROSS JOIN assessment AS a ON "
      "a.reading = x.key CROSS JOIN record AS ra ON ra.key = a.key CROSS JOIN maker AS m ON m.key = a.maker WHERE "
      "a.key <= :last AND a.today <= :today ORDER BY a.key";
  return sql;
}

PastVerdict read_verdict(RowReader& row) {
  PastVerdict verdict;
  verdict.id = row.id();
  verdict.plugin = row.text();
  verdict.today = row.day();
  verdict.live = row.flag();
  row.finish("assessment");
  return verdict;
}

std::string list_of(const std::vector<std::int64_t>& keys) {
  std::string list;
  for (const std::int64_t key : keys) (list += list.empty() ? '[' : ',') += std::to_string(key);
  return list + "]";
}

}  // namespace

void SqliteStore::check_candidates(const ClaimFilter& filter, const std::function<bool(const CheckCandidate&)>& visit) {
  if (finds_nothing(filter)) return;
  const Snapshot snapshot(*reader_);
  const Bounds bounds = bounds_of(*reader_, filter.clocks);
  const CachedStatement candidate = reader_->prepared(candidate_sql());
  std::size_t left = filter.limit == 0 ? std::numeric_limits<std::size_t>::max() : filter.limit;
  for (const ClaimQuery& query : claim_queries(*reader_, filter)) {
    const CachedStatement keys = reader_->prepared("SELECT " + reading_key(query) + " FROM " + query.from + " WHERE " +
                                                   query.where + " ORDER BY " + query.order);
    bind_query(*keys, query, bounds);
    for (; left > 0 && keys->step(); --left) {
      candidate->bind(1, keys->integer(0));
      if (!candidate->step()) continue;  // nobody has read it
      const CheckCandidate found = read_candidate(*candidate);
      candidate->reset();
      if (!visit(found)) return;
    }
  }
}

std::vector<CheckRow> SqliteStore::check_rows(const std::vector<std::int64_t>& claims, const Clocks& clocks) {
  if (claims.empty()) return {};
  const Snapshot snapshot(*reader_);
  const Bounds bounds = bounds_of(*reader_, clocks);
  ClaimFilter filter;
  filter.clocks = clocks;
  const ClaimQuery query = claim_query(*reader_, filter);
  const std::string list = list_of(claims);
  std::vector<std::optional<CheckRow>> found(claims.size());
  const CachedStatement rows = reader_->prepared(rows_sql(query));
  bind_query(*rows, query, bounds);
  for (rows->bind(":claims", std::string_view(list)); rows->step();) {
    RowReader row(*rows);
    std::optional<CheckRow>& place = found.at(row.narrow<std::size_t>());
    place = read_row(row);
  }
  const CachedStatement verdicts = reader_->prepared(verdicts_sql());
  bind_bounds(*verdicts, bounds);
  for (verdicts->bind(":claims", std::string_view(list)); verdicts->step();) {
    RowReader row(*verdicts);
    std::optional<CheckRow>& place = found.at(row.narrow<std::size_t>());
    if (place) place->verdicts.push_back(read_verdict(row));
  }
  std::vector<CheckRow> present;
  present.reserve(found.size());
  for (std::optional<CheckRow>& row : found)
    if (row) present.push_back(*std::move(row));
  return present;
}

}  // namespace avow::sqlite
