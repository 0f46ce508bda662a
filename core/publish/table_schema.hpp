#pragma once

#include <string>
#include <vector>

#include "model/json.hpp"

namespace avow {

/// A Frictionless Table Schema (datapackage.org, version 2.0) for a CSV of claims or observations that RowWriter wrote
/// with these columns in this order: of each its type and what it means (docs/commands.md). Dates that may be less
/// precise than a day are texts (EDTF), and figures stay texts just as they were published. Rows with a column `period`
/// are observations. A column under a name unknown here is of type `any`.
Json table_schema(const std::vector<std::string>& columns);

}  // namespace avow
