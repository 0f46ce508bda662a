#include "store/sqlite/standing_keeper.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "store/sqlite/row_reader.hpp"

namespace avow::sqlite {
namespace {

struct Touch {
  std::string_view kind;
  std::string_view sql;  ///< the claims to look at again
};

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

std::int64_t year_of(std::int32_t day) {
  if (day == no_day) return -1;
  return static_cast<int>(std::chrono::year_month_day(day_from_number(day)).year());
}

std::int64_t value_of(std::uint32_t name) {
  return name == 0 ? -1 : std::int64_t{name};
}

}  // namespace

StandingKeeper::StandingKeeper(Connection& connection, const std::string& prefix)
    : connection_(connection),
      rows_(connection, prefix + "standing"),
      words_(connection, prefix),
      log_(connection, prefix),
      counts_(connection, prefix + "standing_count") {}

void StandingKeeper::add(std::int64_t key, std::int64_t document, const Claim& claim) {
  if (was_retracted(document)) return note("claim", key);
  fresh_[key] = {document, standing_claim(claim), {}};
}

void StandingKeeper::add(std::int64_t key, std::int64_t claim, const Reading& reading) {
  const auto fresh = fresh_.find(claim);
  if (fresh == fresh_.end() || reading.maker.is_person()) return note("reading", key);
  fresh->second.readings.push_back(
      {key, reading.maker.revision, reading.maker.plugin, reading.topic, std::string(kinds.name(reading.kind)),
       std::string(strengths.name(reading.strength)), missing_words(reading.target, reading.kind)});
}

void StandingKeeper::add(std::int64_t key, std::int64_t reading, const Assessment& assessment) {
  const Maker& maker = assessment.maker;
  judged_.push_back({key, reading, std::string(verdicts.name(assessment.verdict)), assessment.provisional,
                     assessment.proposed, maker.is_person(), day_number(assessment.today),
                     maker.at == Instant{} ? std::string() : maker.at.text(), std::int64_t{maker.revision}});
}

void StandingKeeper::note(std::string_view kind, std::int64_t key) {
  if (decides(kind)) noted_.emplace_back(kind, key);
}

void StandingKeeper::abandon_entry() {
  fresh_.clear();
  judged_.clear();
  noted_.clear();
  ranks_.clear();
}

/// Claims in the order of their keys, whichever way they were met, so that the same records always give the same log.
void StandingKeeper::end_entry(std::int64_t last_record) {
  last_ = last_record;
  for (const auto& [kind, key] : noted_) touch(kind, key);
  touch_judged();
  auto again = again_.begin();
  for (auto& [claim, fresh] : fresh_) {
    for (; again != again_.end() && again->first < claim; ++again) look_again(again->first, again->second);
    if (again == again_.end() || again->first != claim) change(claim, std::nullopt, row_of(fresh));
  }
  for (; again != again_.end(); ++again) look_again(again->first, again->second);
  std::sort(changes_.begin(), changes_.end(),
            [](const StandingChange& a, const StandingChange& b) { return a.claim < b.claim; });
  log_.append(last_, changes_);
  noted_.clear();
  fresh_.clear();
  judged_.clear();
  again_.clear();
  changes_.clear();
}

void StandingKeeper::touch(std::string_view kind, std::int64_t key) {
  if (kind == "analyzer") return touch_ranked(key);
  for (const Touch& row : touches)
    if (row.kind == kind) return touch_claims(row.sql, key);
  if (kind != "retraction") return;
  const CachedStatement subject = connection_.prepared(
      "SELECT r.kind, r.key FROM retraction AS t JOIN record AS r ON r.key = t.record WHERE t.key = ?1 AND r.key < "
      "t.key");  // what takes itself back is no record of ours, and would have no end
  subject->bind(1, key);
  if (subject->step()) touch(std::string(subject->text(0)), subject->integer(1));
}

void StandingKeeper::touch_claims(std::string_view sql, std::int64_t key) {
  const CachedStatement claims = connection_.prepared(sql);
  claims->bind(":key", key);
  claims->bind(":last", last_);
  while (claims->step()) again_[claims->integer(0)] = nullptr;
}

/// Another rank changes what stands only where somebody else has read the claim too.
void StandingKeeper::touch_ranked(std::int64_t analyzer) {
  ranks_.clear();
  touch_claims(
      "SELECT DISTINCT x.claim FROM analyzer AS z JOIN maker AS m ON m.plugin = z.plugin JOIN reading AS x ON x.maker "
      "= m.key WHERE z.key = :key AND x.key <= :last AND EXISTS (SELECT 1 FROM reading AS y JOIN maker AS n ON n.key = "
      "y.maker WHERE y.claim = x.claim AND n.plugin <> z.plugin AND y.key <= :last)",
      analyzer);
}

/// A claim of which one assessment is new and nothing else need not be worked out from its records.
void StandingKeeper::touch_judged() {
  const CachedStatement claim_of = connection_.prepared("SELECT claim FROM reading WHERE key = ?1");
  for (const Judged& judged : judged_) {
    claim_of->bind(1, judged.reading);
    if (!claim_of->step()) continue;
    const std::int64_t claim = claim_of->integer(0);
    claim_of->reset();
    const auto [known, is_new] = again_.try_emplace(claim, &judged);
    if (!is_new || fresh_.contains(claim)) known->second = nullptr;
  }
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

std::int32_t StandingKeeper::published(std::int64_t document) {
  if (published_of_ == document) return published_;
  const CachedStatement day =
      connection_.prepared("SELECT coalesce(published_earliest, '') FROM document WHERE key = ?1");
  day->bind(1, document);
  const auto known = day->step() ? parse_day(day->text(0)) : std::nullopt;
  published_ = known ? day_number(*known) : no_day;
  published_of_ = document;
  return published_;
}

/// Of a claim that is as new as its readings; none was retracted, and nobody has judged it.
StandingRow StandingKeeper::row_of(Fresh& fresh) {
  StandingRow row;
  const FreshReading* best = nullptr;
  const auto place = [this](const FreshReading& reading) {
    return std::tuple(rank_of(reading.plugin), reading.revision, reading.key);
  };
  for (const FreshReading& reading : fresh.readings)
    if (best == nullptr || place(*best) < place(reading)) best = &reading;
  row.state.day = published(fresh.document);
  row.claim = std::move(fresh.claim);
  if (best == nullptr) return row;
  row.state.reading = best->key;
  row.state.topic = best->topic;
  row.state.sort.kind = best->kind;
  row.state.sort.strength = best->strength;
  row.state.sort.missing = best->missing;
  return row;
}

void StandingKeeper::look_again(std::int64_t claim, const Judged* judged) {
  const auto before = rows_.newest(claim);
  std::optional<StandingRow> now;
  if (judged != nullptr && before && before->lasts) now = judged_row(*before, *judged);
  change(claim, before, now ? std::move(now) : rows_.worked_out(claim, last_));
}

/// Ever, whatever became of the retraction.
bool StandingKeeper::was_retracted(std::int64_t record) {
  const CachedStatement retracted = connection_.prepared("SELECT 1 FROM retraction WHERE record = ?1");
  retracted->bind(1, record);
  return retracted->step();
}

/// What stands once the assessment is there too; nullopt when that takes a look at all records.
std::optional<StandingRow> StandingKeeper::judged_row(const StandingRow& before, const Judged& judged) {
  if (was_retracted(judged.reading)) return std::nullopt;
  if (before.state.assessment != 0 && !precedes(judged, before.state.assessment)) return before;
  if (judged.day < before.state.day) return std::nullopt;
  StandingRow now = before;
  now.state.day = judged.day;
  now.state.assessment = judged.key;
  now.state.sort.verdict = judged.verdict;
  now.state.sort.provisional = judged.provisional;
  now.state.sort.proposed = judged.proposed;
  return now;
}

/// Whether it stands before one that was there, by the order of the view standing_verdict.
bool StandingKeeper::precedes(const Judged& judged, std::int64_t standing) {
  const CachedStatement statement = connection_.prepared(
      "SELECT m.person <> '', a.today, m.at, m.revision FROM assessment AS a JOIN maker AS m ON m.key = a.maker WHERE "
      "a.key = ?1");
  statement->bind(1, standing);
  if (!statement->step()) return true;
  RowReader row(*statement);
  const bool by_person = row.flag();
  const std::int32_t day = day_number(row.day());
  const std::string at = row.text();
  return std::tuple(by_person, day, std::string_view(at), row.integer()) <=
         std::tuple(judged.by_person, judged.day, std::string_view(judged.at), judged.revision);
}

void StandingKeeper::change(std::int64_t claim, const std::optional<StandingRow>& before,
                            std::optional<StandingRow> now) {
  const bool lasted = before && before->lasts;
  if (lasted ? now && before->state == now->state : !now) return;
  if (lasted) {
    rows_.close(claim, last_, *before);
    count(*before, numbers(*before), -1);
  }
  StandingChange& changed = changes_.emplace_back();
  changed.claim = before ? before->number : log_.next_claim();
  if (!now) return;
  rows_.open(claim, last_, changed.claim, now->state);
  const Numbers numbered = numbers(*now);
  count(*now, numbered, 1);
  changed.speaker = numbered.speaker;
  changed.said_earliest = now->claim.said_earliest;
  changed.said_latest = now->claim.said_latest;
  changed.sort = numbered.sort;
  changed.topic = numbered.topic;
  changed.day = now->state.day;
}

StandingKeeper::Numbers StandingKeeper::numbers(const StandingRow& row) {
  return {words_.number(row.claim.speaker, row.claim.name), words_.number(row.state.topic, {}),
          words_.number(row.state.sort)};
}

void StandingKeeper::count(const StandingRow& row, const Numbers& numbers, std::int64_t by) {
  counts_.add("", -1, numbers.sort, by);
  counts_.add("speaker", value_of(numbers.speaker), numbers.sort, by);
  counts_.add("topic", value_of(numbers.topic), numbers.sort, by);
  counts_.add("year", year_of(row.claim.said_latest), numbers.sort, by);
  counts_.add(day_dimension, row.state.day, 0, by);
}

void StandingKeeper::flush() {
  log_.flush();
  counts_.flush();
  words_.forget();
  ranks_.clear();
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
  for (const auto& [table, row] : StandingKeeper::tables) connection.run(std::string("DELETE FROM ") + table);
  StandingKeeper(connection).replay();
  const CachedStatement done = connection.prepared("INSERT OR REPLACE INTO derived VALUES ('standing', ?1)");
  done->bind(1, StandingKeeper::revision);
  done->run();
  transaction.commit();
}

}  // namespace avow::sqlite
