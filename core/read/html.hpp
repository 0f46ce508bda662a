#pragma once

#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// An HTML page as a document: its metadata and its main text. `text` is decoded already; whatever encoding it declares
/// is not looked at. Throws Error: limit (nested too deep, too many attributes), bad_input (no text in it).
Document read_html(std::string_view name, std::string_view text, const ReadLimits& limits);

}  // namespace avow
