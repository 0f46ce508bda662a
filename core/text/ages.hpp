#pragma once

#include <cstddef>

#include "text/tokens.hpp"

namespace avow::text {

/// Whether a number without a unit at token `i` is somebody's age: "aged 44", "the age of 21", "who was 10", "died at
/// 92", "Ines Ruhl, 44,".
bool is_age(const Tokens& tokens, std::size_t i);

}  // namespace avow::text
