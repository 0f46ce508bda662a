#include "read/dimensions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/row_choice.hpp"

namespace avow {
namespace {

/// How SDMX, Eurostat, the OECD, the World Bank and Gapminder call the dimension of countries, the surest first.
constexpr std::array<std::string_view, 12> entity_names = {"REF_AREA", "GEO",     "COUNTRY", "LOCATION",
                                                           "COU",      "ECONOMY", "AREA",    "REPORTER",
                                                           "REGION",   "NATION",  "MEMBER",  "ENTITY"};
/// Values of one dimension that a message names.
constexpr std::size_t max_named = 12;
/// Past this the rest is not told apart.
constexpr std::size_t max_counted = 1000;

std::string choice_text(const Heading& heading, const std::set<std::string, std::less<>>& values) {
  std::string text;
  std::size_t named = 0;
  for (const std::string& value : values) {
    if (++named > max_named) break;
    text += (text.empty() ? "" : ", ") + value;
  }
  return fmt::format("{} has {}{} values ({}{})", code_of(heading.name), values.size(),
                     values.size() >= max_counted ? " or more" : "", text, values.size() > max_named ? ", ..." : "");
}

}  // namespace

void demand_single_values(std::string_view name, const std::vector<Heading>& columns,
                          const std::vector<std::size_t>& dimensions, const OutcomeOptions& options, NextRecord next) {
  if (dimensions.empty()) return;
  const RowChoice choice(name, columns, options.where);
  std::vector<std::set<std::string, std::less<>>> values(dimensions.size());
  for (CsvRecord record; next(record);) {
    if (record.cells.size() < columns.size() || !choice.takes(record)) continue;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
      const auto value = code_of(record.cells[dimensions[i]]);
      if (values[i].size() < max_counted && !values[i].contains(value)) values[i].emplace(value);
    }
  }
  std::string several, flags;
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    if (values[i].size() <= 1) continue;
    several += (several.empty() ? "" : "; ") + choice_text(columns[dimensions[i]], values[i]);
    flags += fmt::format(" --where {}={}", code_of(columns[dimensions[i]].name), *values[i].begin());
  }
  if (!several.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: holds more than one series: {}", name, several),
                fmt::format("choose one value of each, as in{}", flags));
}

std::optional<std::size_t> entity_dimension(const std::vector<Heading>& columns, const OutcomeOptions& options) {
  const auto find = [&](std::string_view wanted) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (ascii::equal(code_of(columns[i].name), wanted)) return i;
    return std::nullopt;
  };
  if (!options.entity_column.empty()) return find(options.entity_column);
  for (const auto name : entity_names)
    if (const auto found = find(name)) return found;
  return std::nullopt;
}

}  // namespace avow
