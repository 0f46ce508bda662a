#include "read/outcome_reader.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/csv.hpp"
#include "read/encoding.hpp"
#include "read/outcome_parser.hpp"
#include "read/sdmx_csv.hpp"
#include "read/world_bank_json.hpp"
#include "read/xlsx.hpp"

namespace avow {
namespace {

/// A data file is read whole; more than this is no table of outcomes.
constexpr std::size_t max_bytes = std::size_t{512} << 20;
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

/// Reads up to the header. Lines before it may stand only in the World Bank's layout and in sheets.
void read_beginning(std::string_view name, OutcomeTable& table, const OutcomeOptions& options) {
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

OutcomeFile read_csv(std::string_view name, std::string_view text, const OutcomeOptions& options) {
  const auto csv = std::make_shared<CsvReader>(text, csv_separator(text));
  OutcomeTable table{
      {}, [csv](CsvRecord& record) { return csv->next(record); }, options.published, PlaceKind::line, {}};
  read_beginning(name, table, options);
  return parse_outcomes(name, table, options);
}

OutcomeFile read_sheet_rows(std::string_view name, std::string_view bytes, const OutcomeOptions& options) {
  OutcomeTable table = xlsx_table(name, bytes, options);
  read_beginning(name, table, options);
  return parse_outcomes(name, table, options);
}

}  // namespace

OutcomeFile read_outcomes(std::string_view name, std::string_view bytes, const OutcomeOptions& options) {
  if (bytes.size() > max_bytes)
    throw Error(ErrorCode::limit, fmt::format("{}: {} bytes are more than the {} that a data file may have", name,
                                              bytes.size(), max_bytes));
  if (is_workbook(bytes)) return read_sheet_rows(name, bytes, options);
  const std::string text = decode_text(name, bytes);
  if (is_json(text)) return parse_outcomes(name, world_bank_table(name, text, options), options);
  if (is_sdmx_csv(text)) return parse_outcomes(name, sdmx_table(name, text, options), options);
  return read_csv(name, text, options);
}

}  // namespace avow
