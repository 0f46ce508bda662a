#pragma once

#include <string>
#include <string_view>

namespace avow {

/// Appends a cell of CSV (RFC 4180): quoted when it holds a comma, a quotation mark, a line break, or begins or ends
/// with a blank; otherwise as it is.
void append_csv_cell(std::string& out, std::string_view cell);

}  // namespace avow
