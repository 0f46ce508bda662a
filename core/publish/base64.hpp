#pragma once

#include <string>
#include <string_view>

namespace avow {

/// RFC 4648, section 4: the standard alphabet, padded, without line breaks.
std::string base64(std::string_view bytes);

}  // namespace avow
