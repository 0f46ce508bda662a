#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text of unknown origin on a terminal.
namespace avow {

/// How text that spans lines is shown.
enum class Lines {
  one,  ///< line feeds and tabs become blanks: for cells of a table
  keep  ///< they stay, carriage returns go: for plain text
};

/// Nothing in the result moves the cursor, starts an escape sequence or turns the direction of writing: control
/// characters (C0, DEL, C1), bidirectional overrides and isolates, and bytes that are no UTF-8 are shown as "\x1B" or
/// "\u202E". Every text that comes from a document, a data file or a plugin goes through this before a terminal.
std::string terminal_text(std::string_view text, Lines lines = Lines::one);

/// Columns that terminal_text() takes: 0 for combining marks and joiners, 2 for East Asian wide and emoji, else 1. By
/// ranges of code points, so approximate for scripts with shaping.
std::size_t display_width(std::string_view text) noexcept;

/// At most `width` columns, the last of them "…" when something was cut. `text` is as terminal_text() gives it.
std::string fit(std::string_view text, std::size_t width);

}  // namespace avow
