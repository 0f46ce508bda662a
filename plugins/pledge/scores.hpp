#pragma once

#include <array>
#include <string_view>

#include "promises.hpp"

namespace avow::pledge {

/// What a manner of promising is worth before anything else is known, how strongly it binds, and its name among cues.
/// The figures order answers by how often such wording was a promise in parliaments, debates and manifestos; they are
/// no probabilities.
struct MannerScore {
  Manner manner;
  double score;
  std::string_view strength;
  std::string_view label;
};
inline constexpr std::array<MannerScore, 7> manner_scores = {{
    {Manner::will, 0.60, "commit", "will"},
    {Manner::commit, 0.75, "commit", "commitment"},
    {Manner::aim, 0.55, "aim", "aim"},
    {Manner::hope, 0.35, "hope", "hope"},
    {Manner::noun, 0.60, "commit", "commitment (noun)"},
    {Manner::expectation, 0.50, "", "expectation"},
    {Manner::imperative, 0.60, "commit", "item of a list of promises"},
}};
static_assert(manner_scores[static_cast<std::size_t>(Manner::imperative)].manner == Manner::imperative);

/// What is added or taken away; the sum is kept within [least, most].
namespace weight {
inline constexpr double own_subject = 0.10;
inline constexpr double action = 0.05;
inline constexpr double measure = 0.10;
inline constexpr double amount = 0.05;
inline constexpr double due = 0.10;
inline constexpr double unlikely = -0.15;
inline constexpr double state = -0.15;
inline constexpr double subordinate = -0.10;
inline constexpr double vague_forecast = -0.25;  ///< neither measure nor amount nor date
inline constexpr double addressee = -0.15;       ///< "you will"
inline constexpr double floor = 0.25;            ///< below it nothing is told
inline constexpr double least = 0.05;
inline constexpr double most = 0.99;
}  // namespace weight

}  // namespace avow::pledge
