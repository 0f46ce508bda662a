#pragma once

#include <functional>
#include <string>

#include "store/sqlite/connection.hpp"

namespace avow::sqlite {

/// Compares what is derived about what stood when with what the records give, and reports each row that differs, by
/// claim or count. Works in temporary tables; the connection need not be able to write.
void find_standing_differences(Connection& connection,
                               const std::function<void(std::string where, std::string reason)>& report);

}  // namespace avow::sqlite
