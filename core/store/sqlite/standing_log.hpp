#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/packed_numbers.hpp"
#include "store/sqlite/standing_rows.hpp"
#include "store/sqlite/standing_words.hpp"

/// What stood when, as a log that can be gone through fast: every change of the table `standing`, entry by entry of the
/// journal, in the table `standing_log`. Its parts hold entries one after the other:
///
///     entry:    last record less that of the entry before in the part; number of changes; changes
///     change:   number of the claim less that of the change before; if it is a new one: claim; sort, topic, day
///     claim:    speaker; last day said; days from the first day said to the last plus 1, 0 when it has no first
///
/// all packed numbers (PackedWriter). Within an entry changes go by the numbers of their claims. A new claim has the
/// next number that was not given out. A day is 0 when nobody knows it, else the offset from the one written before in
/// the same place (of the entry, at first 0), with 1 added beyond 0 so that it never is 0. Speakers, topics and sorts
/// are numbers of StandingWords; a change to sort 0 has neither topic nor day.
namespace avow::sqlite {

struct StandingChange {
  std::uint32_t claim = 0;  ///< its number
  /// Of a claim that is new; speaker is a number of StandingWords.
  std::uint32_t speaker = 0;
  std::int32_t said_earliest = no_day, said_latest = no_day;
  /// Numbers of StandingWords; sort 0: it stands no longer.
  std::uint32_t sort = 0, topic = 0;
  std::int32_t day = no_day;
};

/// Writes the log, or one like it. On the connection's transaction.
class StandingLog {
 public:
  StandingLog(Connection& connection, const std::string& prefix);

  /// A number for a claim that never stood before.
  std::uint32_t next_claim();
  /// Changes by the numbers of their claims; those of new claims last.
  void append(std::int64_t last_record, const std::vector<StandingChange>& changes);
  /// Writes what was appended, and forgets the end of the log, to which others may append.
  void flush();

 private:
  void load();
  void write_part();

  Connection& connection_;
  std::string select_, replace_;
  bool loaded_ = false, changed_ = false;
  std::int64_t part_ = 0;         ///< number of the last part
  std::string bytes_;             ///< its changes
  std::int64_t last_record_ = 0;  ///< of its last entry
  std::uint32_t logged_ = 0;      ///< claims that the log has
  std::uint32_t claims_ = 0;      ///< numbers given out
};

/// What stood for every claim at the end of a journal entry, by number less 1.
struct StandingColumns {
  struct Said {
    std::uint32_t speaker;
    std::int32_t earliest, latest;
  };
  struct State {
    std::uint32_t sort, topic;
    std::int32_t day;
  };
  std::vector<Said> said;
  std::vector<State> states;
};

/// Goes through the log up to the entry with that last record. Error (integrity) when it makes no sense.
StandingColumns standing_columns(Connection& connection, std::int64_t last_record);

}  // namespace avow::sqlite
