#include "store/sqlite/standing_keeper.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "model/assessment.hpp"
#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/row_writer.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

constexpr std::int64_t still = std::numeric_limits<std::int64_t>::max();
constexpr std::string_view any_day = "9999-12-31";
constexpr char between_columns = '\x1f';

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ",") + word;
  return all;
}

std::string year_of(std::string_view day) {
  return std::string(day.substr(0, 4));
}

std::string missing_of(const Target& target, Kind kind) {
  return joined(missing_parts(target, is_statement(kind)));
}

constexpr std::string_view claim_dimensions =
    "iif(c.speaker <> '', c.speaker, c.speaker_name), coalesce(substr(c.said_latest, 1, 4), '')";

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
  return "SELECT " + std::string(claim_dimensions) +
         ", coalesce(d.published_earliest, ''), (SELECT min(coalesce(od.published_earliest, '')) FROM " +
         copies_of("c.key") +
         "), r.key, r.topic, r.kind, r.subject, r.indicator, r.relation, r.value IS NOT NULL, r.due, a.key, a.verdict, "
         "a.provisional, a.proposed, a.today "
         "FROM claim AS c CROSS JOIN document AS d ON d.key = c.document LEFT JOIN reading AS r ON r.key = " +
         standing_reading("c.key") + " LEFT JOIN assessment AS a ON a.key = " + standing_verdict("c.key") +
         " WHERE c.key = :claim AND c.key <= :last AND " + live("c.key") + " AND " + live("c.document");
}

struct Touch {
  std::string_view kind;
  std::string_view sql;  ///< the claims to look at again
};
/// A sort of claims that is none: of counts over all of them.
const std::string no_sort = {between_columns, between_columns, between_columns, '0', '0', '0'};

constexpr std::string_view claims_of_document =
    "SELECT key FROM claim WHERE document = :key AND key <= :last UNION SELECT l.from_claim FROM claim AS c JOIN link "
    "AS l ON l.to_claim = c.key WHERE c.document = :key AND l.kind = 'copies' AND l.key <= :last";
constexpr std::array<Touch, 5> touches{
    {{"claim",
      "SELECT :key UNION SELECT from_claim FROM link WHERE to_claim = :key AND kind = 'copies' AND key <= :last"},
     {"document", claims_of_document},
     {"reading", "SELECT claim FROM reading WHERE key = :key"},
     {"assessment", "SELECT x.claim FROM assessment AS a JOIN reading AS x ON x.key = a.reading WHERE a.key = :key"},
     {"link", "SELECT from_claim FROM link WHERE key = :key AND kind = 'copies'"}}};

/// Whether anything of this kind can change what stands.
bool decides(std::string_view kind) {
  return kind == "analyzer" || kind == "retraction" ||
         std::any_of(touches.begin(), touches.end(), [&](const Touch& row) { return row.kind == kind; });
}

}  // namespace

StandingKeeper::StandingKeeper(Connection& connection, const std::string& standing, const std::string& counts)
    : connection_(connection),
      select_stored_(
          "SELECT s.since, s.until, s.day, coalesce(s.reading, 0), coalesce(s.assessment, 0), s.kind, "
          "s.missing, s.verdict, s.provisional, s.proposed, s.copied, coalesce(r.topic, ''), " +
          std::string(claim_dimensions) + " FROM " + standing +
          " AS s CROSS JOIN claim AS c ON c.key = s.claim LEFT JOIN reading AS r ON r.key = s.reading WHERE "
          "s.claim = ?1 ORDER BY s.since DESC LIMIT 1"),
      insert_("INSERT INTO " + standing +
              " VALUES (?1, ?2, ?3, ?4, nullif(?5, 0), nullif(?6, 0), ?7, ?8, ?9, ?10, ?11, ?12)"),
      update_("UPDATE " + standing + " SET until = ?3 WHERE claim = ?1 AND since = ?2"),
      upsert_count_("INSERT INTO " + counts +
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE SET claims = claims + "
                    "excluded.claims"),
      drop_count_("DELETE FROM " + counts +
                  " WHERE dimension = ?1 AND value = ?2 AND kind = ?3 AND missing = ?4 AND verdict = ?5 AND "
                  "provisional = ?6 AND proposed = ?7 AND copied = ?8 AND claims = 0") {}

void StandingKeeper::add(std::int64_t key, std::int64_t document, const Claim& claim) {
  Fresh& fresh = fresh_[key];
  fresh.document = document;
  fresh.dimensions.speaker = claim.speaker.empty() ? claim.speaker_name : claim.speaker;
  if (claim.said.known()) fresh.dimensions.year = year_of(to_string(claim.said.latest()));
}

void StandingKeeper::add(std::int64_t key, std::int64_t claim, const Reading& reading) {
  const auto fresh = fresh_.find(claim);
  if (fresh == fresh_.end() || reading.maker.is_person()) return note("reading", key);
  fresh->second.readings.push_back({key, reading.maker.revision, reading.maker.plugin, reading.topic,
                                    std::string(kinds.name(reading.kind)), missing_of(reading.target, reading.kind)});
}

void StandingKeeper::note(std::string_view kind, std::int64_t key) {
  if (decides(kind)) noted_.emplace_back(kind, key);
}

void StandingKeeper::abandon_entry() {
  fresh_.clear();
  noted_.clear();
  ranks_.clear();
}

void StandingKeeper::end_entry(std::int64_t last_record) {
  last_ = last_record;
  for (const auto& [kind, key] : noted_) touch(kind, key);
  noted_.clear();
  for (auto& [claim, fresh] : fresh_)
    if (!touched_.contains(claim)) open_fresh(claim, fresh);
  fresh_.clear();
  for (const std::int64_t claim : std::exchange(touched_, {})) look_again(claim);
}

void StandingKeeper::touch(std::string_view kind, std::int64_t key) {
  if (kind == "analyzer") return touch_ranked(key);
  for (const Touch& row : touches)
    if (row.kind == kind) return touch_claims(row.sql, key);
  if (kind != "retraction") return;
  const CachedStatement subject = connection_.prepared(
      "SELECT r.kind, r.key FROM retraction AS t JOIN record AS r ON r.key = t.record WHERE t.key = ?1");
  subject->bind(1, key);
  if (subject->step()) touch(std::string(subject->text(0)), subject->integer(1));
}

void StandingKeeper::touch_claims(std::string_view sql, std::int64_t key) {
  const CachedStatement claims = connection_.prepared(sql);
  claims->bind(":key", key);
  claims->bind(":last", last_);
  while (claims->step()) touched_.insert(claims->integer(0));
}

/// Another rank changes what stands only where somebody else has read the claim too.
void StandingKeeper::touch_ranked(std::int64_t analyzer) {
  ranks_.clear();
  touch_claims(
      "SELECT DISTINCT x.claim FROM analyzer AS z JOIN maker AS m ON m.plugin = z.plugin JOIN reading AS x ON x.maker "
      "= "
      "m.key WHERE z.key = :key AND x.key <= :last AND EXISTS (SELECT 1 FROM reading AS y JOIN maker AS n ON n.key = "
      "y.maker WHERE y.claim = x.claim AND n.plugin <> z.plugin AND y.key <= :last)",
      analyzer);
}

std::int64_t StandingKeeper::rank_of(const std::string& plugin) {
  const auto [known, is_new] = ranks_.try_emplace(plugin, 0);
  if (!is_new) return known->second;
  const CachedStatement rank = connection_.prepared(
      "SELECT rank FROM analyzer WHERE plugin = ?1 AND key <= ?2 ORDER BY at DESC, key DESC LIMIT 1");
  rank->bind(1, std::string_view(plugin));
  rank->bind(2, last_);
  if (rank->step()) known->second = rank->integer(0);
  return known->second;
}

const std::string& StandingKeeper::published(std::int64_t document) {
  if (published_of_ == document) return published_;
  const CachedStatement day =
      connection_.prepared("SELECT coalesce(published_earliest, '') FROM document WHERE key = ?1");
  day->bind(1, document);
  published_ = day->step() ? std::string(day->text(0)) : std::string();
  published_of_ = document;
  return published_;
}

/// Of a claim that is as new as its readings; none was retracted, and nobody has judged it.
void StandingKeeper::open_fresh(std::int64_t claim, Fresh& fresh) {
  Standing standing;
  const FreshReading* best = nullptr;
  const auto place = [this](const FreshReading& reading) {
    return std::tuple(rank_of(reading.plugin), reading.revision, reading.key);
  };
  for (const FreshReading& reading : fresh.readings)
    if (best == nullptr || place(*best) < place(reading)) best = &reading;
  standing.state.day = published(fresh.document);
  standing.dimensions = std::move(fresh.dimensions);
  if (best != nullptr) {
    standing.state.reading = best->key;
    standing.state.kind = best->kind;
    standing.state.missing = best->missing;
    standing.dimensions.topic = best->topic;
  }
  open(claim, standing);
}

void StandingKeeper::look_again(std::int64_t claim) {
  const auto before = stored(claim);
  const auto now = worked_out(claim);
  if (before && now && before->state == now->state) return;
  if (before) close(claim, *before);
  if (now) open(claim, *now);
}

std::optional<StandingKeeper::Standing> StandingKeeper::worked_out(std::int64_t claim) {
  static const std::string sql = worked_out_sql();
  const CachedStatement statement = connection_.prepared(sql);
  statement->bind(":claim", claim);
  statement->bind(":last", last_);
  statement->bind(":today", any_day);
  if (!statement->step()) return std::nullopt;
  RowReader row(*statement);
  Standing standing;
  State& state = standing.state;
  standing.dimensions.speaker = row.text();
  standing.dimensions.year = row.text();
  state.day = row.text();
  state.copied = !row.is_null();
  state.day = std::max(state.day, row.text());
  state.reading = row.integer();
  standing.dimensions.topic = row.text();
  if (state.reading != 0) {
    const Kind kind = row.word(kinds);
    state.kind = kinds.name(kind);
    state.missing = missing_of(target_of(row), kind);
  } else {
    row.skip(6);
  }
  state.assessment = row.integer();
  state.verdict = row.text();
  state.provisional = row.flag();
  state.proposed = row.flag();
  state.day = std::max(state.day, row.text());
  return standing;
}

/// As long as it lasts.
std::optional<StandingKeeper::Standing> StandingKeeper::stored(std::int64_t claim) {
  const CachedStatement statement = connection_.prepared(select_stored_);
  statement->bind(1, claim);
  if (!statement->step() || statement->integer(1) != still) return std::nullopt;
  RowReader row(*statement);
  Standing standing;
  State& state = standing.state;
  standing.since = row.integer();
  row.skip(1);
  state.day = row.text();
  state.reading = row.integer();
  state.assessment = row.integer();
  state.kind = row.text();
  state.missing = row.text();
  state.verdict = row.text();
  state.provisional = row.flag();
  state.proposed = row.flag();
  state.copied = row.flag();
  standing.dimensions.topic = row.text();
  standing.dimensions.speaker = row.text();
  standing.dimensions.year = row.text();
  return standing;
}

void StandingKeeper::open(std::int64_t claim, const Standing& standing) {
  const State& state = standing.state;
  const CachedStatement insert = connection_.prepared(insert_);
  RowWriter(*insert)
      .integer(claim)
      .integer(last_)
      .integer(still)
      .text(state.day)
      .integer(state.reading)
      .integer(state.assessment)
      .text(state.kind)
      .text(state.missing)
      .text(state.verdict)
      .integer(state.provisional ? 1 : 0)
      .integer(state.proposed ? 1 : 0)
      .integer(state.copied ? 1 : 0)
      .run();
  count(standing, 1);
}

void StandingKeeper::close(std::int64_t claim, const Standing& standing) {
  const CachedStatement update = connection_.prepared(update_);
  update->bind(1, claim);
  update->bind(2, standing.since);
  update->bind(3, last_);
  update->run();
  count(standing, -1);
}

void StandingKeeper::count(const Standing& standing, std::int64_t by) {
  const State& state = standing.state;
  std::string sort;
  for (const std::string* word : {&state.kind, &state.missing, &state.verdict}) (sort += *word) += between_columns;
  for (const bool flag : {state.provisional, state.proposed, state.copied}) sort += flag ? '1' : '0';
  const auto add = [&](std::string_view dimension, const std::string& value, const std::string& of) {
    cell_.assign(dimension).append(1, between_columns).append(value).append(1, between_columns).append(of);
    counts_[cell_] += by;
  };
  add("", "", sort);
  add("speaker", standing.dimensions.speaker, sort);
  add("topic", standing.dimensions.topic, sort);
  add("year", standing.dimensions.year, sort);
  add("day", state.day, no_sort);
}

void StandingKeeper::flush() {
  for (const auto& [cell, by] : counts_) {
    if (by == 0) continue;
    write_count(upsert_count_, cell, by);
    if (by < 0) write_count(drop_count_, cell, std::nullopt);
  }
  counts_.clear();
}

/// Names of speakers as documents give them may hold any character; the separator is cut from the ends, where none is.
void StandingKeeper::write_count(const std::string& sql, std::string_view cell, std::optional<std::int64_t> by) {
  const CachedStatement statement = connection_.prepared(sql);
  RowWriter row(*statement);
  const std::size_t dimension = cell.find(between_columns);
  std::string_view rest = cell.substr(dimension + 1);
  const std::string_view flags = rest.substr(rest.size() - 3);
  rest.remove_suffix(4);
  std::array<std::string_view, 3> words;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    const std::size_t at = rest.rfind(between_columns);
    *word = rest.substr(at + 1);
    rest = rest.substr(0, at);
  }
  row.text(cell.substr(0, dimension)).text(rest);
  for (const std::string_view word : words) row.text(word);
  for (const char flag : flags) row.integer(flag == '1' ? 1 : 0);
  if (by) row.integer(*by);
  row.run();
}

void StandingKeeper::replay() {
  const CachedStatement entries = connection_.prepared("SELECT last_record FROM journal_entry ORDER BY last_record");
  const CachedStatement records = connection_.prepared("SELECT key, kind FROM record ORDER BY key");
  bool more = records->step();
  while (entries->step()) {
    const std::int64_t last = entries->integer(0);
    for (; more && records->integer(0) <= last; more = records->step()) note(records->text(1), records->integer(0));
    end_entry(last);
  }
  flush();
}

bool standing_is_current(Connection& connection) {
  const CachedStatement statement =
      connection.prepared("SELECT 1 FROM derived WHERE name = 'standing' AND revision = ?1");
  statement->bind(1, StandingKeeper::revision);
  return statement->step();
}

void keep_standing_current(Connection& connection) {
  if (standing_is_current(connection)) return;
  Transaction transaction(connection);
  if (standing_is_current(connection)) return;  // somebody else was at it too
  connection.run("DELETE FROM standing; DELETE FROM standing_count;");
  StandingKeeper(connection).replay();
  const CachedStatement done = connection.prepared("INSERT OR REPLACE INTO derived VALUES ('standing', ?1)");
  done->bind(1, StandingKeeper::revision);
  done->run();
  transaction.commit();
}

}  // namespace avow::sqlite
