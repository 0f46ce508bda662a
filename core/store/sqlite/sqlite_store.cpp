#include "store/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/visibility.hpp"
#include "store/sqlite/writer.hpp"

namespace avow::sqlite {
namespace {

std::string day_or_end(const std::optional<Day>& day) {
  return day ? to_string(*day) : "9999-12-31";
}

/// The bytes that a prefix of hex digits begins with, filled up with one digit.
Id filled(std::string_view prefix, char filler) {
  std::string digits(prefix);
  digits.resize(32, filler);
  return Id::parse(digits).value();
}

void require_prefix(std::string_view prefix) {
  const bool hex = std::all_of(prefix.begin(), prefix.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
  if (!hex || prefix.size() < 4 || prefix.size() > 32)
    throw Error(ErrorCode::usage, "'" + std::string(prefix) + "' is no id", "give 4 to 32 hex digits of one");
}

[[noreturn]] void fail_ambiguous(std::string_view prefix, const std::vector<std::pair<RecordKind, Id>>& found) {
  std::string candidates;
  for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i)
    candidates += (i == 0 ? "" : ", ") + std::string(record_kinds.name(found[i].first)) + " " + found[i].second.hex();
  if (found.size() > 5) candidates += ", and more";
  throw Error(ErrorCode::ambiguous, "'" + std::string(prefix) + "' names several records: " + candidates,
              "give more of its digits");
}

}  // namespace

Bounds bounds_of(Connection& connection, const Clocks& clocks) {
  // One less than the end of what lasts (standing.until).
  Bounds bounds{std::numeric_limits<std::int64_t>::max() - 1, day_or_end(clocks.today)};
  if (clocks.as_of) {
    const CachedStatement statement = connection.prepared(
        "SELECT last_record FROM journal_entry WHERE at <= ?1 ORDER BY at DESC, number DESC LIMIT 1");
    const std::string at = clocks.as_of->text();
    statement->bind(1, std::string_view(at));
    bounds.last_record = statement->step() ? statement->integer(0) : 0;
  }
  if (clocks.as_of_entry) {
    const CachedStatement statement =
        connection.prepared("SELECT last_record FROM journal_entry WHERE number <= ?1 ORDER BY number DESC LIMIT 1");
    statement->bind(1, *clocks.as_of_entry);
    bounds.last_record = std::min(bounds.last_record, statement->step() ? statement->integer(0) : 0);
  }
  if (clocks.before) {
    const CachedStatement statement = connection.prepared("SELECT key - 1 FROM record WHERE id = ?1");
    statement->bind(1, *clocks.before);
    bounds.last_record = std::min(bounds.last_record, statement->step() ? statement->integer(0) : 0);
  }
  return bounds;
}

void bind_bounds(Statement& statement, const Bounds& bounds) {
  statement.bind(":last", bounds.last_record);
  statement.bind(":today", std::string_view(bounds.today));
}

SqliteStore::SqliteStore(std::filesystem::path file, OpenOptions options)
    : file_(std::move(file)),
      options_(std::move(options)),
      reader_(std::make_unique<Connection>(file_, Access::read, options_.wait)) {}

std::unique_ptr<StoreWriter> SqliteStore::begin() {
  if (options_.mode == OpenMode::read_only)
    throw Error(ErrorCode::store_read_only, file_.string() + " was opened for reading only", "open it for writing");
  if (!writer_) writer_ = std::make_unique<Connection>(file_, Access::write, options_.wait);
  return std::make_unique<Writer>(*writer_, options_.clock);
}

std::optional<std::int64_t> SqliteStore::key_of(const Id& id, RecordKind kind) {
  const CachedStatement statement = reader_->prepared("SELECT key FROM record WHERE id = ?1 AND kind = ?2");
  statement->bind(1, id);
  statement->bind(2, record_kinds.name(kind));
  return statement->step() ? std::optional(statement->integer(0)) : std::nullopt;
}

std::optional<Document> SqliteStore::document(const Id& id) {
  const auto key = key_of(id, RecordKind::document);
  return key ? load_document(*reader_, *key) : std::nullopt;
}

std::optional<std::string> SqliteStore::raw_bytes(const Digest& digest) {
  return load_raw(*reader_, digest);
}

std::optional<Claim> SqliteStore::claim(const Id& id) {
  const auto key = key_of(id, RecordKind::claim);
  return key ? load_claim(*reader_, *key) : std::nullopt;
}

std::optional<Reading> SqliteStore::reading(const Id& id) {
  const auto key = key_of(id, RecordKind::reading);
  return key ? load_reading(*reader_, *key) : std::nullopt;
}

std::optional<Series> SqliteStore::series(const Id& id) {
  const auto key = key_of(id, RecordKind::series);
  return key ? load_series(*reader_, *key) : std::nullopt;
}

std::optional<Observation> SqliteStore::observation(const Id& id) {
  const auto key = key_of(id, RecordKind::observation);
  return key ? load_observation(*reader_, *key) : std::nullopt;
}

std::optional<Assessment> SqliteStore::assessment(const Id& id) {
  const auto key = key_of(id, RecordKind::assessment);
  return key ? load_assessment(*reader_, *key) : std::nullopt;
}

std::optional<Dispute> SqliteStore::dispute(const Id& id) {
  const auto key = key_of(id, RecordKind::dispute);
  return key ? load_dispute(*reader_, *key) : std::nullopt;
}

std::optional<Answer> SqliteStore::answer(const Id& id) {
  const auto key = key_of(id, RecordKind::answer);
  return key ? load_answer(*reader_, *key) : std::nullopt;
}

std::pair<RecordKind, Id> SqliteStore::resolve(std::string_view prefix) {
  require_prefix(prefix);
  const Id first = filled(prefix, '0');
  const Id last = filled(prefix, 'f');
  const CachedStatement statement = reader_->prepared(
      "SELECT kind, id FROM record WHERE id BETWEEN ?1 AND ?2 AND kind <> 'analyzer' ORDER BY id LIMIT 6");
  statement->bind(1, first);
  statement->bind(2, last);
  std::vector<std::pair<RecordKind, Id>> found;
  while (statement->step()) {
    RowReader row(*statement);
    const RecordKind kind = row.word(record_kinds);
    found.emplace_back(kind, row.id());
    row.finish("record");
  }
  if (found.empty())
    throw Error(ErrorCode::not_found, "no record's id begins with '" + std::string(prefix) + "'",
                "look at 'avow claims'");
  if (found.size() > 1) fail_ambiguous(prefix, found);
  return found.front();
}

void SqliteStore::claims(const ClaimFilter& filter, const std::function<bool(const ClaimRow&)>& visit) {
  visit_claims(*reader_, filter, visit);
}

std::vector<PassageRow> SqliteStore::passages(const PassageFilter& filter) {
  return find_passages(*reader_, filter);
}

void SqliteStore::journal(const Clocks& clocks, const std::function<bool(const JournalEntry&)>& visit) {
  const Snapshot snapshot(*reader_);
  const CachedStatement statement =
      reader_->prepared("SELECT number FROM journal_entry WHERE last_record <= :last ORDER BY number");
  bind_bounds(*statement, bounds_of(*reader_, clocks));
  while (statement->step())
    if (!visit(load_journal_entry(*reader_, statement->integer(0)).value())) return;
}

Counts SqliteStore::counts() {
  static constexpr std::array<std::pair<std::string_view, std::uint64_t Counts::*>, 10> fields{
      {{"document", &Counts::documents},
       {"entity", &Counts::entities},
       {"indicator", &Counts::indicators},
       {"claim", &Counts::claims},
       {"reading", &Counts::readings},
       {"observation", &Counts::observations},
       {"assessment", &Counts::assessments},
       {"link", &Counts::links},
       {"retraction", &Counts::retractions},
       {"dispute", &Counts::disputes}}};
  const Snapshot snapshot(*reader_);
  Counts counts;
  const CachedStatement statement = reader_->prepared("SELECT kind, count(*) FROM record GROUP BY kind");
  while (statement->step())
    for (const auto& [kind, field] : fields)
      if (statement->text(0) == kind) counts.*field = static_cast<std::uint64_t>(statement->integer(1));
  counts.journal_entries = static_cast<std::uint64_t>(reader_->number("SELECT count(*) FROM journal_entry"));
  return counts;
}

namespace {

/// Takes the kind and the key.
std::optional<AnyRecord> load_next(Connection& connection, RowReader& row) {
  const std::string kind = row.text();
  const std::int64_t key = row.integer();
  if (kind == analyzer_kind) return load_rank(connection, key);
  const auto known = record_kinds.parse(kind);
  return known ? load(connection, *known, key) : std::nullopt;
}

}  // namespace

void SqliteStore::each_record(const std::function<void(const AnyRecord&, std::int64_t)>& visit) {
  const Snapshot snapshot(*reader_);
  const CachedStatement statement = reader_->prepared(
      "SELECT r.kind, r.key, (SELECT number FROM journal_entry WHERE last_record >= r.key ORDER BY last_record LIMIT "
      "1) "
      "FROM record AS r ORDER BY r.key");
  while (statement->step()) {
    RowReader row(*statement);
    std::optional<AnyRecord> record = load_next(*reader_, row);
    row.expect(record.has_value());
    row.finish("record");
    if (auto* document = std::get_if<StoredDocument>(&*record))
      document->raw = load_raw(*reader_, document->document.raw).value();
    visit(*record, row.integer());
  }
}

VerifyResult SqliteStore::verify(std::size_t limit, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  return verify_store(*reader_, limit, progress);
}

void SqliteStore::backup(const std::string& path) {
  backup_store(*reader_, path);
}

SqlResult SqliteStore::sql(std::string_view statement, const SqlLimits& limits) {
  Connection connection(file_, Access::read, options_.wait);  // its own: the guards stay off the connection of others
  return run_user_sql(connection, statement, limits);
}

}  // namespace avow::sqlite
