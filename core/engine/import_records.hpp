#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "store/store.hpp"

namespace avow {

struct RecordImport {
  std::uint64_t added = 0;
  std::uint64_t known = 0;
};

/// How a journal tells of an entry of another store: "other.db, entry 4: outcomes by ada: figures.csv; retrieved ...".
std::string told_elsewhere(std::string_view name, std::string_view number, const JournalNote& note);

/// Takes in an NDJSON export line by line (`next` gives the next line, or false at the end), all in one transaction: a
/// union, so importing twice or into a store that holds more loses and doubles nothing. The id of each record that
/// carries one is recomputed and must agree; entities, indicators and scales carry none, their code names them. Each
/// journal entry that the export tells of becomes one here whose reason tells of it (told_elsewhere()); what follows
/// none comes in with the one before. Error (bad_input) names file and line; then nothing is stored.
RecordImport import_records(Store& store, std::string_view name, const std::function<bool(std::string&)>& next,
                            const std::string& actor);

}  // namespace avow
