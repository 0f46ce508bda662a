#pragma once

#include "model/json.hpp"
#include "store/filters.hpp"

namespace avow {

/// A cell of a user's statement: null, a number, or a text (of a blob its hex digits).
Json sql_cell_json(const SqlCell& cell);

}  // namespace avow
