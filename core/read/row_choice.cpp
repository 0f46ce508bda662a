#include "read/row_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "read/ascii.hpp"

namespace avow {
std::string column_names(const std::vector<Heading>& columns) {
  std::string names;
  for (const Heading& heading : columns)
    if (!heading.name.empty()) names += (names.empty() ? "" : ", ") + std::string(code_of(heading.name));
  return names;
}

RowChoice::RowChoice(std::string_view name, const std::vector<Heading>& columns,
                     const std::vector<std::pair<std::string, std::string>>& where) {
  for (const auto& [column, value] : where) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&column = column](const Heading& heading) {
      return ascii::equal(heading.name, column) || ascii::equal(code_of(heading.name), column);
    });
    if (found == columns.end())
      throw Error(ErrorCode::bad_input, fmt::format("{}: there is no column \"{}\" to choose rows by", name, column),
                  "it has: " + column_names(columns));
    wanted_.emplace_back(static_cast<std::size_t>(found - columns.begin()), value);
  }
}

bool RowChoice::takes(const CsvRecord& record) const {
  return std::all_of(wanted_.begin(), wanted_.end(), [&](const auto& wanted) {
    if (wanted.first >= record.cells.size()) return false;
    const auto cell = ascii::trim(record.cells[wanted.first]);
    return ascii::equal(cell, wanted.second) || ascii::equal(code_of(cell), wanted.second);
  });
}

std::string_view code_of(std::string_view cell) noexcept {
  cell = ascii::trim(cell);
  const auto colon = cell.find(": ");
  const auto code = cell.substr(0, colon);
  return colon != std::string_view::npos && code.find(' ') == std::string_view::npos ? code : cell;
}

}  // namespace avow
