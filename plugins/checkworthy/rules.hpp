#pragma once

#include <array>
#include <cmath>

#include "avow/sdk/sentence_features.hpp"

namespace avow::checkworthy {

struct Rule {
  sdk::Style style;
  float weight;
};

/// What the looks of a sentence say for its stating something that can be checked: figures and told events speak for
/// it; questions, wishes, plans and the speaker's own mind against it. Set by hand, in halves: no data is in them.
inline constexpr float rule_bias = -2.5F;
inline constexpr std::array<Rule, 15> rules = {{
    {sdk::Style::has_number, 2.5F},
    {sdk::Style::numbers, 1.0F},
    {sdk::Style::money_or_percent, 1.0F},
    {sdk::Style::past, 1.0F},
    {sdk::Style::perfect, 0.5F},
    {sdk::Style::others, 0.5F},
    {sdk::Style::length, 0.5F},
    {sdk::Style::capitals, 1.0F},
    {sdk::Style::asks, -3.0F},
    {sdk::Style::future, -1.5F},
    {sdk::Style::duty, -1.0F},
    {sdk::Style::first_person, -0.5F},
    {sdk::Style::addressee, -0.5F},
    {sdk::Style::under_six_words, -1.5F},
    {sdk::Style::shouts, -2.0F},
}};

/// 0 to 1: a score to sort by, which no data calibrated.
inline float score_by_rules(std::string_view sentence) {
  struct Deaf {
    void words(std::uint32_t) {}
    void letters(std::uint32_t) {}
    void word(std::uint32_t) {}
  } deaf;
  const auto looks = sdk::read_features(sentence, deaf);
  float sum = rule_bias;
  for (const Rule& rule : rules) sum += rule.weight * looks[static_cast<std::size_t>(rule.style)];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace avow::checkworthy
