#include "store/sqlite/standing_log.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace avow::sqlite {
namespace {

// A part is written again for every commit that adds to it, so it is kept small; larger ones read no faster.
constexpr std::size_t most_bytes = 32'768;

/// Days, each as the offset from the one before.
class DayWriter {
 public:
  explicit DayWriter(PackedWriter& out) : out_(out) {}
  void write(std::int32_t day) {
    if (day == no_day) return out_.number(0);
    const std::int64_t offset = std::int64_t{day} - before_;
    out_.offset(offset >= 0 ? offset + 1 : offset);
    before_ = day;
  }

 private:
  PackedWriter& out_;
  std::int64_t before_ = 0;
};

// Beyond any day that a Date can have, so that sums of damaged numbers stay in range.
constexpr std::int64_t far = 100'000'000;

class DayReader {
 public:
  std::int32_t read(PackedReader& in) {
    const std::int64_t offset = std::clamp(in.offset(), -2 * far, 2 * far);
    if (offset == 0) return no_day;
    before_ = std::clamp(before_ + (offset > 0 ? offset - 1 : offset), -far, far);
    return static_cast<std::int32_t>(before_);
  }

 private:
  std::int64_t before_ = 0;
};

std::string entry_bytes(std::int64_t records, const std::vector<StandingChange>& changes, std::uint32_t logged) {
  PackedWriter out;
  DayWriter said(out), days(out);
  out.number(static_cast<std::uint64_t>(records));
  out.number(changes.size());
  std::uint32_t before = 0;
  for (const StandingChange& change : changes) {
    out.number(change.claim - before);
    before = change.claim;
    if (change.claim > logged) {
      out.number(change.speaker);
      said.write(change.said_latest);
      const bool has_first = change.said_earliest != no_day && change.said_latest != no_day;
      out.number(has_first ? static_cast<std::uint64_t>(change.said_latest - change.said_earliest) + 1 : 0);
    }
    out.number(change.sort);
    if (change.sort == 0) continue;
    out.number(change.topic);
    days.write(change.day);
  }
  return out.take();
}

/// Reads entries into columns.
class LogReader {
 public:
  LogReader(StandingColumns& columns, std::int64_t last_record) : columns_(columns), last_record_(last_record) {}

  /// False when an entry after the wanted one was met.
  bool read_part(std::string_view bytes) {
    PackedReader in(bytes);
    std::int64_t record = 0;
    while (!in.done()) {
      const std::uint64_t records = in.number();
      require(in.sound() && records <= static_cast<std::uint64_t>(INT64_MAX - record));
      record += static_cast<std::int64_t>(records);
      if (record > last_record_) return false;
      read_entry(in);
      require(in.sound());
    }
    return true;
  }

 private:
  static void require(bool holds) {
    if (!holds)
      throw Error(ErrorCode::integrity, "the log of what stood when cannot be read",
                  "run `avow verify`; a backup or an export keeps the records");
  }

  void read_entry(PackedReader& in) {
    DayReader said, days;
    std::uint64_t claim = 0;
    for (std::uint64_t left = in.number(); left > 0 && in.sound(); --left) {
      claim += in.number();
      if (claim == columns_.states.size() + 1) add_claim(in, said);
      require(claim > 0 && claim <= columns_.states.size());
      StandingColumns::State& state = columns_.states[claim - 1];
      state.sort = static_cast<std::uint32_t>(in.number());
      if (state.sort == 0) continue;
      state.topic = static_cast<std::uint32_t>(in.number());
      state.day = days.read(in);
    }
  }

  void add_claim(PackedReader& in, DayReader& days) {
    StandingColumns::Said said{static_cast<std::uint32_t>(in.number()), no_day, days.read(in)};
    const std::uint64_t length = in.number();
    require(length <= static_cast<std::uint64_t>(2 * far) && (length == 0 || said.latest != no_day));
    if (length > 0) said.earliest = said.latest - static_cast<std::int32_t>(length - 1);
    columns_.said.push_back(said);
    columns_.states.push_back({0, 0, no_day});
  }

  StandingColumns& columns_;
  std::int64_t last_record_;
};

}  // namespace

StandingLog::StandingLog(Connection& connection, const std::string& prefix)
    : connection_(connection),
      select_("SELECT part, last_record, claims, changes FROM " + prefix + "standing_log ORDER BY part DESC LIMIT 1"),
      replace_("INSERT OR REPLACE INTO " + prefix + "standing_log VALUES (?1, ?2, ?3, ?4)") {}

void StandingLog::load() {
  if (loaded_) return;
  loaded_ = true;
  const CachedStatement statement = connection_.prepared(select_);
  const bool any = statement->step();
  part_ = any ? statement->integer(0) : 1;
  last_record_ = any ? statement->integer(1) : 0;
  claims_ = logged_ = any ? static_cast<std::uint32_t>(statement->integer(2)) : 0;
  bytes_ = any ? std::string(statement->blob(3)) : std::string();
}

std::uint32_t StandingLog::next_claim() {
  load();
  return ++claims_;
}

void StandingLog::append(std::int64_t last_record, const std::vector<StandingChange>& changes) {
  if (changes.empty()) return;
  load();
  std::string entry = entry_bytes(last_record - (bytes_.empty() ? 0 : last_record_), changes, logged_);
  if (!bytes_.empty() && bytes_.size() + entry.size() > most_bytes) {
    if (changed_) write_part();
    ++part_;
    bytes_.clear();
    entry = entry_bytes(last_record, changes, logged_);
  }
  bytes_ += entry;
  last_record_ = last_record;
  logged_ = claims_;
  changed_ = true;
}

void StandingLog::write_part() {
  const CachedStatement statement = connection_.prepared(replace_);
  statement->bind(1, part_);
  statement->bind(2, last_record_);
  statement->bind(3, std::int64_t{logged_});
  statement->bind_blob(4, bytes_);
  statement->run();
  changed_ = false;
}

void StandingLog::flush() {
  if (changed_) write_part();
  loaded_ = false;
}

StandingColumns standing_columns(Connection& connection, std::int64_t last_record) {
  StandingColumns columns;
  const CachedStatement size = connection.prepared("SELECT claims FROM standing_log ORDER BY part DESC LIMIT 1");
  if (size->step()) {
    // No more than the bytes can hold: a damaged number must not ask for memory.
    const auto claims = std::min(size->integer(0), connection.number("SELECT sum(length(changes)) FROM standing_log"));
    columns.said.reserve(static_cast<std::size_t>(std::max<std::int64_t>(claims, 0)));
    columns.states.reserve(columns.said.capacity());
  }
  LogReader reader(columns, last_record);
  const CachedStatement parts = connection.prepared("SELECT changes FROM standing_log ORDER BY part");
  while (parts->step())
    if (!reader.read_part(parts->blob(0))) break;
  return columns;
}

}  // namespace avow::sqlite
