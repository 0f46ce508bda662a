#pragma once

#include <functional>
#include <string>

#include "store/sqlite/connection.hpp"

/// The table `checked`, which holds the marks of check runs (CheckMark).
namespace avow::sqlite {

/// Reports each row whose content does not fit its digest, by claim.
void find_bad_marks(Connection& connection, const std::function<void(std::string where, std::string reason)>& report);

}  // namespace avow::sqlite
