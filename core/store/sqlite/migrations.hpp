#pragma once

#include <span>
#include <string_view>

/// The layout of the file: schema/sqlite/NNNN_what.sql, applied in order. `user_version` counts those applied.
namespace avow::sqlite {

class Connection;

inline constexpr int application_id = 0x41564F57;  // "AVOW"

struct Migration {
  std::string_view name;
  std::string_view sql;
};

/// Those that this program was built with.
std::span<const Migration> migrations();

/// Applies what the file has not had yet, each step whole or not at all; safe when two programs do it at once.
/// Error: store_newer when the file has had more than there are, store_locked.
void migrate(Connection& connection, std::span<const Migration> steps);

}  // namespace avow::sqlite
