#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/words.hpp"

/// The rows that the table of words is made of. Each holds words parted by single blanks; a word may stand in several
/// rows, and what they say of it adds up.
namespace avow::text {

struct ClassRow {
  std::uint64_t classes;
  std::string_view words;
};
struct NumberRow {
  std::uint64_t classes;
  double number;
  std::string_view words;
};
struct UnitRow {
  std::uint64_t classes;
  std::string_view unit;
  double factor;
  std::string_view words;
};
struct PeriodRow {
  Period period;
  std::string_view unit;
  std::string_view words;
};

extern const std::span<const ClassRow> class_rows;
extern const std::span<const NumberRow> number_rows;
extern const std::span<const UnitRow> unit_rows;
extern const std::span<const PeriodRow> period_rows;
extern const std::array<std::string_view, 12> month_rows;   ///< from January
extern const std::array<std::string_view, 7> weekday_rows;  ///< from Sunday

}  // namespace avow::text
