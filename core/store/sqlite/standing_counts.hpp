#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "store/claim_count.hpp"
#include "store/sqlite/connection.hpp"

namespace avow::sqlite {

/// How many claims of each sort there are now, for each value of a dimension: the table `standing_count`, or one like
/// it. A value is the number of a speaker or topic (StandingWords) or a year, -1 where nobody knows it. Under the
/// dimension `day` it is a day number, and its one count, of sort 0, that of the claims that hold from that day on.
class StandingCounts {
 public:
  StandingCounts(Connection& connection, const std::string& table);

  void add(std::string_view dimension, std::int64_t value, std::uint32_t sort, std::int64_t claims);
  /// Writes what changed.
  void flush();

 private:
  /// Claims by sort, as packed numbers: sort less the sort before, claims.
  using Sorts = std::map<std::uint32_t, std::int64_t>;
  void write(std::string_view dimension, std::int64_t value, const Sorts& changes);

  Connection& connection_;
  std::string select_, replace_, remove_;
  std::map<std::pair<std::string_view, std::int64_t>, Sorts> changes_;
};

inline constexpr std::string_view day_dimension = "day";

/// Whether any claim is told only from a day after this one on.
bool stands_from_later(Connection& connection, std::int32_t today);
/// Each count of a dimension. Error (integrity) when they make no sense.
void each_standing_count(Connection& connection, std::string_view dimension,
                         const std::function<void(std::int64_t value, std::uint32_t sort, std::uint64_t claims)>& take);

}  // namespace avow::sqlite
