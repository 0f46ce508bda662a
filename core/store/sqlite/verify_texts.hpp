#pragma once

#include <functional>
#include <string>

#include "store/sqlite/connection.hpp"

namespace avow::sqlite {

/// Looks through every text of every table for bytes that are no UTF-8, which the writer refuses: exports could not
/// carry them. Tells the table, the row and the column.
void find_invalid_texts(Connection& connection,
                        const std::function<void(std::string where, std::string reason)>& report);

}  // namespace avow::sqlite
