#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/claim.hpp"
#include "model/reading.hpp"
#include "store/sqlite/connection.hpp"

namespace avow::sqlite {

/// Keeps the derived tables of migration 0005 in step with the records: which reading and verdict of each claim stood
/// from which journal entry to which, and how many claims there are of each sort. It is told of each record of an entry
/// as it is written, and writes once the entry ends; so what is there holds between entries, not within one.
/// Used within the write transaction of its connection.
class StandingKeeper {
 public:
  /// Changes when the same records would give other rows.
  static constexpr std::int64_t revision = 1;

  /// Names of the two tables, for a second pair of them beside the store's own.
  explicit StandingKeeper(Connection& connection, const std::string& standing = "standing",
                          const std::string& counts = "standing_count");

  /// A claim and a reading of it that are being written: with these and nothing else, as at ingest, nothing is read
  /// back.
  void add(std::int64_t key, std::int64_t document, const Claim& claim);
  void add(std::int64_t key, std::int64_t claim, const Reading& reading);
  /// Any record, by its kind and key; one that decides nothing is passed over.
  void note(std::string_view kind, std::int64_t key);
  /// Forgets what was told since the last entry ended.
  void abandon_entry();
  void end_entry(std::int64_t last_record);
  /// Writes the counts that changed: before the transaction is committed.
  void flush();

  /// Makes both tables anew from all records; they must be empty.
  void replay();

 private:
  /// By what a claim is counted, beside what stands.
  struct Dimensions {
    std::string speaker, topic, year;
  };
  struct State {
    std::string day;
    std::int64_t reading = 0;  ///< 0: none
    std::int64_t assessment = 0;
    std::string kind, missing, verdict;
    bool provisional = false, proposed = false, copied = false;
    bool operator==(const State&) const = default;
  };
  struct Standing {
    State state;
    Dimensions dimensions;
    std::int64_t since = 0;
  };
  struct FreshReading {
    std::int64_t key;
    std::uint32_t revision;
    std::string plugin, topic, kind, missing;
  };
  struct Fresh {
    std::int64_t document;
    Dimensions dimensions;
    std::vector<FreshReading> readings;
  };

  void touch(std::string_view kind, std::int64_t key);
  void touch_claims(std::string_view sql, std::int64_t key);
  void touch_ranked(std::int64_t analyzer);
  void open_fresh(std::int64_t claim, Fresh& fresh);
  void look_again(std::int64_t claim);
  std::optional<Standing> worked_out(std::int64_t claim);
  std::optional<Standing> stored(std::int64_t claim);
  void open(std::int64_t claim, const Standing& standing);
  void close(std::int64_t claim, const Standing& standing);
  void count(const Standing& standing, std::int64_t by);
  void write_count(const std::string& sql, std::string_view cell, std::optional<std::int64_t> by);
  std::int64_t rank_of(const std::string& plugin);
  const std::string& published(std::int64_t document);

  Connection& connection_;
  std::string select_stored_, insert_, update_, upsert_count_, drop_count_;
  std::int64_t last_ = 0;  ///< last record of the entry that ends
  std::map<std::int64_t, Fresh> fresh_;
  std::vector<std::pair<std::string, std::int64_t>> noted_;
  std::set<std::int64_t> touched_;
  std::unordered_map<std::string, std::int64_t> ranks_;
  std::int64_t published_of_ = 0;
  std::string published_;
  std::string cell_;
  std::unordered_map<std::string, std::int64_t> counts_;  ///< changes not written yet, by the columns of the key
};

/// Makes the derived tables anew when they are not of this program's rule; takes the write lock for it.
void keep_standing_current(Connection& connection);
/// Whether the derived tables are of this program's rule.
bool standing_is_current(Connection& connection);

}  // namespace avow::sqlite
