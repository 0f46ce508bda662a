#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/tokens.hpp"

namespace avow::text {

/// What a number counts, read from the tokens after it.
struct Unit {
  std::size_t end = 0;    ///< one past its last token; where it was looked for when there is none
  std::string name{};     ///< canonical, as Quantity::unit; empty when nothing counted follows
  double factor = 1;      ///< of the value: 1e6 for "Mt"
  bool known = false;     ///< from the table, not just the noun that follows
  std::size_t begin = 0;  ///< its first token
  std::string per{};      ///< as Quantity::per; what says so stands after `end`
  bool age = false;       ///< "-year-old"
};

/// The unit after a number: "%", "per cent of GDP", "percentage points", "million" is no unit, "tonnes of CO2",
/// "euros", "square kilometres", "miles per hour", "years", else the noun that is counted, singular and lower-case.
/// `one` says that the number is "one", whose noun is no plural.
Unit read_unit(const Tokens& tokens, std::size_t i, bool one = false);

/// The unit that a fraction before token `i` is a part of: "half an hour", "a quarter of a mile", "half of 1 percent";
/// known or nothing.
Unit read_divided_unit(const Tokens& tokens, std::size_t i);

/// What a rate from token `i` on is taken of one of: "a year", "per head", "/h", "per 100,000 people"; empty when there
/// is none.
std::string read_rate(const Tokens& tokens, std::size_t i);

/// The currency sign (or code) that ends right before token `i`: "$", "US$", "£", "EUR", "kr"; `begin` is set to its
/// first token. Empty when there is none.
std::string_view currency_before(const Tokens& tokens, std::size_t i, std::size_t& begin);

/// Money named with its country from token `i` on: "Danish crowns", "Hong Kong dollars"; not known when it is none.
Unit money_of_country(const Tokens& tokens, std::size_t i);

/// The currency that a sign means; empty when it is none.
std::string_view currency_of(char32_t sign) noexcept;

}  // namespace avow::text
