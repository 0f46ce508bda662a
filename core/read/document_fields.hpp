#pragma once

#include "read/reader.hpp"

namespace avow {

/// What the user gave replaces what was found.
void apply(const Metadata& given, Document& document);

}  // namespace avow
