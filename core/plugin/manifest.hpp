#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace avow {

/// manifest.json beside a plugin's library: what can be known about it without running it.
struct Manifest {
  std::string id;
  std::string version;
  std::string name;
  std::string description;
  std::string licence;
  std::string library;                    ///< file name in the same folder
  std::vector<std::string> capabilities;  ///< extension ids: "avow.detector/1"
  int rank = 0;                           ///< among analyzers that read one claim, the highest stands
  std::string configuration_schema;       ///< JSON Schema, as JSON text
};

/// Reads and checks folder/manifest.json. Throws Error (not_found, plugin) naming the file and the key.
Manifest read_manifest(const std::filesystem::path& folder);

}  // namespace avow
