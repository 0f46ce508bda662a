#include <numeric>

#include "queries/questions.hpp"
#include "query/scorecard.hpp"

namespace avow::bench {
namespace {

using By = ScorecardQuestion::By;

std::size_t count(Store& store, By by, std::optional<std::int64_t> as_of) {
  ScorecardQuestion question;
  question.by = by;
  question.filter.clocks.as_of_entry = as_of;
  const std::vector<Score> scores = scorecard(store, question);
  return std::accumulate(scores.begin(), scores.end(), std::size_t{0},
                         [](std::size_t sum, const Score& score) { return sum + score.n; });
}

/// How many claims of each group stood at each verdict once a record was there, which is the last of its journal entry.
std::string count_sql(const std::string& group, const std::string& more_tables) {
  return "SELECT " + group +
         " AS grp, (SELECT a.verdict FROM assessment AS a WHERE a.reading = r.key AND a.key <= ?1 ORDER BY a.today "
         "DESC, "
         "a.key DESC LIMIT 1) AS verdict, count(*) FROM claim AS c JOIN reading AS r ON r.claim = c.key" +
         more_tables + " WHERE c.key <= ?1 GROUP BY grp, verdict";
}

struct Grouping {
  const char* name;
  By by;
  const char* group;
  const char* more_tables;
};
constexpr Grouping groupings[] = {
    {"in all", By::nothing, "''", ""},
    {"by speaker", By::speaker, "c.speaker", ""},
    {"by topic", By::topic, "r.topic", ""},
    {"by year", By::year, "substr(c.said_latest, 1, 4)", ""},
    {"by kind", By::kind, "r.kind", ""},
    {"by party", By::party, "b.group_code",
     " JOIN entity AS e ON e.code = c.speaker JOIN entity_membership AS b ON b.entity = e.key AND "
     "coalesce(b.since_earliest, '') <= c.said_latest AND coalesce(b.until_latest, '9999') >= c.said_earliest"}};

}  // namespace

std::vector<Question> count_questions(Store& store, PlainSql& sql) {
  const auto entries = sql.run("SELECT max(number) FROM journal_entry").first;
  const auto newest = sql.run("SELECT max(key) FROM record").first;
  const auto middle = [entries](std::size_t i) { return entries / 2 + static_cast<std::int64_t>(i * 13 % 1'000); };
  std::vector<Question> questions;
  for (const Grouping& one : groupings) {
    const std::string statement = count_sql(one.group, one.more_tables);
    questions.push_back({std::string("verdicts now, ") + one.name,
                         [&store, &one](std::size_t) { return count(store, one.by, {}); },
                         [&sql, statement, newest](std::size_t) {
                           return static_cast<std::size_t>(sql.run(statement, {newest}).sum);
                         }});
    questions.push_back({std::string("verdicts as of an entry, ") + one.name,
                         [&store, &one, middle](std::size_t i) { return count(store, one.by, middle(i)); },
                         [&sql, statement, middle](std::size_t i) {
                           const auto last =
                               sql.run("SELECT last_record FROM journal_entry WHERE number = ?1", {middle(i)}).first;
                           return static_cast<std::size_t>(sql.run(statement, {last}).sum);
                         }});
  }
  questions.push_back({"newest 50 as of an entry",
                       [&store, middle](std::size_t i) {
                         ClaimFilter filter;
                         filter.clocks.as_of_entry = middle(i);
                         filter.limit = 50;
                         std::size_t rows = 0;
                         store.claims(filter, [&](const ClaimRow&) { return ++rows > 0; });
                         return rows;
                       },
                       {}});
  return questions;
}

}  // namespace avow::bench
