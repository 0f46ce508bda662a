#pragma once

#include <cstddef>
#include <cstdint>

#include "text/annotations.hpp"
#include "text/tokens.hpp"

namespace avow::text {

/// Words that bend a quantity, and how many tokens they take; none when `count` is 0.
struct BoundWords {
  Bound bound = Bound::exact;
  std::size_t count = 0;
};

/// "at least", "up to", "just over" that end right before token `at` and begin at or after byte `not_before`.
BoundWords bound_before(const Tokens& tokens, std::size_t at, std::uint32_t not_before);

/// "or more", "or so" from token `at` on.
BoundWords bound_after(const Tokens& tokens, std::size_t at);

}  // namespace avow::text
