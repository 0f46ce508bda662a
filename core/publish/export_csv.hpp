#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.hpp"
#include "store/store.hpp"

namespace avow {

/// Every record of the store, retracted ones too, as one CSV a kind (RFC 4180, CR LF, with a header), for analysts and
/// for the way back. The first columns are the fields that an analyst wants, flat; the last column, `json`, is the
/// whole record as its line of export_ndjson() has it, and is all that csv_records() reads. `write` is given whole
/// rows and the kind they are of; a kind without records gets nothing. By kind in the order of csv_kinds() is also the
/// order to read them back in, as what is referred to then comes first.
void export_csv(Store& store, const std::function<void(RecordKind, std::string_view)>& write);

/// "claims.csv", "analyses.csv": the file of a kind.
std::string csv_file_name(RecordKind kind);

/// Kinds in the order in which their files are read back.
const std::vector<RecordKind>& csv_kinds();

}  // namespace avow
