#include "store/sqlite/check_marks.hpp"

#include <algorithm>

#include "store/sqlite/row_reader.hpp"
#include "store/sqlite/row_writer.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/writer.hpp"

namespace avow::sqlite {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Id content_of(std::int64_t claim, std::int64_t reading, const CheckMark& mark) {
  Canonical content("checked");
  content.field("claim", claim)
      .field("reading", reading)
      .field("checkers", mark.checkers)
      .field("today", to_string(mark.today))
      .field("last", mark.last)
      .field("indicators", joined(mark.indicators))
      .flag("passages", mark.passages)
      .flag("members", mark.members);
  return content.id();
}

/// The row's columns from `claim` on; false when the content does not fit.
bool read_fitting(RowReader& row, CheckMark& mark) {
  const std::int64_t claim = row.integer();
  const std::int64_t reading = row.integer();
  mark.checkers = row.text();
  mark.today = row.day();
  mark.last = row.integer();
  mark.indicators = split(row.view());
  mark.passages = row.flag();
  mark.members = row.flag();
  const Id content = row.id();
  return row.sound() && content == content_of(claim, reading, mark);
}

constexpr std::string_view insert_mark = "INSERT OR REPLACE INTO checked VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr std::string_view columns =
    "k.claim, k.reading, k.checkers, k.today, k.last, k.indicators, k.passages, k.members, k.content";

/// Records of these tables that came since; ":since" and ":today" are days.
std::string_view news_sql(News news) {
  switch (news) {
    case News::figures:
      return "SELECT EXISTS (SELECT 1 FROM series AS s CROSS JOIN observation AS o ON o.series = s.key WHERE "
             "s.indicator = :indicator AND (o.key > :last OR (o.published > :since AND o.published <= :today) OR "
             "(o.period_earliest > :since AND o.period_earliest <= :today)))";
    case News::documents:
      return "SELECT EXISTS (SELECT 1 FROM document WHERE key > :last) OR EXISTS (SELECT 1 FROM document WHERE "
             "published_latest > :since AND published_earliest <= :today AND published_earliest > :since)";
    case News::vocabulary:
      return "SELECT EXISTS (SELECT 1 FROM entity WHERE key > :last) OR EXISTS (SELECT 1 FROM indicator WHERE key > "
             ":last)";
    case News::retractions:
      break;
  }
  return "SELECT EXISTS (SELECT 1 FROM retraction WHERE key > :last)";
}

std::optional<CheckMark> load_mark(Connection& connection, const Id& claim) {
  static const std::string sql =
      "SELECT " + std::string(mark_columns) + " FROM record AS rc " + std::string(join_mark) + " WHERE rc.id = ?1";
  const CachedStatement statement = connection.prepared(sql);
  statement->bind(1, claim);
  if (!statement->step()) return std::nullopt;
  RowReader row(*statement);
  return read_mark(row);
}

void write_mark(Statement& insert, std::int64_t claim, std::int64_t reading, const CheckMark& mark) {
  RowWriter(insert)
      .integer(claim)
      .integer(reading)
      .text(mark.checkers)
      .day(mark.today)
      .integer(mark.last)
      .owned(joined(mark.indicators))
      .integer(mark.passages ? 1 : 0)
      .integer(mark.members ? 1 : 0)
      .id(content_of(claim, reading, mark))
      .run();
}

bool came(Connection& connection, News news, const NewsWindow& window, std::string_view indicator) {
  const CachedStatement statement = connection.prepared(news_sql(news));
  const std::string since = to_string(window.since);
  const std::string today = to_string(window.today);
  statement->bind(":last", window.last);
  if (news == News::figures || news == News::documents) {
    statement->bind(":since", std::string_view(since));
    statement->bind(":today", std::string_view(today));
  }
  if (news == News::figures) statement->bind(":indicator", indicator);
  return statement->step() && statement->integer(0) != 0;
}

}  // namespace

constexpr std::string_view mark_columns =
    "k.claim, k.reading, k.checkers, k.today, k.last, k.indicators, k.passages, k.members, k.content, kr.id";
constexpr std::string_view join_mark =
    "LEFT JOIN checked AS k ON k.claim = rc.key LEFT JOIN record AS kr ON kr.key = k.reading";

std::optional<CheckMark> read_mark(RowReader& row) {
  CheckMark mark;
  if (row.is_null() || !read_fitting(row, mark)) return std::nullopt;
  mark.reading = row.id();
  return row.sound() ? std::optional(std::move(mark)) : std::nullopt;
}

void find_bad_marks(Connection& connection, const std::function<void(std::string where, std::string reason)>& report) {
  const CachedStatement all = connection.prepared(
      "SELECT " + std::string(columns) +
      ", EXISTS (SELECT 1 FROM claim AS c WHERE c.key = k.claim) AND EXISTS (SELECT 1 FROM reading AS r WHERE r.key = "
      "k.reading AND r.claim = k.claim) FROM checked AS k ORDER BY k.claim");
  while (all->step()) {
    RowReader row(*all);
    CheckMark mark;
    const bool fits = read_fitting(row, mark);
    if (!fits || row.integer() == 0)
      report("checked row " + std::to_string(all->integer(0)),
             "it does not fit its digest, or names no reading of the claim; `avow check --all` makes it anew");
  }
}

void Writer::mark(const Id& claim, const CheckMark& mark) {
  const std::int64_t claim_key = key_of(claim, "claim");
  this->mark(claim_key, key_of(mark.reading, "reading"), mark);
}

void Writer::mark(std::int64_t claim, std::int64_t reading, const CheckMark& mark) {
  write_mark(statement(insert_mark), claim, reading, mark);
}

std::optional<CheckMark> SqliteStore::check_mark(const Id& claim) {
  return load_mark(*reader_, claim);
}

bool SqliteStore::has_news(News news, const NewsWindow& window, std::string_view indicator) {
  return came(*reader_, news, window, indicator);
}

std::int64_t SqliteStore::newest_record() {
  return reader_->number("SELECT max(key) FROM record");
}

}  // namespace avow::sqlite
