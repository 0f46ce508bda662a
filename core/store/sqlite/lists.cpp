#include <optional>
#include <string>
#include <vector>

#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"

/// Lists of what is true at the clocks, other than claims.
namespace avow::sqlite {
namespace {

std::int64_t limit_of(std::size_t limit) {
  return limit == 0 ? -1 : static_cast<std::int64_t>(limit);
}

/// The newest live version of each code in a table, by code.
template <typename Value>
std::vector<Value> newest_of_each_code(Connection& connection, const std::string& table, const Clocks& clocks,
                                       std::optional<Value> (*load_one)(Connection&, std::int64_t)) {
  const Snapshot snapshot(connection);
  const CachedStatement statement =
      connection.prepared("SELECT max(v.key) FROM " + table + " AS v WHERE v.key <= :last AND " + live("v.key") +
                          " GROUP BY v.code ORDER BY v.code");
  bind_bounds(*statement, bounds_of(connection, clocks));
  std::vector<Value> values;
  while (statement->step()) values.push_back(load_one(connection, statement->integer(0)).value());
  return values;
}

std::string documents_sql(const DocumentFilter& filter) {
  const bool words = !filter.text.empty();
  return "SELECT rd.id, " + std::string(document_columns) +
         ", length(CAST(d.text AS BLOB)), (SELECT count(*) FROM claim AS c WHERE c.document = d.key AND c.key <= :last "
         "AND " +
         live("c.key") + ") FROM " +
         (words ? "document_words AS f CROSS JOIN document AS d ON d.key = f.rowid" : "document AS d") +
         " JOIN record AS rd ON rd.key = d.key JOIN raw AS w ON w.key = d.raw WHERE d.key <= :last AND " +
         live("d.key") + " AND " + std::string(published_by_today) + (words ? " AND document_words MATCH :words" : "") +
         " ORDER BY d.published_latest DESC, d.key LIMIT :limit";
}

std::string observations_sql(const ObservationFilter& filter) {
  std::string sql =
      "SELECT o.key, os.id, " + std::string(series_columns) +
      " FROM series AS s JOIN observation AS o ON "
      "o.series = s.key JOIN record AS os ON os.key = o.key WHERE o.key <= :last AND o.published <= :today "
      "AND " +
      live("o.key") + " AND " + live("s.key");
  if (!filter.indicator.empty()) sql += " AND s.indicator = :indicator";
  if (!filter.entity.empty()) sql += " AND o.entity = :entity";
  if (filter.period_from) sql += " AND o.period_latest >= :from";
  if (filter.period_until) sql += " AND o.period_earliest <= :until";
  return sql + " ORDER BY s.indicator, o.entity, o.period_earliest, o.period, o.published DESC, o.key DESC";
}

bool same_figure(const ObservationRow& a, const ObservationRow& b) {
  return a.series.indicator == b.series.indicator && a.observation.entity == b.observation.entity &&
         a.observation.period == b.observation.period;
}

}  // namespace

void SqliteStore::documents(const DocumentFilter& filter, const std::function<bool(const DocumentRow&)>& visit) {
  const std::string words = words_query(filter.text);
  if (!filter.text.empty() && words.empty()) return;
  const Snapshot snapshot(*reader_);
  const CachedStatement statement = reader_->prepared(documents_sql(filter));
  bind_bounds(*statement, bounds_of(*reader_, filter.clocks));
  statement->bind(":words", std::string_view(words));
  statement->bind(":limit", limit_of(filter.limit));
  while (statement->step()) {
    RowReader row(*statement);
    DocumentRow document;
    document.id = row.id();
    document.document = read_document(row);
    document.text_bytes = row.narrow<std::uint64_t>();
    document.claims = row.narrow<std::uint64_t>();
    row.finish("document");
    if (!visit(document)) return;
  }
}

std::vector<Entity> SqliteStore::entities(const Clocks& clocks) {
  return newest_of_each_code<Entity>(*reader_, "entity", clocks, load_entity);
}

std::vector<Indicator> SqliteStore::indicators(const Clocks& clocks) {
  return newest_of_each_code<Indicator>(*reader_, "indicator", clocks, load_indicator);
}

std::vector<Scale> SqliteStore::scales(const Clocks& clocks) {
  return newest_of_each_code<Scale>(*reader_, "scale", clocks, load_scale);
}

void SqliteStore::observations(const ObservationFilter& filter,
                               const std::function<bool(const ObservationRow&)>& visit) {
  const Snapshot snapshot(*reader_);
  const CachedStatement statement = reader_->prepared(observations_sql(filter));
  bind_bounds(*statement, bounds_of(*reader_, filter.clocks));
  statement->bind(":indicator", std::string_view(filter.indicator));
  statement->bind(":entity", std::string_view(filter.entity));
  if (filter.period_from) statement->bind(":from", std::string_view(to_string(*filter.period_from)));
  if (filter.period_until) statement->bind(":until", std::string_view(to_string(*filter.period_until)));
  std::optional<ObservationRow> before;
  for (std::size_t shown = 0; (filter.limit == 0 || shown < filter.limit) && statement->step();) {
    ObservationRow observation;
    RowReader row(*statement);
    const std::int64_t key = row.integer();
    observation.id = row.id();
    observation.series = read_series(row);
    row.finish("observation");
    observation.observation = load_observation(*reader_, key).value();
    // Newest vintage first, so that of each figure the first is the one in force.
    if (filter.newest_only && before && same_figure(*before, observation)) continue;
    ++shown;
    if (!visit(observation)) return;
    before = std::move(observation);
  }
}

}  // namespace avow::sqlite
