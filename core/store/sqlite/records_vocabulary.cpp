#include "store/sqlite/json_text.hpp"
#include "store/sqlite/record_query.hpp"
#include "store/sqlite/records.hpp"

// What claims speak of and what they are held against: entities, indicators, scales, series and observations.
namespace avow::sqlite {

std::optional<Entity> load_entity(Connection& connection, std::int64_t key) {
  static const std::string sql = select("e.code, e.kind, e.name, e.wikidata, e.aliases", "entity AS e WHERE e.key");
  static const std::string children =
      "SELECT position, group_code, role, since, since_earliest, since_latest, until, until_earliest, until_latest "
      "FROM entity_membership WHERE entity = ?1 ORDER BY position";
  auto entity = load_one(connection, sql, key, "entity", [](RowReader& row) {
    Entity value;
    value.code = row.text();
    value.kind = row.word(entity_kinds);
    value.name = row.text();
    value.wikidata = row.text();
    value.aliases = taken(row, texts_from_json(row.view()));
    return value;
  });
  if (!entity) return entity;
  load_children(connection, children, key, "entity_membership", [&entity](RowReader& row) {
    Membership& membership = entity->memberships.emplace_back();
    membership.group = row.text();
    membership.role = row.text();
    membership.from = row.date();
    membership.until = row.date();
  });
  return entity;
}

std::optional<Indicator> load_indicator(Connection& connection, std::int64_t key) {
  static const std::string sql = select(
      "i.code, i.name, i.measure, i.unit, i.publisher, i.definition, i.rank, i.phrases", "indicator AS i WHERE i.key");
  return load_one(connection, sql, key, "indicator", [](RowReader& row) {
    Indicator value;
    value.code = row.text();
    value.name = row.text();
    value.measure = row.text();
    value.unit = row.text();
    value.publisher = row.text();
    value.definition = row.text();
    value.rank = row.narrow<int>();
    value.phrases = taken(row, texts_from_json(row.view()));
    return value;
  });
}

std::optional<Scale> load_scale(Connection& connection, std::int64_t key) {
  static const std::string sql = select("s.code, s.name, s.source", "scale AS s WHERE s.key");
  static const std::string children =
      "SELECT position, verdict, label FROM scale_entry WHERE scale = ?1 ORDER BY position";
  auto scale = load_one(connection, sql, key, "scale", [](RowReader& row) {
    Scale value;
    value.code = row.text();
    value.name = row.text();
    value.source = row.text();
    return value;
  });
  if (!scale) return scale;
  load_children(connection, children, key, "scale_entry", [&scale](RowReader& row) {
    ScaleEntry& entry = scale->entries.emplace_back();
    entry.verdict = row.text();
    entry.label = row.text();
  });
  return scale;
}

std::optional<Series> load_series(Connection& connection, std::int64_t key) {
  static const std::string sql = select(series_columns, "series AS s WHERE s.key");
  return load_one(connection, sql, key, "series", read_series);
}

std::optional<Observation> load_observation(Connection& connection, std::int64_t key) {
  static const std::string sql = select(observation_columns,
                                        "observation AS o LEFT JOIN series AS s ON s.key = o.series "
                                        "LEFT JOIN record AS os ON os.key = s.key WHERE o.key");
  return load_one(connection, sql, key, "observation", read_observation);
}

}  // namespace avow::sqlite
