#pragma once

#include <string>
#include <string_view>

namespace avow {

/// Text as XML 1.0 (2.2) and iCalendar (RFC 5545, 3.1) can hold it: valid UTF-8 with tabs and line feeds as the only
/// control characters. CR and CR LF become a line feed; whatever else they cannot hold, and each byte that is no UTF-8,
/// becomes U+FFFD.
std::string clean_text(std::string_view text);

/// The same on one line: runs of blanks, tabs and line ends become one blank, none at either end.
std::string clean_line(std::string_view text);

}  // namespace avow
