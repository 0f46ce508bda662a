#include "store/sqlite/migrations.hpp"

#include <string>

#include "base/error.hpp"
#include "store/sqlite/connection.hpp"

namespace avow::sqlite {
namespace {

void require_not_newer(Connection& connection, std::int64_t version, std::size_t known) {
  if (version <= static_cast<std::int64_t>(known)) return;
  throw Error(ErrorCode::store_newer,
              connection.name() + " has layout " + std::to_string(version) + ", this program knows up to " +
                  std::to_string(known),
              "open it with the version of avow that wrote it, or a later one");
}

}  // namespace

void migrate(Connection& connection, std::span<const Migration> steps) {
  Transaction transaction(connection);  // the version is read under the lock: somebody else may be at it too
  const std::int64_t version = connection.number("PRAGMA user_version");
  require_not_newer(connection, version, steps.size());
  for (std::size_t step = static_cast<std::size_t>(version); step < steps.size(); ++step) {
    connection.run(std::string(steps[step].sql));
    connection.run("PRAGMA user_version = " + std::to_string(step + 1));
  }
  transaction.commit();
}

}  // namespace avow::sqlite
