#pragma once

#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// Refuses what would cost the parser more than linear time, before it sees any of it: an element with more attributes
/// than allowed (libxml2 compares each with all others). One pass without memory. Depth is watched by parse_html while
/// it parses, since only the parser knows which end tags it takes. Throws Error limit, naming the byte.
void guard_html(std::string_view name, std::string_view html, const ReadLimits& limits);

}  // namespace avow
