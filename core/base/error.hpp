#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace avow {

/// What went wrong, as a kind that programs can act on. One table (error.cpp) maps each to a name, the exit code of
/// the command and an HTTP status.
enum class ErrorCode {
  usage,            ///< the command or call itself is wrong
  not_found,        ///< a file, id or name that is not there
  ambiguous,        ///< an id prefix or a name that fits several
  bad_input,        ///< a document or data file that cannot be read as what it claims to be
  limit,            ///< a limit on size, depth, count or time was passed
  io,               ///< the operating system refused to read or write
  plugin,           ///< a plugin that cannot be loaded or broke the contract
  store_foreign,    ///< the file is not an Avow store
  store_newer,      ///< the store was written by a newer Avow
  store_read_only,  ///< the store cannot be written
  store_locked,     ///< somebody else holds the store for longer than we wait
  store_damaged,    ///< SQLite cannot make sense of the file
  integrity,        ///< the store is readable, but its content does not match its digests
  partial,          ///< done in part; what failed was named
  interrupted,      ///< the user asked to stop
  internal,         ///< a defect of ours
};

/// The stable name of a code, e.g. "bad_input".
std::string_view name(ErrorCode code) noexcept;

/// Exit code of a command that ends with this error: 2, 3, 4 or 130 (0 is done, 1 is "nothing matched").
int exit_code(ErrorCode code) noexcept;

/// HTTP status that says the same.
int http_status(ErrorCode code) noexcept;

/// What ends a command. `what()` says what happened, naming file, line or id; `advice()` says what to do about it and
/// may be empty. Whatever can be expected is returned as std::optional or a variant, not thrown.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& what, std::string advice = {});
  ErrorCode code() const noexcept { return code_; }
  const std::string& advice() const noexcept { return advice_; }

 private:
  ErrorCode code_;
  std::string advice_;
};

}  // namespace avow
