#include "store/sqlite/standing_rows.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "model/assessment.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/row_writer.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

constexpr std::int64_t still = std::numeric_limits<std::int64_t>::max();
constexpr std::string_view any_day = "9999-12-31";

constexpr std::string_view claim_columns =
    "c.speaker, iif(c.speaker = '', c.speaker_name, ''), c.said_earliest, c.said_latest";

std::int32_t day_in(std::string_view text) {
  const auto day = parse_day(text);
  return day ? day_number(*day) : no_day;
}

std::string text_of(std::int32_t day) {
  return day == no_day ? std::string() : to_string(day_from_number(day));
}

StandingClaim read_claim(RowReader& row) {
  StandingClaim claim;
  claim.speaker = row.text();
  claim.name = row.text();
  claim.said_earliest = day_in(row.view());
  claim.said_latest = day_in(row.view());
  return claim;
}

/// What missing_parts() looks at, from columns subject, indicator, relation, "has a value", due.
Target target_of(RowReader& row) {
  Target target;
  target.subject = row.text();
  target.indicator = row.text();
  target.relation = row.word(relations);
  if (row.flag()) target.value = Decimal{};
  target.due = Date::parse(row.view()).value_or(Date{});
  return target;
}

/// What stands for a claim that is there, whatever the day: with it the days that this rests on.
std::string worked_out_sql() {
  return "SELECT " + std::string(claim_columns) +
         ", coalesce(d.published_earliest, ''), (SELECT min(coalesce(od.published_earliest, '')) FROM " +
         copies_of("c.key") +
         "), r.key, r.topic, r.kind, r.strength, r.subject, r.indicator, r.relation, r.value IS NOT NULL, r.due, "
         "a.key, a.verdict, a.provisional, a.proposed, a.today "
         "FROM claim AS c CROSS JOIN document AS d ON d.key = c.document LEFT JOIN reading AS r ON r.key = " +
         standing_reading("c.key") + " LEFT JOIN assessment AS a ON a.key = " + standing_verdict("c.key") +
         " WHERE c.key = :claim AND c.key <= :last AND " + live("c.key") + " AND " + live("c.document");
}

void read_reading(RowReader& row, StandingRow::State& state) {
  state.reading = row.integer();
  state.topic = row.text();
  if (state.reading == 0) return row.skip(7);
  const Kind kind = row.word(kinds);
  state.sort.kind = kinds.name(kind);
  state.sort.strength = row.text();
  state.sort.missing = missing_words(target_of(row), kind);
}

}  // namespace

StandingClaim standing_claim(const Claim& claim) {
  StandingClaim standing;
  standing.speaker = claim.speaker;
  if (claim.speaker.empty()) standing.name = claim.speaker_name;
  if (!claim.said.known()) return standing;
  const auto closed = [](Day day) {
    const std::int32_t number = day_number(day);
    return number == std::numeric_limits<std::int32_t>::max() ? no_day : number;
  };
  standing.said_earliest = closed(claim.said.earliest());
  standing.said_latest = closed(claim.said.latest());
  return standing;
}

StandingRows::StandingRows(Connection& connection, const std::string& table)
    : connection_(connection),
      select_(
          "SELECT s.since, s.until, s.number, s.day, coalesce(s.reading, 0), coalesce(s.assessment, 0), s.topic, "
          "s.kind, s.strength, s.missing, s.verdict, s.provisional, s.proposed, s.copied, " +
          std::string(claim_columns) + " FROM " + table +
          " AS s CROSS JOIN claim AS c ON c.key = s.claim WHERE s.claim = ?1 ORDER BY s.since DESC LIMIT 1"),
      insert_("INSERT INTO " + table +
              " VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0), nullif(?7, 0), ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"),
      update_("UPDATE " + table + " SET until = ?3 WHERE claim = ?1 AND since = ?2") {}

std::optional<StandingRow> StandingRows::newest(std::int64_t claim) {
  const CachedStatement statement = connection_.prepared(select_);
  statement->bind(1, claim);
  if (!statement->step()) return std::nullopt;
  RowReader row(*statement);
  StandingRow standing;
  standing.since = row.integer();
  standing.lasts = row.integer() == still;
  standing.number = row.narrow<std::uint32_t>();
  StandingRow::State& state = standing.state;
  state.day = day_in(row.view());
  state.reading = row.integer();
  state.assessment = row.integer();
  state.topic = row.text();
  StandingSort& sort = state.sort;
  for (std::string* word : {&sort.kind, &sort.strength, &sort.missing, &sort.verdict}) *word = row.view();
  for (bool* flag : {&sort.provisional, &sort.proposed, &sort.copied}) *flag = row.flag();
  standing.claim = read_claim(row);
  row.expect(standing.number > 0);
  row.finish("standing");
  return standing;
}

std::optional<StandingRow> StandingRows::worked_out(std::int64_t claim, std::int64_t last) {
  static const std::string sql = worked_out_sql();
  const CachedStatement statement = connection_.prepared(sql);
  statement->bind(":claim", claim);
  statement->bind(":last", last);
  statement->bind(":today", any_day);
  if (!statement->step()) return std::nullopt;
  RowReader row(*statement);
  StandingRow standing;
  StandingRow::State& state = standing.state;
  standing.claim = read_claim(row);
  state.day = day_in(row.view());
  state.sort.copied = !row.is_null();
  state.day = std::max(state.day, day_in(row.view()));
  read_reading(row, state);
  state.assessment = row.integer();
  state.sort.verdict = row.text();
  state.sort.provisional = row.flag();
  state.sort.proposed = row.flag();
  state.day = std::max(state.day, day_in(row.view()));
  row.finish("claim");
  return standing;
}

void StandingRows::open(std::int64_t claim, std::int64_t last, std::uint32_t number, const StandingRow::State& state) {
  const CachedStatement insert = connection_.prepared(insert_);
  const std::string day = text_of(state.day);
  RowWriter(*insert)
      .integer(claim)
      .integer(last)
      .integer(still)
      .integer(number)
      .text(day)
      .integer(state.reading)
      .integer(state.assessment)
      .text(state.topic)
      .text(state.sort.kind)
      .text(state.sort.strength)
      .text(state.sort.missing)
      .text(state.sort.verdict)
      .integer(state.sort.provisional ? 1 : 0)
      .integer(state.sort.proposed ? 1 : 0)
      .integer(state.sort.copied ? 1 : 0)
      .run();
}

void StandingRows::close(std::int64_t claim, std::int64_t last, const StandingRow& row) {
  const CachedStatement update = connection_.prepared(update_);
  update->bind(1, claim);
  update->bind(2, row.since);
  update->bind(3, last);
  update->run();
}

}  // namespace avow::sqlite
