#pragma once

#include <cstddef>

#include "text/tokens.hpp"

namespace avow::text {

/// Whether a number without a unit at token `i` is somebody's age: "aged 44", "the age of 21", "who was 10", "died at
/// 92", "Ines Ruhl, 44,".
bool is_age(const Tokens& tokens, std::size_t i);

/// Whether the number at `i` is the figure of a life expectancy: "life expectancy for miners is around 73".
bool is_life_expectancy(const Tokens& tokens, std::size_t i);

/// Whether it is the age from which one is expected to live on: "life expectancy at 65".
bool is_age_of_expectancy(const Tokens& tokens, std::size_t i);

}  // namespace avow::text
