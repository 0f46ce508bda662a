#include <memory>

#include "queries/claim_rows.hpp"
#include "queries/questions.hpp"
#include "query/claim_view.hpp"
#include "query/history.hpp"

namespace avow::bench {
namespace {

/// Every so many claims, in the order that they were recorded.
std::vector<Id> some_claims(Store& store) {
  std::vector<Id> ids;
  for (int year = 2019; year < 2025; ++year)
    for (const char* month : {"-06-15", "-09-15"}) {
      ClaimFilter filter;
      filter.said_until = parse_day(std::to_string(year) + month);
      filter.limit = 100;
      store.claims(filter, [&](const ClaimRow& row) {
        if (row.assessment) ids.push_back(row.id);
        return true;
      });
    }
  return ids;
}

constexpr const char* key_of = "(SELECT key FROM record WHERE id = ?1)";

/// What a claim's page shows: the claim with its words' surroundings, readings, verdicts, what these rest on, and
/// links.
std::size_t show(PlainSql& sql, const Id& claim) {
  const std::string key = key_of;
  const std::string readings = "(SELECT key FROM reading WHERE claim = " + key + ")";
  std::size_t rows = 0;
  rows += sql.run(
                 "SELECT c.*, d.title, d.url, d.publisher, d.published, d.text FROM claim AS c JOIN document AS d ON "
                 "d.key = c.document WHERE c.key = " +
                     key,
                 {claim})
              .rows;
  rows += sql.run(
                 "SELECT rr.id, r.*, m.*, j.number, j.at FROM reading AS r JOIN record AS rr ON rr.key = r.key JOIN "
                 "maker AS m ON m.key = r.maker JOIN journal_entry AS j ON j.last_record = (SELECT min(last_record) "
                 "FROM journal_entry WHERE last_record >= r.key) WHERE r.claim = " +
                     key,
                 {claim})
              .rows;
  rows += sql.run(
                 "SELECT ra.id, a.*, m.*, j.number, j.at FROM assessment AS a JOIN record AS ra ON ra.key = a.key JOIN "
                 "maker AS m ON m.key = a.maker JOIN journal_entry AS j ON j.last_record = (SELECT min(last_record) "
                 "FROM journal_entry WHERE last_record >= a.key) WHERE a.reading IN " +
                     readings,
                 {claim})
              .rows;
  for (const std::string& reference : sql.texts(
           "SELECT e.reference, e.note FROM assessment AS a JOIN assessment_evidence AS e ON e.assessment = a.key "
           "WHERE a.reading IN " +
               readings,
           {claim}))
    if (const auto observation = Id::parse(reference))
      rows +=
          sql.run(
                 "SELECT o.*, s.* FROM record AS r JOIN observation AS o ON o.key = r.key JOIN series AS s ON s.key "
                 "= o.series WHERE r.id = ?1",
                 {*observation})
              .rows;
  rows += sql.run("SELECT * FROM link WHERE from_claim = " + key + " OR to_claim = " + key, {claim}).rows;
  return rows;
}

}  // namespace

std::vector<Question> lookup_questions(Store& store, PlainSql& sql) {
  const auto ids = std::make_shared<const std::vector<Id>>(some_claims(store));
  const auto id = [ids](std::size_t i) -> const Id& { return (*ids)[i * 7 % ids->size()]; };
  const std::string one_row = claim_rows(std::string("SELECT ") + key_of + " AS key");
  const auto prefix = [id](std::size_t i) { return id(i).hex().substr(0, 12); };
  return {
      {"an id by its prefix",
       [&store, prefix](std::size_t i) { return store.resolve(prefix(i)).second.empty() ? 0U : 1U; },
       [&sql, id](std::size_t i) {
         Id from = id(i), to = id(i);
         std::fill(from.bytes.begin() + 6, from.bytes.end(), 0);
         std::fill(to.bytes.begin() + 6, to.bytes.end(), 0xFF);
         return sql.run("SELECT key, kind, id FROM record WHERE id BETWEEN ?1 AND ?2", {from, to}).rows;
       }},
      {"a claim by its id", [&store, id](std::size_t i) { return store.claim(id(i)) ? 1U : 0U; },
       [&sql, id](std::size_t i) {
         return sql
             .run(
                 "SELECT c.*, rd.id FROM record AS r JOIN claim AS c ON c.key = r.key JOIN record AS rd ON rd.key "
                 "= c.document WHERE r.id = ?1",
                 {id(i)})
             .rows;
       }},
      {"a claim with reading and verdict by its id",
       [&store, id](std::size_t i) {
         ClaimFilter filter;
         filter.claim = id(i).hex();
         std::size_t rows = 0;
         store.claims(filter, [&](const ClaimRow&) { return ++rows > 0; });
         return rows;
       },
       [&sql, id, one_row](std::size_t i) { return sql.run(one_row, {id(i)}).rows; }},
      {"show", [&store, id](std::size_t i) { return claim_view(store, id(i), {}).readings.size(); },
       [&sql, id](std::size_t i) { return show(sql, id(i)) > 0 ? 1U : 0U; }},
      {"history", [&store, id](std::size_t i) { return history(store, id(i), {}).size(); }, {}},
  };
}

}  // namespace avow::bench
