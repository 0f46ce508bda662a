#pragma once

#include <cstddef>
#include <string>

#include "text/tokens.hpp"

namespace avow::text {

/// What a number counts, read from the tokens after it.
struct Unit {
  std::size_t end = 0;  ///< one past its last token; where it was looked for when there is none
  std::string name;     ///< canonical, as Quantity::unit; empty when nothing counted follows
  double factor = 1;    ///< of the value: 1e6 for "Mt"
  bool known = false;   ///< from the table, not just the noun that follows
};

/// The unit after a number: "%", "per cent of GDP", "percentage points", "million" is no unit, "tonnes of CO2",
/// "euros", "years", else the noun that is counted, singular and lower-case.
Unit read_unit(const Tokens& tokens, std::size_t i);

/// The currency sign (or code) that ends right before token `i`: "$", "US$", "£", "EUR"; `begin` is set to its first
/// token. Empty when there is none.
std::string_view currency_before(const Tokens& tokens, std::size_t i, std::size_t& begin);

}  // namespace avow::text
