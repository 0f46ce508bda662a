#include <map>
#include <set>
#include <tuple>

#include "store/claim_count.hpp"
#include "store/sqlite/claim_query.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/visibility.hpp"

/// Counts of claims. Three ways give the same: counts kept by the writer, for all claims as they are now; what stood
/// when, counted row by row; and the records, claim by claim.
namespace avow::sqlite {
namespace {

/// Whether it asks for all claims, but for what the kept counts tell apart.
bool is_unrestricted(const ClaimFilter& filter) {
  return filter.claim.empty() && filter.document.empty() && filter.speaker.empty() && filter.party.empty() &&
         filter.topic.empty() && filter.indicator.empty() && filter.text.empty() && !filter.due_from &&
         !filter.due_until && !filter.said_from && !filter.said_until && !filter.disputed_only &&
         !filter.promises_open_only;
}

bool is_now(Connection& connection, const Bounds& bounds) {
  if (connection.number("SELECT max(last_record) FROM journal_entry") > bounds.last_record) return false;
  const CachedStatement ahead =
      connection.prepared("SELECT 1 FROM standing_count WHERE dimension = 'day' AND value > :today LIMIT 1");
  bind_bounds(*ahead, bounds);
  return !ahead->step();
}

ClaimCount read_one(Statement& statement) {
  RowReader row(statement);
  ClaimCount count;
  count.group = row.text();
  count.kind = kinds.parse(row.view());
  count.missing = row.text();
  count.verdict = verdicts.parse(row.view());
  count.provisional = row.flag();
  count.proposed = row.flag();
  count.claims = row.narrow<std::uint64_t>();
  if (!row.is_null()) count.strength = strengths.parse(row.view());
  return count;
}

std::vector<ClaimCount> read_all(Statement& statement) {
  std::vector<ClaimCount> counts;
  while (statement.step()) counts.push_back(read_one(statement));
  return counts;
}

std::vector<ClaimCount> from_counts(Connection& connection, const ClaimFilter& filter, CountBy by) {
  std::string sql =
      "SELECT value, kind, missing, verdict, provisional, proposed, sum(claims), NULL FROM standing_count WHERE "
      "dimension = :dimension";
  if (filter.distinct_only) sql += " AND NOT copied";
  if (filter.kind) sql += " AND kind = :kind";
  if (filter.verdict) sql += " AND verdict = :verdict";
  const CachedStatement statement =
      connection.prepared(sql + " GROUP BY value, kind, missing, verdict, provisional, proposed");
  statement->bind(":dimension", count_dimensions.name(by));
  if (filter.kind) statement->bind(":kind", kinds.name(*filter.kind));
  if (filter.verdict) statement->bind(":verdict", verdicts.name(*filter.verdict));
  return read_all(*statement);
}

/// Who was in which party when, by the newest version of each person; worked out once for all claims.
std::string parties() {
  return "WITH party AS MATERIALIZED (SELECT p.code, b.group_code, coalesce(b.since_earliest, '') AS since, "
         "coalesce(b.until_latest, '9999-12-31') AS until FROM entity AS p JOIN entity_membership AS b ON b.entity = "
         "p.key WHERE p.key = (SELECT max(e.key) FROM entity AS e WHERE e.code = p.code AND e.key <= :last AND " +
         live("e.key") +
         ") AND EXISTS (SELECT 1 FROM entity AS g WHERE g.code = b.group_code AND g.kind = 'party' AND g.key <= "
         ":last)) ";
}

struct Grouping {
  CountBy by;
  std::string_view group;
  bool needs_claim, needs_reading;
};
constexpr Grouping groupings[] = {{CountBy::nothing, "''", false, false},
                                  {CountBy::speaker, "iif(c.speaker <> '', c.speaker, c.speaker_name)", true, false},
                                  {CountBy::party, "coalesce(party.group_code, '')", true, false},
                                  {CountBy::topic, "coalesce(r.topic, '')", false, true},
                                  {CountBy::year, "coalesce(substr(c.said_latest, 1, 4), '')", true, false}};

const Grouping& grouping(CountBy by) {
  for (const Grouping& row : groupings)
    if (row.by == by) return row;
  return groupings[0];
}

/// A column of the standing verdict: what is derived where it holds, else that of the assessment.
std::string verdict_column(const std::string& name, const std::string& none) {
  return "CASE WHEN s.day <= :today THEN s." + name + " ELSE coalesce((SELECT a." + name +
         " FROM assessment AS a WHERE a.key = " + standing_verdict("s.claim") + "), " + none + ") END";
}

/// A scan of what stood at the clocks, with the tables that the group is in.
std::string count_sql(ClaimQuery query, CountBy by, bool strengths, bool unrestricted) {
  const Grouping& group = grouping(by);
  if (unrestricted) {
    query.from = group.needs_claim ? "standing AS s CROSS JOIN claim AS c ON c.key = s.claim" : "standing AS s";
    query.require("s.since <= :last AND s.until > :last");
  }
  if ((group.needs_reading || strengths) && !query.has_reading)
    query.from += " LEFT JOIN reading AS r ON r.key = s.reading";
  if (by == CountBy::party)
    query.from +=
        " LEFT JOIN party ON party.code = c.speaker AND party.since <= c.said_latest AND party.until >= "
        "c.said_earliest";
  return (by == CountBy::party ? parties() : std::string()) + "SELECT " + std::string(group.group) +
         " AS grp, s.kind, s.missing, " + verdict_column("verdict", "''") + " AS v, " +
         verdict_column("provisional", "0") + " AS w, " + verdict_column("proposed", "0") + " AS p, count(*), " +
         (strengths ? "r.strength" : "NULL") + " AS strength FROM " + query.from + " WHERE " + query.where +
         " GROUP BY grp, s.kind, s.missing, v, w, p, strength";
}

/// Parties of people, for counting claim by claim.
class Parties {
 public:
  explicit Parties(const std::vector<Entity>& entities) {
    for (const Entity& entity : entities)
      if (entity.kind == EntityKind::party) codes_.insert(entity.code);
    for (const Entity& entity : entities)
      for (const Membership& membership : entity.memberships)
        if (codes_.contains(membership.group)) members_[entity.code].push_back(membership);
  }

  std::set<std::string> of(const Claim& claim) const {
    std::set<std::string> codes;
    const auto found = members_.find(claim.speaker);
    if (found != members_.end() && claim.said.known())
      for (const Membership& one : found->second)
        if ((!one.from.known() || one.from.earliest() <= claim.said.latest()) &&
            (!one.until.known() || one.until.latest() >= claim.said.earliest()))
          codes.insert(one.group);
    return codes.empty() ? std::set<std::string>{""} : codes;
  }

 private:
  std::set<std::string> codes_;
  std::map<std::string, std::vector<Membership>> members_;
};

std::set<std::string> groups_of(const ClaimRow& row, CountBy by, const Parties& parties) {
  switch (by) {
    case CountBy::nothing:
      break;
    case CountBy::speaker:
      return {row.claim.speaker.empty() ? row.claim.speaker_name : row.claim.speaker};
    case CountBy::party:
      return parties.of(row.claim);
    case CountBy::topic:
      return {row.reading ? row.reading->topic : std::string()};
    case CountBy::year:
      if (row.claim.said.known()) return {to_string(row.claim.said.latest()).substr(0, 4)};
  }
  return {""};
}

ClaimCount count_of_row(const ClaimRow& row, bool by_strength) {
  ClaimCount count;
  if (row.reading) {
    count.kind = row.reading->kind;
    for (const std::string& part : missing_parts(row.reading->target, is_statement(*count.kind)))
      count.missing += (count.missing.empty() ? "" : ",") + part;
    if (by_strength) count.strength = row.reading->strength;
  }
  if (row.assessment) {
    count.verdict = row.assessment->verdict;
    count.provisional = row.assessment->provisional;
    count.proposed = row.assessment->proposed;
  }
  return count;
}

std::vector<ClaimCount> count_each(Store& store, ClaimFilter filter, CountBy by, bool by_strength) {
  filter.limit = 0;
  const Parties parties(by == CountBy::party ? store.entities(filter.clocks) : std::vector<Entity>());
  const auto key = [](const ClaimCount& one) {
    return std::tuple(one.group, one.kind, one.missing, one.verdict, one.provisional, one.proposed, one.strength);
  };
  std::map<decltype(key(ClaimCount{})), ClaimCount> counted;
  store.claims(filter, [&](const ClaimRow& row) {
    ClaimCount count = count_of_row(row, by_strength);
    for (const std::string& group : groups_of(row, by, parties)) {
      count.group = group;
      ++counted.try_emplace(key(count), count).first->second.claims;
    }
    return true;
  });
  std::vector<ClaimCount> counts;
  for (auto& [sort, count] : counted) counts.push_back(std::move(count));
  return counts;
}

}  // namespace

std::vector<ClaimCount> SqliteStore::count_claims(const ClaimFilter& filter, CountBy by, bool by_strength) {
  if (finds_nothing(filter)) return {};
  const Snapshot snapshot(*reader_);
  if (!answers_from_standing(*reader_, filter.clocks)) return count_each(*this, filter, by, by_strength);
  const Bounds bounds = bounds_of(*reader_, filter.clocks);
  const bool kept = by != CountBy::party && !by_strength && is_unrestricted(filter);
  if (kept && is_now(*reader_, bounds)) return from_counts(*reader_, filter, by);
  const ClaimQuery query = claim_query(*reader_, filter);
  const bool scans = is_unrestricted(filter) && !query.has_reading && !filter.verdict;
  const CachedStatement statement = reader_->prepared(count_sql(query, by, by_strength, scans));
  bind_query(*statement, query, bounds);
  return read_all(*statement);
}

}  // namespace avow::sqlite
