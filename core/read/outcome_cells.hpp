#pragma once

#include <string>
#include <string_view>

#include "read/outcome_reader.hpp"

/// What stands in the cells of tables of figures, beside the figures. Cells come trimmed.
namespace avow {

/// Whether a cell says that there is no figure: empty, "..", "n/a", a dash.
bool is_missing(std::string_view cell);

/// A name as a table has it, without the marks of footnotes behind it: stars, daggers, raised digits, "(1)".
std::string without_marks(std::string_view name);

/// "line", "row", "item".
std::string_view place_word(PlaceKind kind);

/// What to do about a cell that is no number, by what is wrong with it.
std::string_view advice_for_number(std::string_view cell);

}  // namespace avow
