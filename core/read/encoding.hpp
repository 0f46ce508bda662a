#pragma once

#include <string>
#include <string_view>

namespace avow {

/// What sort of binary file the bytes are by their first bytes ("a PDF", "a ZIP archive ..."); empty when none is
/// known.
std::string_view binary_format(std::string_view bytes) noexcept;

/// The bytes as valid UTF-8 with "\n" line ends, without byte order mark and without control characters other than
/// tab and line feed (the others become blanks). What they are, in this order:
/// a byte order mark decides; NUL in nearly every second byte is UTF-16; well-formed UTF-8 is UTF-8; else what the file
/// itself declares in its head (HTML meta, XML declaration); else, when more of its characters are well-formed UTF-8
/// sequences than stray bytes, it is damaged UTF-8 and refused; else what uchardet says, given enough to go by; else
/// windows-1252. Linear in the bytes. Throws Error bad_input, naming `name` and the byte, for binary files, for text
/// that its encoding cannot hold, and for text of white space alone.
std::string decode_text(std::string_view name, std::string_view bytes);

/// Line ends and control characters as decode_text leaves them, for text that is valid UTF-8 already.
std::string clean_text(std::string text);

}  // namespace avow
