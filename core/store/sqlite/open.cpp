#include "store/open.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "base/error.hpp"
#include "store/sqlite/migrations.hpp"
#include "store/sqlite/new_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/standing_keeper.hpp"

namespace avow {
namespace {

using sqlite::Access;
using sqlite::Connection;

constexpr std::string_view sqlite_magic("SQLite format 3\0", 16);

[[noreturn]] void fail_foreign(const std::filesystem::path& file, const std::string& what) {
  throw Error(ErrorCode::store_foreign, file.string() + " is not an Avow store: " + what,
              "name the store with --db, or a new file to begin one");
}

struct FreeFilename {
  void operator()(const char* name) const noexcept { sqlite3_free_filename(const_cast<char*>(name)); }
};

/// The first bytes, as many as there are. Read through SQLite's file layer: to close a descriptor of our own would drop
/// the locks by which this process's open stores are known to others (https://sqlite.org/howtocorrupt.html, 2.2).
/// Nullopt when it cannot be read.
std::optional<std::string> first_bytes(const std::filesystem::path& path, int count) {
  sqlite3_vfs* const files = sqlite3_vfs_find(nullptr);
  const std::string full = std::filesystem::absolute(path).string();
  const std::unique_ptr<const char, FreeFilename> name(sqlite3_create_filename(full.c_str(), "", "", 0, nullptr));
  std::vector<std::max_align_t> room(static_cast<std::size_t>(files->szOsFile) / sizeof(std::max_align_t) + 1);
  auto* const file = reinterpret_cast<sqlite3_file*>(room.data());
  const bool opened =
      files->xOpen(files, name.get(), file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr) == SQLITE_OK;
  std::string bytes(static_cast<std::size_t>(count), '\0');
  sqlite3_int64 size = 0;
  const bool sized = opened && file->pMethods->xFileSize(file, &size) == SQLITE_OK;
  const int code = sized ? file->pMethods->xRead(file, bytes.data(), count, 0) : SQLITE_IOERR;
  if (opened) file->pMethods->xClose(file);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(std::min<sqlite3_int64>(size, count)));
  return bytes;
}

/// Looks at the first bytes, before SQLite takes the file for a database. False when there is nothing in it yet.
bool has_content(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) fail_foreign(file, "it is a folder");
  const auto bytes = first_bytes(file, static_cast<int>(sqlite_magic.size()));
  if (!bytes)
    throw Error(ErrorCode::io, file.string() + " cannot be read",
                "check the permissions of the file and of its folder");
  if (bytes->empty()) return false;
  if (*bytes != sqlite_magic) fail_foreign(file, "it is no database");
  return true;
}

void require_ours(Connection& connection, const std::filesystem::path& file) {
  const std::int64_t id = connection.number("PRAGMA application_id");
  const bool untouched = id == 0 && connection.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (id == sqlite::application_id || untouched) return;
  fail_foreign(file, "it is another program's database");
}

/// Brings the layout, and what is derived, up to date.
void prepare_for_writing(const std::filesystem::path& file, const OpenOptions& options) {
  Connection connection(file, Access::write, options.wait);
  if (!connection.writable())
    throw Error(ErrorCode::store_read_only, file.string() + " cannot be written",
                "check the permissions of the file and of its folder");
  require_ours(connection, file);
  const auto steps = sqlite::migrations();
  const std::int64_t version = connection.number("PRAGMA user_version");
  if (version == 0) connection.number("PRAGMA journal_mode = WAL");
  if (version != static_cast<std::int64_t>(steps.size())) migrate(connection, steps);
  sqlite::keep_standing_current(connection);
}

void require_current(const std::filesystem::path& file, const OpenOptions& options) {
  Connection connection(file, Access::read, options.wait);
  require_ours(connection, file);
  const std::int64_t version = connection.number("PRAGMA user_version");
  const auto known = static_cast<std::int64_t>(sqlite::migrations().size());
  if (version > known)
    throw Error(ErrorCode::store_newer,
                file.string() + " has layout " + std::to_string(version) + ", this program knows up to " +
                    std::to_string(known),
                "open it with the version of avow that wrote it, or a later one");
  if (version < known)
    throw Error(ErrorCode::store_read_only,
                file.string() + " has layout " + std::to_string(version) + " and must be brought to " +
                    std::to_string(known) + " first",
                "open it once for writing, after a backup");
}

}  // namespace

std::unique_ptr<Store> open_store(const std::filesystem::path& file, const OpenOptions& options) {
  std::error_code error;
  const bool there = std::filesystem::exists(file, error);
  if (!there && options.mode != OpenMode::create)
    throw Error(ErrorCode::not_found, "there is no store " + file.string(),
                "name it with --db, or ingest a document to begin one");
  if (!there || !has_content(file)) {
    if (options.mode != OpenMode::create) fail_foreign(file, "it is empty");
    sqlite::make_store(file, options);
  }
  if (options.mode != OpenMode::read_only) prepare_for_writing(file, options);
  require_current(file, options);
  return std::make_unique<sqlite::SqliteStore>(file, options);
}

}  // namespace avow
