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

OutcomeFile read_csv(std::string_view name, std::string_view text, const OutcomeOptions& options) {
  const auto csv = std::make_shared<CsvReader>(text, csv_separator(text));
  OutcomeTable table{
      {}, [csv](CsvRecord& record) { return csv->next(record); }, options.published, PlaceKind::line, {}};
  find_header(name, table, options);
  return parse_outcomes(name, table, options);
}

OutcomeFile read_sheet_rows(std::string_view name, std::string_view bytes, const OutcomeOptions& options) {
  OutcomeTable table = xlsx_table(name, bytes, options);
  find_header(name, table, options);
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
