#include "store/sqlite/claim_counts.hpp"

#include "store/sqlite/claim_query.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

struct Grouping {
  CountBy by;
  std::string_view group;
  bool needs_claim;
};
constexpr Grouping groupings[] = {{CountBy::nothing, "''", false},
                                  {CountBy::speaker, "iif(c.speaker <> '', c.speaker, c.speaker_name)", true},
                                  {CountBy::party, "coalesce(party.group_code, '')", true},
                                  {CountBy::topic, "s.topic", false},
                                  {CountBy::year, "coalesce(substr(c.said_latest, 1, 4), '')", true}};

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
std::string count_sql(ClaimQuery query, CountBy by, bool scans) {
  const Grouping& group = grouping(by);
  if (scans) {
    query.from = group.needs_claim ? "standing AS s CROSS JOIN claim AS c ON c.key = s.claim" : "standing AS s";
    query.require("s.since <= :last AND s.until > :last");
  }
  if (by == CountBy::party)
    query.from +=
        " LEFT JOIN party ON party.code = c.speaker AND party.since <= c.said_latest AND party.until >= "
        "c.said_earliest";
  // Somebody can hold two offices in one party on one day.
  const std::string number = by == CountBy::party ? "count(DISTINCT s.claim)" : "count(*)";
  return (by == CountBy::party ? with_parties() : std::string()) + "SELECT " + std::string(group.group) +
         " AS grp, s.kind, s.strength, s.missing, " + verdict_column("verdict", "''") + " AS v, " +
         verdict_column("provisional", "0") + " AS w, " + verdict_column("proposed", "0") + " AS p, " + number +
         " FROM " + query.from + " WHERE " + query.where + " GROUP BY grp, s.kind, s.strength, s.missing, v, w, p";
}

ClaimSort read_sort(RowReader& row) {
  ClaimSort sort;
  sort.kind = kinds.parse(row.view());
  const std::string_view strength = row.view();
  if (sort.kind) sort.strength = strengths.parse(strength);
  sort.missing = row.text();
  sort.verdict = verdicts.parse(row.view());
  sort.provisional = row.flag();
  sort.proposed = row.flag();
  return sort;
}

}  // namespace

bool is_unrestricted(const ClaimFilter& filter) {
  return filter.claim.empty() && filter.document.empty() && filter.speaker.empty() && filter.party.empty() &&
         filter.topic.empty() && filter.indicator.empty() && filter.text.empty() && !filter.due_from &&
         !filter.due_until && !filter.said_from && !filter.said_until && !filter.disputed_only &&
         !filter.promises_open_only;
}

std::string with_parties() {
  return "WITH party AS MATERIALIZED (SELECT DISTINCT p.code, b.group_code, coalesce(b.since_earliest, '') AS since, "
         "coalesce(b.until_latest, '9999-12-31') AS until FROM entity AS p JOIN entity_membership AS b ON b.entity = "
         "p.key WHERE p.key = (SELECT max(e.key) FROM entity AS e WHERE e.code = p.code AND e.key <= :last AND " +
         live("e.key") +
         ") AND EXISTS (SELECT 1 FROM entity AS g WHERE g.code = b.group_code AND g.kind = 'party' AND g.key <= "
         ":last)) ";
}

ClaimCounts derived_counts(Connection& connection, const ClaimFilter& filter, CountBy by, const Bounds& bounds) {
  const ClaimQuery query = claim_query(connection, filter);
  const bool scans = is_unrestricted(filter) && !query.has_reading && !filter.verdict;
  const CachedStatement statement = connection.prepared(count_sql(query, by, scans));
  bind_query(*statement, query, bounds);
  ClaimCounts counts;
  while (statement->step()) {
    RowReader row(*statement);
    const std::string_view group = row.view();
    if (counts.groups.empty() || counts.groups.back() != group) counts.groups.emplace_back(group);
    counts.sorts.push_back(read_sort(row));
    const auto place = [](std::size_t size) { return static_cast<std::uint32_t>(size - 1); };
    counts.cells.push_back({place(counts.groups.size()), place(counts.sorts.size()), row.narrow<std::uint64_t>()});
  }
  return counts;
}

ClaimCounts SqliteStore::count_claims(const ClaimFilter& filter, CountBy by) {
  if (finds_nothing(filter)) return {};
  const Snapshot snapshot(*reader_);
  if (!answers_from_standing(*reader_, filter.clocks)) return recorded_counts(*this, filter, by);
  const Bounds bounds = bounds_of(*reader_, filter.clocks);
  if (auto counts = kept_counts(*reader_, filter, by, bounds)) return *std::move(counts);
  if (auto counts = logged_counts(*reader_, filter, by, bounds)) return *std::move(counts);
  return derived_counts(*reader_, filter, by, bounds);
}

}  // namespace avow::sqlite
