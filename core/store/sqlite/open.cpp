#include "store/open.hpp"

#include <array>
#include <fstream>
#include <string>
#include <system_error>

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

/// Looks at the first bytes, before SQLite is let near the file. False when there is nothing in it yet.
bool has_content(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) fail_foreign(file, "it is a folder");
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(ErrorCode::io, file.string() + " cannot be read",
                "check the permissions of the file and of its folder");
  std::array<char, 16> magic{};
  in.read(magic.data(), magic.size());
  if (in.gcount() == 0) return false;
  if (std::string_view(magic.data(), magic.size()) != sqlite_magic) fail_foreign(file, "it is no database");
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
