#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace avow {

/// RFC 4648, section 4: the standard alphabet, padded, without line breaks.
std::string base64(std::string_view bytes);
/// nullopt for anything that base64() would not have written.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace avow
