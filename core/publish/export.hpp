#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/store.hpp"

namespace avow {

/// Whether the first record of each journal entry tells of it, as "entry": {number, at, action, actor, reason}.
enum class JournalNotes { yes, no };

/// Every record of the store, retracted ones too, one JSON object a line: {"record": kind, ...its fields...}; documents
/// carry their raw bytes in base64. Reads back without loss through import_records(). In journal order, so that what is
/// referred to comes first. `write` is given whole lines with the line feed.
void export_ndjson(Store& store, const std::function<void(std::string_view)>& write,
                   JournalNotes with = JournalNotes::yes);

}  // namespace avow
