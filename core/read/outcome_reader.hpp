#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "model/observation.hpp"

namespace avow {

/// What the user says about a data file; columns of the file win over it where they exist.
struct OutcomeOptions {
  std::string indicator;  ///< code; may be empty when the file has an indicator column
  std::string source;
  std::string url;
  std::string licence;
  std::string unit;
  std::optional<Day> published;  ///< the vintage
  std::optional<Date>
      actual_until;            ///< periods after it are estimates, those ending by it actual, unless the file says
  std::string value_column;    ///< which one, for files with several (OWID)
  std::string entity_column;   ///< which column or dimension names the country, where its heading does not say so
  std::string part;            ///< of a file of several tables: the sheet of a workbook, the resource of a package
  std::size_t header_row = 0;  ///< line or row of the headings, from 1; 0: looked for
  std::size_t first_row = 0, last_row = 0;  ///< only these lines or rows of figures; 0: all
  /// Only rows whose cell in the column or dimension named first is the second: {"SEX", "T"}.
  std::vector<std::pair<std::string, std::string>> where;
  std::optional<Day> retrieved;  ///< when the file was fetched from its publisher
  bool skip_bad = false;
};

/// One row before its names are resolved.
struct OutcomeRow {
  std::size_t line = 0;    ///< from 1, as an editor counts
  std::size_t column = 0;  ///< of the value, from 1
  std::size_t entity_column = 0;
  std::string indicator;  ///< code or publisher's code, as the file or the options say
  std::string entity;     ///< as the file says: a name or an ISO code
  Date period;
  std::string value;  ///< checked to be a decimal; never empty (missing values are no rows)
  std::string unit;
  int exponent = 0;  ///< the value is given in ten to the power of it of the unit
  Status status = Status::actual;
  Day published{};
  std::string note;
  std::string source;
  std::string url;
  std::string licence;
};

/// How messages count in a data file: lines of text, rows of a sheet (whose columns have letters), items of a list.
enum class PlaceKind { line, row, item };

/// "figures.csv: line 3, column 2", "tables.xlsx: row 3, column B".
std::string outcome_place(std::string_view name, PlaceKind kind, std::size_t line, std::size_t column);

/// A row or cell that is wrong: the message names file, line and column and what to do.
struct OutcomeProblem {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
};

struct OutcomeFile {
  std::vector<OutcomeRow> rows;
  std::vector<OutcomeProblem> problems;
  std::vector<std::string> notes;  ///< what was passed over on purpose, for the user to know
  PlaceKind place = PlaceKind::line;
};

/// Reads a table of figures, known by content: an Excel workbook (xlsx.hpp), an answer of the World Bank's API
/// (world_bank_json.hpp), SDMX-CSV (sdmx_csv.hpp), or a CSV (RFC 4180) in one of these layouts, known by its header:
/// tidy (entity|country, period|year|time, value
/// [, indicator, unit, status, published_on, source, note]); wide (a column a year; a year with "e", "f" or "p" behind
/// it is an estimate or forecast); World Bank ("Country Name","Country Code","Indicator Name","Indicator Code",years,
/// after its preamble); OWID (Entity[,Code],Year,columns); Gapminder datapoints (geo,time,code). Headings are looked
/// for in the first row, in a sheet further down too, unless options.header_row says where. Empty cells and "..",
/// "...", "n/a", "xxx" are missing. Bad cells become problems; only what makes the whole file unreadable is thrown:
/// Error bad_input (empty, no header that fits, a missing column, named; a choice to be made, with what there is),
/// limit.
OutcomeFile read_outcomes(std::string_view name, std::string_view bytes, const OutcomeOptions& options);

}  // namespace avow
