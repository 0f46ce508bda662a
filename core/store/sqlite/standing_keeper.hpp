#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/assessment.hpp"
#include "model/claim.hpp"
#include "model/reading.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/standing_counts.hpp"
#include "store/sqlite/standing_log.hpp"
#include "store/sqlite/standing_rows.hpp"
#include "store/sqlite/standing_words.hpp"

namespace avow::sqlite {

/// Keeps what is derived of what stood when in step with the records: the rows, the log and the counts of which reading
/// and verdict of each claim stood from which journal entry to which. It is told of each record of an entry as it is
/// written, and writes once the entry ends; so what is there holds between entries, not within one.
/// Used within the write transaction of its connection.
class StandingKeeper {
 public:
  /// Changes when the same records would give other rows.
  static constexpr std::int64_t revision = 2;
  /// The tables, and what names a row of each.
  static constexpr std::pair<const char*, const char*> tables[] = {
      {"standing", "'claim row ' || claim"},
      {"standing_name", "number || ' ' || code || name"},
      {"standing_sort", "number || ' ' || kind || ' ' || verdict"},
      {"standing_log", "'part ' || part"},
      {"standing_count", "dimension || ' ' || value"}};

  /// `prefix` stands before the tables' names, for a second set of them beside the store's own.
  explicit StandingKeeper(Connection& connection, const std::string& prefix = {});

  /// What is being written, by its key, with the key of what it is of. Nothing is read back of a claim that is written
  /// with its readings, as at ingest, and little of a claim that is judged.
  void add(std::int64_t key, std::int64_t document, const Claim& claim);
  void add(std::int64_t key, std::int64_t claim, const Reading& reading);
  void add(std::int64_t key, std::int64_t reading, const Assessment& assessment);
  /// Any record, by its kind and key; one that decides nothing is passed over.
  void note(std::string_view kind, std::int64_t key);
  /// Forgets what was told since the last entry ended.
  void abandon_entry();
  void end_entry(std::int64_t last_record);
  /// Writes what is gathered over entries: before the transaction is committed.
  void flush();

  /// Makes all tables anew from all records; they must be empty.
  void replay();

 private:
  struct FreshReading {
    std::int64_t key;
    std::uint32_t revision;
    std::string plugin, topic, kind, strength, missing;
  };
  struct Fresh {
    std::int64_t document;
    StandingClaim claim;
    std::vector<FreshReading> readings;
  };
  /// An assessment that is new, with what its precedence goes by.
  struct Judged {
    std::int64_t key, reading;
    std::string verdict;
    bool provisional, proposed, by_person;
    std::int32_t day;
    std::string at;
    std::int64_t revision;
  };
  struct Numbers {
    std::uint32_t speaker, topic, sort;
  };

  void touch(std::string_view kind, std::int64_t key);
  void touch_claims(std::string_view sql, std::int64_t key);
  void touch_ranked(std::int64_t analyzer);
  void touch_judged();
  StandingRow row_of(Fresh& fresh);
  void look_again(std::int64_t claim, const Judged* judged);
  std::optional<StandingRow> judged_row(const StandingRow& before, const Judged& judged);
  bool precedes(const Judged& judged, std::int64_t standing);
  bool was_retracted(std::int64_t record);
  void change(std::int64_t claim, const std::optional<StandingRow>& before, std::optional<StandingRow> now);
  Numbers numbers(const StandingRow& row);
  void count(const StandingRow& row, const Numbers& numbers, std::int64_t by);
  std::int64_t rank_of(const std::string& plugin);
  std::int32_t published(std::int64_t document);

  Connection& connection_;
  StandingRows rows_;
  StandingWords words_;
  StandingLog log_;
  StandingCounts counts_;
  std::int64_t last_ = 0;  ///< last record of the entry that ends
  std::map<std::int64_t, Fresh> fresh_;
  std::vector<Judged> judged_;
  std::vector<std::pair<std::string, std::int64_t>> noted_;
  std::map<std::int64_t, const Judged*> again_;  ///< claims to look at, with what alone is new, if it is an assessment
  std::vector<StandingChange> changes_;
  std::unordered_map<std::string, std::int64_t> ranks_;
  std::int64_t published_of_ = 0;
  std::int32_t published_ = no_day;
};

/// Makes what is derived anew when it is not of this program's rule; takes the write lock for it.
void keep_standing_current(Connection& connection);
/// Whether what is derived is of this program's rule.
bool standing_is_current(Connection& connection);

}  // namespace avow::sqlite
