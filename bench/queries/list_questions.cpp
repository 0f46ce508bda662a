#include "base/date.hpp"
#include "common/word_source.hpp"
#include "queries/claim_rows.hpp"
#include "queries/questions.hpp"
#include "query/due.hpp"

namespace avow::bench {
namespace {

constexpr std::size_t page = 50;

std::size_t list(Store& store, const ClaimFilter& filter) {
  std::size_t rows = 0;
  store.claims(filter, [&](const ClaimRow&) { return ++rows > 0; });
  return rows;
}

using Values = std::vector<std::string>;  ///< of a question in this repetition, as the statement numbers them
struct List {
  const char* name;
  Values (*values)(std::size_t i, const WordSource& words);
  void (*narrow)(ClaimFilter& filter, const Values& values);
  std::string keys;  ///< plain SQL for the keys of the claims
};

const std::string newest = " ORDER BY c.said_latest DESC, c.key LIMIT 50";
const std::string verdict =
    "(SELECT y.verdict FROM assessment AS y WHERE y.reading = r.key ORDER BY y.today DESC, y.key DESC LIMIT 1)";
const std::string with_reading = "SELECT c.key FROM claim AS c JOIN reading AS r ON r.claim = c.key WHERE ";
const std::string with_words = "SELECT c.key FROM claim_words AS f JOIN claim AS c ON c.key = f.rowid WHERE ";

std::string speaker(std::size_t i) {
  return "speaker-" + std::to_string(1 + i * 37 % 4'999);
}
std::string month(std::size_t i) {
  const std::size_t number = i % 60;
  return std::to_string(2020 + number / 12) + (number % 12 < 9 ? "-0" : "-") + std::to_string(number % 12 + 1);
}
std::string year(std::size_t i) {
  return std::to_string(2020 + i % 4);
}
std::string quoted(const std::string& word) {
  return '"' + word + '"';
}
std::string two_words(std::size_t i, const WordSource& words) {
  return words.word(40 + i % 50) + " " + words.word(95 + i % 70);
}
std::string as_query(const std::string& text) {
  const std::size_t blank = text.find(' ');
  return blank == std::string::npos ? quoted(text)
                                    : quoted(text.substr(0, blank)) + " " + quoted(text.substr(blank + 1));
}

const std::vector<List>& lists() {
  static const std::vector<List> all = {
      {"newest 50", [](std::size_t, const WordSource&) { return Values{}; }, [](ClaimFilter&, const Values&) {},
       "SELECT c.key FROM claim AS c" + newest},
      {"newest 50 of a speaker", [](std::size_t i, const WordSource&) { return Values{speaker(i)}; },
       [](ClaimFilter& f, const Values& v) { f.speaker = v[0]; },
       "SELECT c.key FROM claim AS c WHERE c.speaker = ?1" + newest},
      {"newest 50 of the speaker with every tenth", [](std::size_t, const WordSource&) { return Values{"speaker-0"}; },
       [](ClaimFilter& f, const Values& v) { f.speaker = v[0]; },
       "SELECT c.key FROM claim AS c WHERE c.speaker = ?1" + newest},
      {"newest 50 of a speaker in a topic and a year",
       [](std::size_t i, const WordSource&) {
         return Values{i % 2 == 0 ? "speaker-0" : speaker(i), "topic-" + std::to_string(i % 25), year(i) + "-01-01",
                       year(i) + "-12-31"};
       },
       [](ClaimFilter& f, const Values& v) {
         f.speaker = v[0], f.topic = v[1], f.said_from = parse_day(v[2]), f.said_until = parse_day(v[3]);
       },
       with_reading + "c.speaker = ?1 AND r.topic = ?2 AND c.said_latest BETWEEN ?3 AND ?4" + newest},
      {"all of a speaker", [](std::size_t i, const WordSource&) { return Values{speaker(i)}; },
       [](ClaimFilter& f, const Values& v) { f.speaker = v[0], f.limit = 0; },
       "SELECT c.key FROM claim AS c WHERE c.speaker = ?1 ORDER BY c.said_latest DESC, c.key"},
      {"newest 50 of a party",
       [](std::size_t i, const WordSource&) { return Values{"party-" + std::to_string(i % 10)}; },
       [](ClaimFilter& f, const Values& v) { f.party = v[0]; },
       "SELECT c.key FROM claim AS c WHERE EXISTS (SELECT 1 FROM entity AS e JOIN entity_membership AS b ON b.entity = "
       "e.key WHERE e.code = c.speaker AND b.group_code = ?1 AND coalesce(b.since_earliest, '') <= c.said_latest AND "
       "coalesce(b.until_latest, '9999') >= c.said_earliest)" +
           newest},
      {"newest 50 forecasts", [](std::size_t, const WordSource&) { return Values{"forecast"}; },
       [](ClaimFilter& f, const Values&) { f.kind = Kind::forecast; }, with_reading + "r.kind = ?1" + newest},
      {"newest 50 of a topic",
       [](std::size_t i, const WordSource&) { return Values{"topic-" + std::to_string(i % 25)}; },
       [](ClaimFilter& f, const Values& v) { f.topic = v[0]; }, with_reading + "r.topic = ?1" + newest},
      {"newest 50 of an indicator",
       [](std::size_t i, const WordSource&) { return Values{"indicator-" + std::to_string(i % 200)}; },
       [](ClaimFilter& f, const Values& v) { f.indicator = v[0]; }, with_reading + "r.indicator = ?1" + newest},
      {"newest 50 said in a month",
       [](std::size_t i, const WordSource&) {
         return Values{month(i) + "-01", month(i) + "-28"};
       },
       [](ClaimFilter& f, const Values& v) { f.said_from = parse_day(v[0]), f.said_until = parse_day(v[1]); },
       "SELECT c.key FROM claim AS c WHERE c.said_latest BETWEEN ?1 AND ?2" + newest},
      {"newest 50 with the verdict broken", [](std::size_t, const WordSource&) { return Values{"broken"}; },
       [](ClaimFilter& f, const Values&) { f.verdict = Verdict::broken; }, with_reading + verdict + " = ?1" + newest},
      {"newest 50 with a verdict that is not there", [](std::size_t, const WordSource&) { return Values{"withdrawn"}; },
       [](ClaimFilter& f, const Values&) { f.verdict = Verdict::withdrawn; },
       with_reading + "r.key IN (SELECT reading FROM assessment WHERE verdict = ?1) AND " + verdict + " = ?1" + newest},
      {"newest 50 with a rare word",
       [](std::size_t i, const WordSource& words) { return Values{words.word(19'000 + i % 900)}; },
       [](ClaimFilter& f, const Values& v) { f.text = v[0]; }, with_words + "claim_words MATCH ?1" + newest},
      {"newest 50 with a frequent word",
       [](std::size_t i, const WordSource& words) { return Values{words.word(i % 10)}; },
       [](ClaimFilter& f, const Values& v) { f.text = v[0]; }, with_words + "claim_words MATCH ?1" + newest},
      {"newest 50 with two words", [](std::size_t i, const WordSource& words) { return Values{two_words(i, words)}; },
       [](ClaimFilter& f, const Values& v) { f.text = v[0]; }, with_words + "claim_words MATCH ?1" + newest},
      {"best 50 with two words", [](std::size_t i, const WordSource& words) { return Values{two_words(i, words)}; },
       [](ClaimFilter& f, const Values& v) { f.text = v[0], f.order = ClaimFilter::Order::relevance; },
       with_words + "claim_words MATCH ?1 ORDER BY f.rank, c.key LIMIT 50"},
      {"newest 50 of a speaker with a word",
       [](std::size_t i, const WordSource& words) {
         return Values{words.word(i % 40), speaker(i)};
       },
       [](ClaimFilter& f, const Values& v) { f.text = v[0], f.speaker = v[1]; },
       with_words + "claim_words MATCH ?1 AND c.speaker = ?2" + newest},
      {"open promises due in a year, next 50",
       [](std::size_t i, const WordSource&) {
         return Values{year(i), year(i)};
       },
       nullptr,
       with_reading + "r.due_latest BETWEEN ?1 || '-01-01' AND ?2 || '-12-31' AND r.kind IN ('pledge', 'forecast') AND "
                      "NOT r.negated AND coalesce((SELECT y.provisional OR y.proposed OR y.verdict NOT IN ('kept', "
                      "'partly_kept', 'broken', 'thwarted', 'withdrawn', 'supported', 'refuted', 'mixed') FROM "
                      "assessment AS y WHERE y.reading = r.key ORDER BY y.today DESC, y.key DESC LIMIT 1), 1) ORDER BY "
                      "r.due_latest, r.key LIMIT 50"},
  };
  return all;
}

std::size_t ask(Store& store, const List& question, const Values& values) {
  ClaimFilter filter;
  filter.limit = page;
  if (question.narrow != nullptr) {
    question.narrow(filter, values);
    return list(store, filter);
  }
  std::size_t rows = 0;
  const DayRange window{parse_day(values[0] + "-01-01"), parse_day(values[1] + "-12-31")};
  due_claims(store, filter, window, parse_day("2026-01-01").value(), [&](const DueClaim&) { return ++rows > 0; });
  return rows;
}

/// Words go as text to Avow, and as a query of quoted words to SQLite.
std::size_t ask(PlainSql& sql, const List& question, const std::string& statement, Values values) {
  if (question.keys.find("MATCH") != std::string::npos) values[0] = as_query(values[0]);
  switch (values.size()) {
    case 0:
      return sql.run(statement).rows;
    case 1:
      return sql.run(statement, {values[0]}).rows;
    case 2:
      return sql.run(statement, {values[0], values[1]}).rows;
    default:
      return sql.run(statement, {values[0], values[1], values[2], values[3]}).rows;
  }
}

}  // namespace

std::vector<Question> list_questions(Store& store, PlainSql& sql) {
  static const WordSource words(3);
  std::vector<Question> questions;
  for (const List& one : lists())
    questions.push_back({one.name, [&](std::size_t i) { return ask(store, one, one.values(i, words)); },
                         [&, statement = claim_rows(one.keys)](std::size_t i) {
                           return ask(sql, one, statement, one.values(i, words));
                         }});
  return questions;
}

}  // namespace avow::bench
