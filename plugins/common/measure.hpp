#pragma once

#include <optional>
#include <string_view>

#include "change.hpp"
#include "tokens.hpp"

namespace avow::detect {

/// A measure of the document and the words that stand for it.
struct Measure {
  std::string_view code;
  sdk::Span span;
};

/// The measure that the clause names, or stands for by a pronoun ("it will fall"), by a bare noun of an earlier one's
/// name ("spending") or as a goal of the same amount ("the 2 percent target"); nullopt when none does.
std::optional<Measure> measure_of(const sdk::Document& document, const Tokens& tokens, const Clause& clause,
                                  Tense tense);

/// Whether a measure that is named can be what an amount is told of: not "2 percent of gross domestic product", "member
/// states will", "adjusted for inflation".
bool can_be_measured(const sdk::Document& document, const Tokens& tokens, const sdk::Mention& mention, Tense tense);

/// "54 percent of the population": what the share is taken of.
bool is_whole(const sdk::Document& document, sdk::Span mention);

/// Whether the amount stands for a measure that the words right before it name: "a fertility rate of 7", "life
/// expectancy is 45 years", "unemployment stood at about 5".
bool stands_for_measure(const sdk::Document& document, const Tokens& tokens, const sdk::Quantity& quantity);

/// Whether a measure is named within the span: "32 members" where members are one.
bool holds_measure(const sdk::Document& document, sdk::Span span);

/// Whether the span is part of a measure's name: "can" of "can expect to live", "65" of "people over 65".
bool is_in_measure(const sdk::Document& document, sdk::Span span);

}  // namespace avow::detect
