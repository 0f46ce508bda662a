#include "store/sqlite/claim_query.hpp"

#include <algorithm>

#include "store/sqlite/claim_counts.hpp"
#include "store/sqlite/standing_keeper.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

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

constexpr std::string_view stood =
    " CROSS JOIN standing AS s ON s.claim = c.key AND s.since <= :last AND s.until > :last";

void choose_tables(Connection& connection, const ClaimFilter& filter, ClaimQuery& query) {
  const std::string is_standing = "r.key = " + (query.derived ? std::string("s.reading") : standing_reading("c.key"));
  const std::string derived(query.derived ? stood : std::string_view());
  if (!asks_reading(filter)) {
    query.from =
        (filter.text.empty() ? "claim AS c" : "claim_words AS f CROSS JOIN claim AS c ON c.key = f.rowid") + derived;
  } else if (reading_leads(connection, filter)) {
    query.from = "reading AS r CROSS JOIN claim AS c ON c.key = r.claim" + derived;
    query.require(is_standing);
  } else {
    query.from = (filter.text.empty() ? std::string() : "claim_words AS f CROSS JOIN ") + "claim AS c" +
                 (filter.text.empty() ? "" : " ON c.key = f.rowid") + derived + " CROSS JOIN reading AS r ON " +
                 is_standing;
  }
  query.has_reading = asks_reading(filter);
  if (!query.derived) query.from += " CROSS JOIN document AS d ON d.key = c.document";
}

/// What is there at the clocks. What is derived holds from a day on, and says by itself what was retracted.
void restrict_to_clocks(ClaimQuery& query) {
  if (query.derived)
    query.where =
        "(s.day <= :today OR (SELECT coalesce(d.published_earliest, '') FROM claim AS n JOIN document AS d ON d.key = "
        "n.document WHERE n.key = s.claim) <= :today)";
  else
    query.where = "c.key <= :last AND " + live("c.key") + " AND " + live("c.document") + " AND " +
                  std::string(published_by_today);
  const std::string claim = query.derived ? "s.claim" : "c.key";
  query.verdict = standing_verdict(claim);
  query.copied = is_copy(claim);
  if (!query.derived) return;
  query.verdict = "CASE WHEN s.day <= :today THEN s.assessment ELSE " + query.verdict + " END";
  query.copied = "CASE WHEN s.day <= :today THEN s.copied ELSE " + query.copied + " END";
}

void restrict_party(const ClaimFilter& filter, ClaimQuery& query) {
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
}

void restrict_claim(Connection& connection, const ClaimFilter& filter, ClaimQuery& query) {
  if (!filter.claim.empty()) query.require("c.key = (SELECT key FROM record WHERE id = :claim_id)");
  if (!filter.document.empty()) query.require("c.document = (SELECT key FROM record WHERE id = :document)");
  if (!filter.speaker.empty()) query.require(is_speaker(connection, filter.speaker), ":speaker", filter.speaker);
  restrict_party(filter, query);
  if (filter.said_from) query.require("c.said_latest >= :said_from", ":said_from", to_string(*filter.said_from));
  if (filter.distinct_only) query.require("NOT (" + query.copied + ")");
  if (filter.disputed_only)  // the few of them are found first
    query.require("c.key IN (SELECT claim FROM dispute) AND " + is_disputed("c.key"));
  if (filter.said_until) query.require("c.said_latest <= :said_until", ":said_until", to_string(*filter.said_until));
  if (!filter.text.empty()) query.require("claim_words MATCH :words", ":words", words_query(filter.text));
}

void restrict_reading(const ClaimFilter& filter, ClaimQuery& query) {
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

void restrict_verdict(const ClaimFilter& filter, ClaimQuery& query) {
  const std::string standing = "FROM assessment AS a WHERE a.key = (" + query.verdict + ")";
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

/// The rest of the claims after the one where the page before ended, by the key of the order: in one query where the
/// day is known, else in two, so that each walks along its index. Claims without a day come last.
std::vector<ClaimQuery> continued(const ClaimFilter& filter, const ClaimQuery& query) {
  if (!filter.after) return {query};
  const bool by_due = filter.order == ClaimFilter::Order::due_first;
  const std::string day = by_due ? "r.due_latest" : "c.said_latest";
  const std::string key = by_due ? "r.key" : "c.key";
  const std::string later = key + " > (SELECT key FROM record WHERE id = :after_id)";
  ClaimQuery dated = query;
  ClaimQuery undated = query;
  undated.require(day + " IS NULL");
  if (!filter.after->day) {
    undated.require(later);
    return {undated};
  }
  const std::string beyond = by_due ? " >" : " <";
  dated.require(day + beyond + "= :after_day AND (" + day + beyond + " :after_day OR " + later + ")", ":after_day",
                to_string(*filter.after->day));
  return {dated, undated};
}

/// Whether more rows than so many have what is asked for.
bool is_frequent(Connection& connection, const char* sql, std::string_view value, std::int64_t more_than) {
  const CachedStatement statement = connection.prepared(std::string(sql) + " LIMIT 1 OFFSET ?2");
  statement->bind(1, value);
  statement->bind(2, more_than);
  return statement->step();
}

/// Below it, looking up all that an index has and sorting it is the shorter way to the newest few.
constexpr std::int64_t many = 7'000;
constexpr std::int64_t many_of_one_speaker = 500;
constexpr std::size_t longest_page = 1'000;

/// Whether there are so many claims of every sort asked for that the newest are met soon.
bool all_are_frequent(Connection& connection, const ClaimFilter& filter) {
  const std::string_view verdict = filter.verdict ? verdicts.name(*filter.verdict) : std::string_view();
  const std::int64_t words = filter.speaker.empty() ? many : many_of_one_speaker;
  return (filter.topic.empty() ||
          is_frequent(connection, "SELECT 1 FROM reading WHERE topic = ?1 AND topic <> ''", filter.topic, many)) &&
         (filter.indicator.empty() ||
          is_frequent(connection, "SELECT 1 FROM reading WHERE indicator = ?1", filter.indicator, many)) &&
         (verdict.empty() || is_frequent(connection, "SELECT 1 FROM assessment WHERE verdict = ?1", verdict, many)) &&
         (filter.text.empty() || is_frequent(connection, "SELECT 1 FROM claim_words WHERE claim_words MATCH ?1",
                                             words_query(filter.text), words));
}

/// Of a speaker the claims are walked already, unless words lead.
bool may_walk(const ClaimFilter& filter) {
  const bool few_in_order =
      filter.order == ClaimFilter::Order::said_newest_first && filter.limit > 0 && filter.limit <= longest_page;
  const bool has_index =
      !filter.party.empty() || !filter.topic.empty() || !filter.indicator.empty() || filter.verdict.has_value();
  return few_in_order && filter.claim.empty() && filter.document.empty() && !filter.due_from && !filter.due_until &&
         (!filter.text.empty() || (has_index && filter.speaker.empty()));
}

/// Verdicts may come years after what they judge: the newest claims are passed over for as long as none of their year
/// has the one asked for.
ClaimFilter from_year_of_verdict(Connection& connection, ClaimFilter filter, const Bounds& bounds) {
  if (!filter.verdict) return filter;
  ClaimFilter all;
  all.clocks = filter.clocks;
  all.verdict = filter.verdict;
  std::string newest;
  if (const auto counts = kept_counts(connection, all, CountBy::year, bounds))
    for (const ClaimCounts::Cell& cell : counts->cells)
      if (cell.claims > 0) newest = std::max(newest, counts->group(cell));
  const auto until = parse_day(newest + "-12-31");
  if (until && (!filter.said_until || *until < *filter.said_until)) filter.said_until = until;
  return filter;
}

/// The conditions that a walk holds claims against; where each of them alone leads, see choose_tables().
void test_claims(const ClaimFilter& filter, ClaimQuery& query) {
  ClaimQuery tests;
  tests.where = "TRUE";
  restrict_party(filter, tests);
  restrict_reading(filter, tests);
  if (filter.verdict)
    tests.require(
        "CASE WHEN s.day <= :today THEN s.verdict = :verdict ELSE EXISTS (SELECT 1 FROM assessment AS a WHERE "
        "a.key = " +
            standing_verdict("s.claim") + " AND a.verdict = :verdict) END",
        ":verdict", std::string(verdicts.name(*filter.verdict)));
  if (!filter.text.empty())
    tests.require("EXISTS (SELECT 1 FROM claim_words WHERE claim_words MATCH :words AND rowid = c.key)", ":words",
                  words_query(filter.text));
  if (asks_reading(filter) && !query.has_reading) query.from += " CROSS JOIN reading AS r ON r.key = s.reading";
  query.test = std::move(tests.where);
  query.texts.insert(query.texts.end(), tests.texts.begin(), tests.texts.end());
}

}  // namespace

bool finds_nothing(const ClaimFilter& filter) {
  return (!filter.claim.empty() && !Id::parse(filter.claim)) ||
         (!filter.document.empty() && !Id::parse(filter.document)) ||
         (!filter.text.empty() && words_query(filter.text).empty());
}

bool answers_from_standing(Connection& connection, const Clocks& clocks) {
  return !clocks.before && standing_is_current(connection);
}

ClaimQuery claim_query(Connection& connection, const ClaimFilter& filter) {
  ClaimQuery query;
  query.derived = answers_from_standing(connection, filter.clocks);
  restrict_to_clocks(query);
  choose_tables(connection, filter, query);
  restrict_claim(connection, filter, query);
  restrict_reading(filter, query);
  restrict_verdict(filter, query);
  query.order = order_of(filter);
  if (const auto claim = Id::parse(filter.claim)) query.ids.emplace_back(":claim_id", *claim);
  if (const auto document = Id::parse(filter.document)) query.ids.emplace_back(":document", *document);
  if (filter.after) query.ids.emplace_back(":after_id", filter.after->id);
  return query;
}

std::vector<ClaimQuery> claim_queries(Connection& connection, const ClaimFilter& filter) {
  return continued(filter, claim_query(connection, filter));
}

std::vector<ClaimQuery> claim_walks(Connection& connection, const ClaimFilter& filter, const Bounds& bounds) {
  if (!may_walk(filter) || !answers_from_standing(connection, filter.clocks) || !all_are_frequent(connection, filter))
    return {};
  ClaimFilter walked = from_year_of_verdict(connection, filter, bounds);
  walked.party.clear();
  walked.topic.clear();
  walked.indicator.clear();
  walked.text.clear();
  walked.kind.reset();
  walked.verdict.reset();
  ClaimQuery query = claim_query(connection, walked);
  test_claims(filter, query);
  return continued(filter, query);
}

void bind_query(Statement& statement, const ClaimQuery& query, const Bounds& bounds) {
  bind_bounds(statement, bounds);
  for (const auto& [name, value] : query.texts) statement.bind(name, std::string_view(value));
  for (const auto& [name, id] : query.ids) statement.bind(name, id);
}

}  // namespace avow::sqlite
