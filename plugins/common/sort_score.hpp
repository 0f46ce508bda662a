#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace avow::detect {

/// What a sort of what a detector finds is worth before anything else is known, and its name among cues. `Sort` is the
/// detector's own enum, whose values count from 0.
template <typename Sort>
struct SortScore {
  Sort sort;
  double score;
  std::string_view label;
};

/// A row for each sort, in the order of the enum.
template <typename Sort, std::size_t count>
using SortScores = std::array<SortScore<Sort>, count>;

/// Whether each row stands at the place of its sort, as score_of relies on; for a static_assert beside the table.
template <typename Sort, std::size_t count>
constexpr bool in_order(const SortScores<Sort, count>& scores) {
  for (std::size_t at = 0; at < count; ++at) {
    if (static_cast<std::size_t>(scores[at].sort) != at) return false;
  }
  return true;
}

template <typename Sort, std::size_t count>
constexpr const SortScore<Sort>& score_of(const SortScores<Sort, count>& scores, Sort sort) {
  return scores[static_cast<std::size_t>(sort)];
}

}  // namespace avow::detect
