#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv.hpp"
#include "read/outcome_layouts.hpp"
#include "read/outcome_reader.hpp"

namespace avow {

/// Hands on the next record; false when there is none.
using NextRecord = std::function<bool(CsvRecord&)>;

/// A table of figures, whatever file it comes from: what its columns mean, and the records below the headings.
struct OutcomeTable {
  std::optional<OutcomeHeader> header;  ///< set before it is parsed
  NextRecord next;
  std::optional<Day> published;  ///< what the user or the file says of its vintage
  PlaceKind place = PlaceKind::line;
  std::vector<std::string> notes;
};

/// Hands on records that were read already, each once.
NextRecord records_of(std::vector<CsvRecord> records);

/// Reads up to the headings and sets the header: the first record, or the row that options.header_row names; in the
/// World Bank's layout and in sheets others may stand above. Error (bad_input) saying what is missed.
void find_header(std::string_view name, OutcomeTable& table, const OutcomeOptions& options);

/// The rows of a table whose header is known. Error (bad_input): nothing says the vintage or what is measured, or a
/// column to choose rows by is not there.
OutcomeFile parse_outcomes(std::string_view name, const OutcomeTable& table, const OutcomeOptions& options);

}  // namespace avow
