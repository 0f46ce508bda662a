#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"

namespace avow {

/// A plain text as a document: its front matter taken off and used, the title and the date of publication found in the
/// text or, failing that, in `name`. `text` is what decode_text gave. Throws Error bad_input when nothing but front
/// matter is there.
Document read_plain_text(std::string_view name, std::string text);

/// The last part of a path; the whole for "-".
std::string_view base_name(std::string_view path);

/// The same without its ending: the title of what has no other.
std::string_view stem(std::string_view path);

}  // namespace avow
