#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/instant.hpp"
#include "model/json.hpp"
#include "model/observation.hpp"
#include "publish/publication.hpp"

namespace avow {

/// A CSV that was written (rows.hpp), as a package describes it.
struct PublishedTable {
  std::string name;                  ///< "claims": lower-case letters, digits, - _ and .
  std::string title;                 ///< in words
  std::string path;                  ///< "claims.csv", from where the package's description lies, or its address
  std::vector<std::string> columns;  ///< its header
  std::uint64_t bytes = 0;           ///< its size
  Digest digest;                     ///< SHA-256 of its bytes
  std::vector<Series> sources;       ///< where its rows come from, as far as known; those alike count once
};

/// The descriptor (datapackage.json) of tables as a Frictionless Data Package, version 2.0 (datapackage.org): of each
/// table its schema (table_schema.hpp), size, digest, sources and their licences; of the whole the publisher as
/// contributor, and the licence of what they publish. `newest`: moment of the newest journal entry that is in it, told
/// as `created` where given; the hour plays no part.
Json data_package(const std::vector<PublishedTable>& tables, const Publication& publication,
                  const std::optional<Instant>& newest = std::nullopt);

}  // namespace avow
