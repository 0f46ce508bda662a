#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

/// A query under construction: conditions, and the values of their parameters by name.
struct Query {
  std::string from;
  std::string where;
  std::string order;
  std::vector<std::pair<const char*, std::string>> texts;

  void require(const std::string& condition) { where += " AND " + condition; }
  void require(const std::string& condition, const char* name, std::string value) {
    require(condition);
    texts.emplace_back(name, std::move(value));
  }
};

/// Whether the question needs the standing reading of each claim, not only the claim.
bool asks_reading(const ClaimFilter& filter) {
  return filter.kind || !filter.topic.empty() || !filter.indicator.empty() || filter.due_from || filter.due_until ||
         filter.promises_open_only || filter.order == ClaimFilter::Order::due_first;
}

/// Whether a query with the text ?1 finds anything.
bool finds(Connection& connection, std::string_view sql, std::string_view text) {
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, text);
  return statement->step();
}

/// Whether the kind has so few readings that all of them are looked through sooner than the claims are, newest first.
bool is_rare(Connection& connection, Kind kind) {
  return !finds(connection, "SELECT 1 FROM reading WHERE kind = ?1 LIMIT 1 OFFSET 20000", kinds.name(kind));
}

/// Whether readings are the shorter way in: their indexes narrow more than those of claims.
bool reading_leads(Connection& connection, const ClaimFilter& filter) {
  if (!filter.text.empty() || !filter.claim.empty() || !filter.document.empty() || !filter.speaker.empty())
    return false;
  if (!filter.topic.empty() || !filter.indicator.empty() || filter.due_from || filter.due_until) return true;
  if (!filter.kind) return false;
  // The newest few of a kind are found soonest along the order asked for.
  return filter.limit == 0 || filter.order != ClaimFilter::Order::said_newest_first ||
         is_rare(connection, *filter.kind);
}

/// A speaker is given by code or by name. Only one of them is there as a rule, and then the claims come in the order of
/// its index; for both they have to be sorted.
std::string is_speaker(Connection& connection, const std::string& speaker) {
  const std::string by_code = "c.speaker = :speaker";
  const std::string by_name = "c.speaker_name = :speaker COLLATE NOCASE";
  if (!finds(connection, "SELECT 1 FROM claim WHERE speaker_name = ?1 COLLATE NOCASE LIMIT 1", speaker)) return by_code;
  if (!finds(connection, "SELECT 1 FROM claim WHERE speaker = ?1 LIMIT 1", speaker)) return by_name;
  return "(" + by_code + " OR " + by_name + ")";
}

void choose_tables(Connection& connection, const ClaimFilter& filter, Query& query) {
  const std::string standing = "r.key = " + standing_reading("c.key");
  if (!asks_reading(filter)) {
    query.from = filter.text.empty() ? "claim AS c" : "claim_words AS f CROSS JOIN claim AS c ON c.key = f.rowid";
  } else if (reading_leads(connection, filter)) {
    query.from = "reading AS r CROSS JOIN claim AS c ON c.key = r.claim";
    query.require(standing);
  } else {
    query.from = (filter.text.empty() ? std::string() : "claim_words AS f CROSS JOIN ") + "claim AS c" +
                 (filter.text.empty() ? "" : " ON c.key = f.rowid") + " CROSS JOIN reading AS r ON " + standing;
  }
  query.from += " CROSS JOIN document AS d ON d.key = c.document";
}

/// A copy of a claim that is true at the clocks itself.
std::string is_copy() {
  return "EXISTS (SELECT 1 FROM link AS l JOIN claim AS o ON o.key = l.to_claim JOIN document AS od ON od.key = "
         "o.document WHERE l.from_claim = c.key AND l.kind = 'copies' AND l.key <= :last AND " +
         live("l.key") + " AND " + live("o.key") + " AND " + live("o.document") +
         " AND coalesce(od.published_earliest, '') <= :today)";
}

void restrict_claim(Connection& connection, const ClaimFilter& filter, Query& query) {
  if (!filter.claim.empty()) query.require("c.key = (SELECT key FROM record WHERE id = :claim_id)");
  if (!filter.document.empty()) query.require("c.document = (SELECT key FROM record WHERE id = :document)");
  if (!filter.speaker.empty()) query.require(is_speaker(connection, filter.speaker), ":speaker", filter.speaker);
  if (!filter.party.empty())
    // The first condition is worked out once, the second for each claim of those speakers.
    query.require(
        "c.speaker IN (SELECT p.code FROM entity_membership AS b JOIN entity AS p ON p.key = b.entity WHERE "
        "b.group_code = :party) AND EXISTS (SELECT 1 FROM entity_membership AS b WHERE b.group_code = :party AND "
        "b.entity = "
        "(SELECT max(e.key) FROM entity AS e WHERE e.code = c.speaker AND e.key <= :last AND " +
            live("e.key") +
            ") AND coalesce(b.since_earliest, '') <= c.said_latest AND coalesce(b.until_latest, '9999-12-31') >= "
            "c.said_earliest)",
        ":party", filter.party);
  if (filter.said_from) query.require("c.said_latest >= :said_from", ":said_from", to_string(*filter.said_from));
  if (filter.distinct_only) query.require("NOT " + is_copy());
  if (filter.said_until) query.require("c.said_latest <= :said_until", ":said_until", to_string(*filter.said_until));
  if (!filter.text.empty()) query.require("claim_words MATCH :words", ":words", words_query(filter.text));
}

void restrict_reading(const ClaimFilter& filter, Query& query) {
  if (filter.kind) query.require("r.kind = :kind", ":kind", std::string(kinds.name(*filter.kind)));
  if (!filter.topic.empty()) query.require("r.topic = :topic AND r.topic <> ''", ":topic", filter.topic);
  if (!filter.indicator.empty())
    query.require(
        "r.indicator IN (SELECT :indicator UNION SELECT i.code FROM indicator AS i WHERE i.measure = :indicator AND "
        "i.key <= :last)",
        ":indicator", filter.indicator);
  if (filter.due_from) query.require("r.due_latest >= :due_from", ":due_from", to_string(*filter.due_from));
  if (filter.due_until) query.require("r.due_latest <= :due_until", ":due_until", to_string(*filter.due_until));
}

void restrict_verdict(const ClaimFilter& filter, Query& query) {
  const std::string standing = "FROM assessment AS a WHERE a.key = " + standing_verdict("c.key");
  if (filter.verdict)
    // The first condition is looked up in an index, the second weighs what it found.
    query.require(
        "c.key IN (SELECT n.claim FROM assessment AS v JOIN reading AS n ON n.key = v.reading WHERE v.verdict = "
        ":verdict) AND EXISTS (SELECT 1 " +
            standing + " AND a.verdict = :verdict)",
        ":verdict", std::string(verdicts.name(*filter.verdict)));
  if (!filter.promises_open_only) return;
  std::string final_words;
  for (const auto& [verdict, word] : verdicts.table)
    if (stage(verdict) == VerdictStage::final_for_promises || stage(verdict) == VerdictStage::final_for_statements)
      final_words += (final_words.empty() ? "'" : ", '") + std::string(word) + "'";
  // The plus keeps the index over kinds out of it: half of all readings are promises, those due in a window few.
  query.require("+r.kind IN ('pledge', 'forecast') AND NOT r.negated");
  query.require("NOT EXISTS (SELECT 1 " + standing + " AND NOT a.provisional AND NOT a.proposed AND a.verdict IN (" +
                final_words + "))");
}

std::string order_of(const ClaimFilter& filter) {
  switch (filter.order) {
    case ClaimFilter::Order::due_first:
      // Within a window every reading has a due day, and this is the order of the index: nothing is sorted.
      return filter.due_from || filter.due_until ? "r.due_latest, r.key" : "r.due_latest IS NULL, r.due_latest, r.key";
    case ClaimFilter::Order::relevance:
      return filter.text.empty() ? "c.said_latest DESC, c.key" : "f.rank, c.key";
    case ClaimFilter::Order::said_newest_first:
      break;
  }
  return "c.said_latest DESC, c.key";
}

Query build(Connection& connection, const ClaimFilter& filter) {
  Query query;
  query.where =
      "c.key <= :last AND " + live("c.key") + " AND " + live("c.document") + " AND " + std::string(published_by_today);
  choose_tables(connection, filter, query);
  restrict_claim(connection, filter, query);
  restrict_reading(filter, query);
  restrict_verdict(filter, query);
  query.order = order_of(filter);
  return query;
}

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
  const std::optional<Id> claim = Id::parse(filter.claim);
  const std::optional<Id> document = Id::parse(filter.document);
  if ((!filter.claim.empty() && !claim) || (!filter.document.empty() && !document)) return;
  if (!filter.text.empty() && words_query(filter.text).empty()) return;
  const Snapshot snapshot(connection);
  const Bounds bounds = bounds_of(connection, filter.clocks);
  const Query query = build(connection, filter);
  const CachedStatement statement = connection.prepared("SELECT c.key FROM " + query.from + " WHERE " + query.where +
                                                        " ORDER BY " + query.order + " LIMIT :limit");
  bind_bounds(*statement, bounds);
  for (const auto& [name, value] : query.texts) statement->bind(name, std::string_view(value));
  if (claim) statement->bind(":claim_id", *claim);
  if (document) statement->bind(":document", *document);
  statement->bind(":limit", filter.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(filter.limit));
  while (statement->step())
    if (!visit(load_row(connection, statement->integer(0), bounds))) return;
}

}  // namespace avow::sqlite
