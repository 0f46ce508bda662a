#include "cli/arguments.hpp"

#include <fmt/format.h>

namespace avow::cli {

Date parse_date(std::string_view option, const std::string& word) {
  if (const auto date = Date::parse(word); date && date->known()) return *date;
  throw Error(ErrorCode::usage, fmt::format("{}: '{}' is not a date, or no such day exists", option, word),
              "write a date as 2025, 2025-06 or 2025-06-24");
}

Day parse_one_day(std::string_view option, const std::string& word) {
  if (const auto day = parse_day(word)) return *day;
  throw Error(ErrorCode::usage, fmt::format("{}: '{}' is not a day, or no such day exists", option, word),
              "write a day as 2025-06-24");
}

}  // namespace avow::cli
