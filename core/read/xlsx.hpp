#pragma once

#include <string_view>

#include "read/outcome_parser.hpp"

namespace avow {

/// Whether the bytes are a zip archive, whole or not, that holds a workbook (.xlsx, .xlsm): by its main part's usual
/// name.
bool is_workbook(std::string_view bytes) noexcept;

/// A sheet of a workbook as rows of cells, the row's number as its line: options.part names the sheet, which may be
/// left out where there is only one that is not hidden. Numbers come as the shortest decimal that is the same binary
/// number, without an exponent; dates by their format as 2024, 2024-05 or 2024-05-17; formulas as the value that the
/// program which saved them had worked out; #N/A is an empty cell. Hidden rows are passed over, with a note that counts
/// them. Throws Error: bad_input (damaged, encrypted, no such sheet, or several and none named: with their names),
/// limit.
OutcomeTable xlsx_table(std::string_view name, std::string_view bytes, const OutcomeOptions& options);

}  // namespace avow
