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

/// Takes in an NDJSON export line by line (`next` gives the next line, or false at the end), all in one transaction: a
/// union, so importing twice or into a store that holds more loses and doubles nothing. The id of each record that
/// carries one is recomputed and must agree; entities, indicators and scales carry none, their code names them. Error
/// (bad_input) names file and line; then nothing is stored.
RecordImport import_records(Store& store, std::string_view name, const std::function<bool(std::string&)>& next,
                            const std::string& actor);

}  // namespace avow
