#include "base/error.hpp"

#include <array>
#include <utility>

namespace avow {
namespace {

struct Row {
  ErrorCode code;
  std::string_view name;
  int exit_code;
  int http_status;
};

constexpr std::array rows{
    Row{ErrorCode::usage, "usage", 2, 400},
    Row{ErrorCode::not_found, "not_found", 2, 404},
    Row{ErrorCode::ambiguous, "ambiguous", 2, 409},
    Row{ErrorCode::bad_input, "bad_input", 2, 422},
    Row{ErrorCode::limit, "limit", 2, 413},
    Row{ErrorCode::io, "io", 2, 500},
    Row{ErrorCode::plugin, "plugin", 2, 500},
    Row{ErrorCode::store_foreign, "store_foreign", 2, 500},
    Row{ErrorCode::store_newer, "store_newer", 2, 500},
    Row{ErrorCode::store_read_only, "store_read_only", 2, 403},
    Row{ErrorCode::store_locked, "store_locked", 2, 503},
    Row{ErrorCode::store_damaged, "store_damaged", 4, 500},
    Row{ErrorCode::integrity, "integrity", 4, 500},
    Row{ErrorCode::partial, "partial", 3, 207},
    Row{ErrorCode::interrupted, "interrupted", 130, 503},
    Row{ErrorCode::internal, "internal", 2, 500},
};

const Row& row(ErrorCode code) noexcept {
  for (const Row& candidate : rows)
    if (candidate.code == code) return candidate;
  return rows.back();
}

}  // namespace

std::string_view name(ErrorCode code) noexcept {
  return row(code).name;
}
int exit_code(ErrorCode code) noexcept {
  return row(code).exit_code;
}
int http_status(ErrorCode code) noexcept {
  return row(code).http_status;
}

Error::Error(ErrorCode code, const std::string& what, std::string advice)
    : std::runtime_error(what), code_(code), advice_(std::move(advice)) {}

}  // namespace avow
