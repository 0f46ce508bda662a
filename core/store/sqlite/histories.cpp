#include <optional>
#include <string>
#include <vector>

#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/visibility.hpp"

/// Everything that was recorded about one thing, retracted or not, oldest first.
namespace avow::sqlite {
namespace {

/// `keys` selects the column `key` of the records wanted; it may use :subject (an id), :last and :today.
template <typename Value>
std::vector<Recorded<Value>> recorded(Connection& connection, const std::string& keys, const Id& subject,
                                      const Clocks& clocks,
                                      std::optional<Value> (*load_one)(Connection&, std::int64_t)) {
  const Snapshot snapshot(connection);
  const CachedStatement statement = connection.prepared(
      "SELECT h.key, r.id, j.number, j.at, " + live("h.key") + " FROM (" + keys +
      ") AS h JOIN record AS r ON r.key = h.key JOIN journal_entry AS j "
      "ON j.last_record = (SELECT min(n.last_record) FROM journal_entry AS n WHERE n.last_record >= h.key) "
      "WHERE h.key <= :last ORDER BY h.key");
  bind_bounds(*statement, bounds_of(connection, clocks));
  statement->bind(":subject", subject);
  std::vector<Recorded<Value>> history;
  while (statement->step()) {
    RowReader row(*statement);
    Recorded<Value> record;
    const std::int64_t key = row.integer();
    record.id = row.id();
    record.value = load_one(connection, key).value();
    record.journal_number = row.integer();
    record.at = row.instant();
    record.live = row.flag();
    row.finish("journal_entry");
    history.push_back(std::move(record));
  }
  return history;
}

constexpr std::string_view subject_key = "(SELECT key FROM record WHERE id = :subject)";

std::string keys_where(const std::string& table, const std::string& column) {
  return "SELECT key FROM " + table + " WHERE " + column + " = " + std::string(subject_key);
}

}  // namespace

bool SqliteStore::knows(const Id& record, const Clocks& clocks) {
  const Snapshot snapshot(*reader_);
  const CachedStatement statement = reader_->prepared("SELECT 1 FROM record WHERE id = :subject AND key <= :last");
  bind_bounds(*statement, bounds_of(*reader_, clocks));
  statement->bind(":subject", record);
  return statement->step();
}

std::vector<Recorded<Claim>> SqliteStore::claims_of(const Id& document, const Clocks& clocks) {
  return recorded<Claim>(*reader_, keys_where("claim", "document"), document, clocks, load_claim);
}

std::vector<Recorded<Reading>> SqliteStore::readings_of(const Id& claim, const Clocks& clocks) {
  return recorded<Reading>(*reader_, keys_where("reading", "claim"), claim, clocks, load_reading);
}

std::vector<Recorded<Assessment>> SqliteStore::assessments_of(const Id& claim, const Clocks& clocks) {
  return recorded<Assessment>(
      *reader_,
      "SELECT a.key FROM reading AS x JOIN assessment AS a ON a.reading = x.key WHERE x.claim = " +
          std::string(subject_key) + " AND a.today <= :today",
      claim, clocks, load_assessment);
}

std::vector<Recorded<Link>> SqliteStore::links_of(const Id& claim, const Clocks& clocks) {
  return recorded<Link>(*reader_, keys_where("link", "from_claim") + " UNION " + keys_where("link", "to_claim"), claim,
                        clocks, load_link);
}

std::vector<Recorded<Retraction>> SqliteStore::retractions_of(const Id& record, const Clocks& clocks) {
  return recorded<Retraction>(*reader_, keys_where("retraction", "record"), record, clocks, load_retraction);
}

std::vector<Recorded<Analysis>> SqliteStore::analyses_of(const Id& subject, const Clocks& clocks) {
  return recorded<Analysis>(*reader_, keys_where("analysis", "subject"), subject, clocks, load_analysis);
}

std::vector<Recorded<Dispute>> SqliteStore::disputes_of(const Id& claim, const Clocks& clocks) {
  return recorded<Dispute>(*reader_, keys_where("dispute", "claim"), claim, clocks, load_dispute);
}

std::vector<Recorded<Answer>> SqliteStore::answers_of(const Id& dispute, const Clocks& clocks) {
  return recorded<Answer>(*reader_, keys_where("answer", "dispute"), dispute, clocks, load_answer);
}

}  // namespace avow::sqlite
