#pragma once

#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// Reads one document a line (schema/json/document.schema.json). A line that cannot be read goes to sink.failure,
/// naming file, line and byte, and the next one is read; empty lines are passed over. `given` wins over what a line
/// says.
void read_ndjson(std::string_view name, std::string_view bytes, const Metadata& given, const ReadLimits& limits,
                 const ReadSink& sink);

}  // namespace avow
