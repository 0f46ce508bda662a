#pragma once

#include <string_view>

namespace avow::text {

/// The content of core/text/language/en.txt, put into the library when it is built.
std::string_view english_text() noexcept;

}  // namespace avow::text
