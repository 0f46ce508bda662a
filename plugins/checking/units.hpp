#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace avow::check {

/// A unit split into what is counted and how many of it: "million USD" is 1e6 of "USD", "Mt CO2" 1e6 of "t CO2",
/// "% of GDP" 1 of "percent of GDP".
struct Unit {
  std::string base;
  double scale = 1;
};
Unit parse_unit(std::string_view text);

/// What a value in `from` must be multiplied by to be in `to`; nullopt when they measure different things. An empty
/// unit takes the other's; plain "percent" fits any percentage; "t" fits "t CO2", "count" fits whatever is counted in
/// ones.
std::optional<double> conversion(std::string_view from, std::string_view to);

bool is_percentage(std::string_view unit);
/// How differences in this unit are called: "percentage points" for percentages.
std::string difference_unit(std::string_view unit);

}  // namespace avow::check
