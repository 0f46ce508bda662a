#pragma once

#include <string>

#include "model/json.hpp"

namespace avow {

/// JSON on one line that can stand inside an HTML <script> element and in JavaScript: `<`, `>`, `&`, U+2028 and U+2029
/// are written as \u escapes, so that no text of a document ends the element or begins another. Reads back as the same
/// value.
std::string script_safe_json(const Json& value);

}  // namespace avow
