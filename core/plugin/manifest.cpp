#include "plugin/manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

#include "avow/plugin_abi.h"
#include "base/error.hpp"
#include "model/json.hpp"

namespace avow {
namespace {

constexpr std::uintmax_t max_manifest_bytes = 1 << 20;
constexpr std::array<std::string_view, 9> known_keys{"id",      "version",      "name", "description",  "licence",
                                                     "library", "capabilities", "rank", "configuration"};

/// Reads the keys of one manifest; every complaint names the file and the key.
class Reader {
 public:
  Reader(const std::filesystem::path& file, const Json& json) : file_(file), json_(json) {
    if (!json.is_object()) refuse("is no JSON object");
    for (const auto& [key, value] : json.items())
      if (std::find(known_keys.begin(), known_keys.end(), key) == known_keys.end())
        refuse(fmt::format("has the key \"{}\", which is not one of a manifest's", key));
  }

  std::string text(const char* key) const {
    const Json& value = at(key);
    if (!value.is_string() || value.get_ref<const std::string&>().empty())
      refuse(fmt::format("must give \"{}\" as a text that is not empty", key));
    return value.get<std::string>();
  }

  std::string id() const {
    const std::string id = text("id");
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (!std::all_of(id.begin(), id.end(), allowed))
      refuse("must give \"id\" in lower-case letters, digits and '-' only");
    return id;
  }

  /// A name, never a way out of the folder.
  std::string library() const {
    const std::string library = text("library");
    if (library.find('/') != std::string::npos || library.find('\0') != std::string::npos || library == "..")
      refuse("must give \"library\" as the name of a file in the same folder");
    return library;
  }

  std::vector<std::string> capabilities() const {
    const Json& list = at("capabilities");
    if (!list.is_array() || list.empty()) refuse("must give \"capabilities\" as a list of extension ids");
    std::vector<std::string> out;
    for (const Json& item : list) {
      if (item != AVOW_EXTENSION_DETECTOR && item != AVOW_EXTENSION_CHECKER)
        refuse(fmt::format("names the capability {}, which this Avow does not know", item.dump()));
      out.push_back(item.get<std::string>());
    }
    return out;
  }

  int rank() const {
    if (!json_.contains("rank")) return 0;
    const Json& rank = json_.at("rank");
    if (!rank.is_number_integer() || rank < -1'000'000 || rank > 1'000'000)
      refuse("must give \"rank\" as a whole number between -1000000 and 1000000");
    return rank.get<int>();
  }

  std::string configuration() const {
    if (!json_.contains("configuration")) return "{}";
    if (!json_.at("configuration").is_object()) refuse("must give \"configuration\" as a JSON Schema (an object)");
    return json_.at("configuration").dump();
  }

 private:
  const Json& at(const char* key) const {
    if (!json_.contains(key)) refuse(fmt::format("lacks the key \"{}\"", key));
    return json_.at(key);
  }
  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(ErrorCode::plugin, fmt::format("{} {}", file_.string(), why),
                "docs/plugins.md lists the keys of a manifest");
  }

  const std::filesystem::path& file_;
  const Json& json_;
};

std::string read_text(const std::filesystem::path& file) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  if (failure) throw Error(ErrorCode::not_found, fmt::format("{}: {}", file.string(), failure.message()));
  if (size > max_manifest_bytes)
    throw Error(ErrorCode::plugin, fmt::format("{} is larger than {} bytes", file.string(), max_manifest_bytes));
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw Error(ErrorCode::not_found, fmt::format("{} cannot be read", file.string()));
  return text;
}

Json parse(const std::filesystem::path& file) {
  try {
    return parse_json(read_text(file), file.string());
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_input) throw;
    throw Error(ErrorCode::plugin, error.what(), error.advice());
  }
}

}  // namespace

Manifest read_manifest(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "manifest.json";
  const Json json = parse(file);
  const Reader reader(file, json);
  Manifest manifest;
  manifest.id = reader.id();
  manifest.version = reader.text("version");
  manifest.name = reader.text("name");
  manifest.description = reader.text("description");
  manifest.licence = reader.text("licence");
  manifest.library = reader.library();
  manifest.capabilities = reader.capabilities();
  manifest.rank = reader.rank();
  manifest.configuration_schema = reader.configuration();
  return manifest;
}

}  // namespace avow
