#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/assessment.hpp"
#include "model/reading.hpp"

namespace avow {

/// By what claims are counted. A claim of somebody who was in two parties on the day counts once in each.
enum class CountBy { nothing, speaker, party, topic, year };
inline constexpr auto count_dimensions = enum_names<CountBy>({{CountBy::nothing, ""},
                                                              {CountBy::speaker, "speaker"},
                                                              {CountBy::party, "party"},
                                                              {CountBy::topic, "topic"},
                                                              {CountBy::year, "year"}});

/// What tells counted claims apart beside their group.
struct ClaimSort {
  std::optional<Kind> kind;          ///< none for a claim without a reading
  std::optional<Strength> strength;  ///< likewise
  std::string missing;               ///< missing_parts() with commas between them
  std::optional<Verdict> verdict;    ///< none while nobody has judged it
  bool provisional = false;
  bool proposed = false;
  bool operator==(const ClaimSort&) const = default;
};

/// How many claims of each group are of each sort. A store of a million claims has some hundred thousand such counts,
/// so each names its group and sort by their places. Several groups, sorts or cells may be alike: sums are the
/// caller's.
struct ClaimCounts {
  struct Cell {
    std::uint32_t group = 0, sort = 0;
    std::uint64_t claims = 0;
  };
  /// Code of the speaker, else the name as the document has it; code of the party; topic; year said (of the last day
  /// that it may have been). Empty: nobody knows, or nothing was asked for.
  std::vector<std::string> groups;
  std::vector<ClaimSort> sorts;
  std::vector<Cell> cells;

  const std::string& group(const Cell& cell) const { return groups[cell.group]; }
  const ClaimSort& sort(const Cell& cell) const { return sorts[cell.sort]; }
};

}  // namespace avow
