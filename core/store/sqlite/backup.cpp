#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/error.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace avow::sqlite {
namespace {

/// Makes the file, so that nobody's is overwritten even when two try at once.
void claim_name(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0)
    throw Error(ErrorCode::io, "cannot make " + path.string() + ": " + std::strerror(errno),
                errno == EEXIST ? "name a file that does not exist yet" : "check that the folder may be written");
  ::close(file);
}

void copy_pages(Connection& from, Connection& to) {
  sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (backup == nullptr) to.fail(sqlite3_errcode(to.handle()), "copying");
  const int step = sqlite3_backup_step(backup, -1);
  const int end = sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) to.fail(end == SQLITE_OK ? step : end, "copying");
}

}  // namespace

void backup_store(Connection& connection, const std::filesystem::path& path) {
  claim_name(path);
  try {
    Connection copy(path, Access::write, std::chrono::milliseconds(0));
    const Snapshot snapshot(connection);
    copy_pages(connection, copy);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    throw;
  }
}

}  // namespace avow::sqlite
