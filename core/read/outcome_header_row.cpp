#include <fmt/format.h>

#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/outcome_parser.hpp"

namespace avow {
namespace {

/// Records before the header (the World Bank has two), and rows of a sheet (titles, remarks).
constexpr int max_preamble = 6;
constexpr int max_rows_above = 200;

/// "Last Updated Date","2025-04-15" above the World Bank's header says the vintage.
std::optional<Day> vintage_in_preamble(const CsvRecord& record) {
  if (record.cells.size() < 2 || !ascii::equal(ascii::trim(record.cells[0]), "last updated date")) return std::nullopt;
  return parse_day(ascii::trim(record.cells[1]));
}

[[noreturn]] void refuse_header(std::string_view name, const OutcomeTable& table, std::string_view missing) {
  const bool sheet = table.place == PlaceKind::row;
  throw Error(ErrorCode::bad_input, fmt::format("{}: {}", name, missing.empty() ? "there is no row" : missing),
              sheet ? "a row must name the columns: entity, period, value; or entity and a column a year. Say with "
                      "--header-row which one it is"
                    : "the first line must name the columns: entity, period, value; or entity and a column a year");
}

}  // namespace

void find_header(std::string_view name, OutcomeTable& table, const OutcomeOptions& options) {
  const bool sheet = table.place == PlaceKind::row;
  std::string missing;
  CsvRecord record;
  for (int i = 0; i < (sheet || options.header_row > 0 ? max_rows_above : max_preamble) && table.next(record);) {
    if (record.line < options.header_row) continue;
    auto reading = read_header(record.cells, options.value_column, options.entity_column);
    const bool fits = reading.header && (i == 0 || sheet || reading.header->layout == Layout::world_bank);
    if (fits) {
      table.header = std::move(*reading.header);
      return;
    }
    if (i++ == 0) missing = fmt::format("{} {}: missing {}", sheet ? "row" : "line", record.line, reading.missing);
    if (!table.published) table.published = vintage_in_preamble(record);
    if (options.header_row > 0) break;
  }
  refuse_header(name, table, missing);
}

}  // namespace avow
