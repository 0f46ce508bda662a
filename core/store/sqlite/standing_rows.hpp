#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "model/claim.hpp"
#include "model/reading.hpp"
#include "store/row_counts.hpp"
#include "store/sqlite/connection.hpp"

/// What stood for a claim over a stretch of the journal: a row of the table `standing`.
namespace avow::sqlite {

/// By what counts tell claims apart; words as the tables have them.
struct StandingSort {
  std::string kind;      ///< of the reading; empty without one
  std::string strength;  ///< likewise
  std::string missing;   ///< parts that a checker would need, with commas
  std::string verdict;   ///< empty without one
  bool provisional = false, proposed = false;
  bool copied = false;  ///< of a claim that counts itself
  bool operator==(const StandingSort&) const = default;
};

/// Before any day.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// What never changes of a claim, as counts ask for it. Days are day numbers, no_day when nobody knows.
struct StandingClaim {
  std::string speaker;  ///< code
  std::string name;     ///< as the document has it, where there is no code
  std::int32_t said_earliest = no_day, said_latest = no_day;
};
StandingClaim standing_claim(const Claim& claim);

struct StandingRow {
  struct State {
    std::int32_t day = no_day;  ///< on it and later the row holds
    std::int64_t reading = 0;   ///< key; 0: none
    std::int64_t assessment = 0;
    std::string topic;
    StandingSort sort;
    bool operator==(const State&) const = default;
  };
  State state;
  StandingClaim claim;
  std::int64_t since = 0;    ///< last record of the entry from which on it stood
  bool lasts = true;         ///< it stands now
  std::uint32_t number = 0;  ///< of the claim, counted from 1 in the order in which claims came to stand
};

/// Reads and writes rows of `standing`, or of a table like it. On the connection's transaction.
class StandingRows {
 public:
  StandingRows(Connection& connection, const std::string& table);

  /// The newest row of a claim, whether it lasts or not; nullopt when it never stood.
  std::optional<StandingRow> newest(std::int64_t claim);
  /// What stands for a claim by the records up to `last`; nullopt when it does not count. `since` and `number` are
  /// left.
  std::optional<StandingRow> worked_out(std::int64_t claim, std::int64_t last);
  /// From record `last` on.
  void open(std::int64_t claim, std::int64_t last, std::uint32_t number, const StandingRow::State& state);
  void close(std::int64_t claim, std::int64_t last, const StandingRow& row);

 private:
  Connection& connection_;
  std::string select_, insert_, update_;
};

}  // namespace avow::sqlite
