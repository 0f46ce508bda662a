#pragma once

#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// Reads a PDF with the help of `pdftotext` (limits.pdf_program), a child process with limits on memory, time and
/// output: its text as pdf_text gives it, title, author and day from its properties; the title that is printed largest
/// and a dateline at the start where these say more. Throws Error: not_found (the program is not installed), bad_input
/// (not readable, protected, no text in it), limit (too slow, too large), io (no process could be started).
Document read_pdf(std::string_view name, std::string_view bytes, const ReadLimits& limits);

}  // namespace avow
