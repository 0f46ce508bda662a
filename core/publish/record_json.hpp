#pragma once

#include <optional>
#include <string>

#include "model/json.hpp"
#include "store/filters.hpp"

namespace avow {

/// A record as exports carry it: {"record": kind, ...its fields...}, documents with their "raw_bytes" in base64.
Json record_json(const AnyRecord& record);

/// Its text on one line. Error (integrity) for a record that holds bytes that are no UTF-8.
std::string record_line(const Json& record);

/// nullopt for the rank of an analyzer, which exports carry as a record "analyzer".
std::optional<RecordKind> kind_of(const AnyRecord& record) noexcept;

}  // namespace avow
