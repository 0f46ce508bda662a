#include "store/sqlite/new_store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "base/error.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/migrations.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/standing_keeper.hpp"

namespace avow::sqlite {
namespace {

constexpr mode_t file_mode = 0644;  // as SQLite makes files; the umask takes from it
constexpr int most_links = 40;      // as many as the kernel follows

[[noreturn]] void fail_making(const std::filesystem::path& file, int error) {
  throw Error(ErrorCode::io, file.string() + " cannot be made: " + std::strerror(error),
              "check that the folder exists and may be written");
}

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, file_mode)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  bool is_open() const noexcept { return descriptor_ >= 0; }
  int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

/// The file beside the place of the store while it is being built; gone, with all that SQLite lays beside it, at the
/// end.
class Part {
 public:
  explicit Part(const std::filesystem::path& store) {
    // Another thread of this process, or one killed long ago that had its number, may have taken a name.
    for (int attempt = 0;; ++attempt) {
      path_ = store.string() + "." + std::to_string(::getpid()) + (attempt == 0 ? "" : "-" + std::to_string(attempt)) +
              ".part";
      const File made(path_, O_RDWR | O_CREAT | O_EXCL);
      if (made.is_open()) return;
      if (errno != EEXIST) fail_making(store, errno);
    }
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() {
    for (const char* suffix : {"", "-wal", "-shm"}) ::unlink((path_ + suffix).c_str());
  }
  const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

void build(const std::filesystem::path& part, const OpenOptions& options) {
  {
    Connection connection(part, Access::write, options.wait);
    connection.number("PRAGMA journal_mode = WAL");
    migrate(connection, migrations());
    keep_standing_current(connection);
  }
  if (options.prepare) {
    SqliteStore store(part, options);
    options.prepare(store);
  }
  Connection connection(part, Access::write, options.wait);
  if (connection.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
    throw Error(ErrorCode::internal, part.string() + " was still in use when it was to be put in place");
}

/// A link that leads to no file yet is where SQLite would make one.
std::filesystem::path behind_links(std::filesystem::path file) {
  std::error_code error;
  for (int links = 0; links < most_links && std::filesystem::is_symlink(file, error); ++links)
    file = file.parent_path() / std::filesystem::read_symlink(file, error);
  return file;
}

/// A log without its store would be taken for that of the new one. A log is made after its store: one that was there
/// before the store was missed belongs to none.
void require_no_stray_log(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path log = file.string() + "-wal";
  const auto bytes = std::filesystem::file_size(log, error);
  if (error || bytes == 0 || (std::filesystem::file_size(file, error) > 0 && !error)) return;
  throw Error(ErrorCode::io, log.string() + " is the log of a store that is not there any more",
              "put the store back beside it, or remove it");
}

bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Replaces a file of no bytes, unless it was filled or replaced meanwhile. Those who do so take turns by its lock.
void replace_empty(const std::string& part, const std::filesystem::path& file) {
  const File empty(file, O_RDONLY);
  if (!empty.is_open() || ::flock(empty.descriptor(), LOCK_EX) != 0) fail_making(file, errno);
  struct stat held {};
  struct stat there {};
  if (::fstat(empty.descriptor(), &held) != 0 || ::stat(file.c_str(), &there) != 0) fail_making(file, errno);
  if (!is_same(held, there) || held.st_size != 0) return;
  if (::chmod(part.c_str(), held.st_mode & 07777) != 0 || ::rename(part.c_str(), file.c_str()) != 0)
    fail_making(file, errno);
}

void put_in_place(const std::string& part, const std::filesystem::path& file) {
  if (::link(part.c_str(), file.c_str()) != 0) {
    if (errno != EEXIST) fail_making(file, errno);
    replace_empty(part, file);
  }
  // The name must last as long as what is in the file.
  const File folder(file.has_parent_path() ? file.parent_path() : ".", O_RDONLY | O_DIRECTORY);
  if (folder.is_open()) ::fsync(folder.descriptor());
}

}  // namespace

void make_store(const std::filesystem::path& named, const OpenOptions& options) {
  const std::filesystem::path file = behind_links(named);
  require_no_stray_log(file);
  const Part part(file);
  build(part.path(), options);
  put_in_place(part.path(), file);
}

}  // namespace avow::sqlite
