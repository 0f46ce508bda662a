#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "store/check_mark.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/row_reader.hpp"

/// The table `checked`, which holds the marks of check runs (CheckMark).
namespace avow::sqlite {

/// Columns of a claim's mark in a larger query, and the join that brings them to the claim's record `rc`.
extern const std::string_view mark_columns;
extern const std::string_view join_mark;
/// Reads these columns, which come last; nullopt when there is no mark or it is damaged.
std::optional<CheckMark> read_mark(RowReader& row);

/// Reports each row whose content does not fit its digest, by claim.
void find_bad_marks(Connection& connection, const std::function<void(std::string where, std::string reason)>& report);

}  // namespace avow::sqlite
