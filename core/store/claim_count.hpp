#pragma once

#include <cstdint>
#include <optional>
#include <string>

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

/// How many claims of a group are of one sort.
struct ClaimCount {
  /// Code of the speaker, else the name as the document has it; code of the party; topic; year said (of the last day
  /// that it may have been). Empty: nobody knows, or nothing was asked for.
  std::string group;
  std::optional<Kind> kind;          ///< none for a claim without a reading
  std::optional<Strength> strength;  ///< only where asked for
  std::string missing;               ///< missing_parts() with commas between them
  std::optional<Verdict> verdict;    ///< none while nobody has judged it
  bool provisional = false;
  bool proposed = false;
  std::uint64_t claims = 0;
};

}  // namespace avow
