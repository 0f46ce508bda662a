#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>

#include "plugin/configuration.hpp"
#include "plugin/plugin.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

/// Sub-folders that hold a manifest, by name. A folder that cannot be read holds none.
std::vector<fs::path> candidates(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    std::error_code unreadable;
    if (fs::is_regular_file(it->path() / "manifest.json", unreadable)) out.push_back(it->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// A wrong configuration is the user's to mend: it is not passed over.
std::string configuration_for(const Manifest& manifest, const PluginSettings& settings) {
  const auto given = settings.configurations.find(manifest.id);
  return complete_configuration(manifest, given == settings.configurations.end() ? "" : given->second,
                                settings.model_folders);
}

FoundPlugin load(const fs::path& folder, const PluginSettings& settings) {
  FoundPlugin found{folder, {}, nullptr, {}};
  std::optional<Manifest> manifest;
  try {
    manifest = read_manifest(folder);
  } catch (const std::exception& error) {
    found.failure = error.what();
    return found;
  }
  found.configuration = configuration_for(*manifest, settings);
  try {
    found.plugin = load_plugin(folder, found.configuration);
  } catch (const std::exception& error) {
    found.failure = error.what();
  }
  return found;
}

/// What a failed one is sorted by: its folder's name.
std::string sort_key(const FoundPlugin& found) {
  return found.plugin ? found.plugin->manifest().id : found.folder.filename().string();
}

/// The root of the build tree that the program lies in; empty when it lies in none.
fs::path build_tree(const fs::path& program) {
  std::error_code failure;
  for (fs::path at = program.parent_path(); at.has_relative_path(); at = at.parent_path())
    if (fs::is_regular_file(at / "CMakeCache.txt", failure) && fs::is_directory(at / "plugins", failure)) return at;
  return {};
}

/// lib, lib64 and Debian's lib/<architecture> beside the program's bin.
std::vector<fs::path> installed(const fs::path& prefix) {
  std::vector<fs::path> places{prefix / "lib64", prefix / "lib"};
  std::error_code failure;
  for (fs::directory_iterator it(prefix / "lib", failure), end; !failure && it != end; it.increment(failure))
    if (it->path().filename().string().find("-linux-") != std::string::npos) places.push_back(it->path());
  std::sort(places.begin(), places.end());
  std::vector<fs::path> out;
  for (const fs::path& place : places) {
    std::error_code missing;
    if (fs::is_directory(place / "avow/plugins", missing)) out.push_back(place / "avow/plugins");
  }
  return out;
}

void refuse_unknown(const PluginSettings& settings, const std::set<std::string>& ids) {
  for (const auto& [id, configuration] : settings.configurations)
    if (!ids.contains(id))
      throw Error(ErrorCode::bad_input, fmt::format("settings name the plugin '{}', and there is none that runs", id),
                  "`avow plugins` lists the plugins by their ids");
}

}  // namespace

std::vector<FoundPlugin> find_plugins(const std::vector<fs::path>& folders, const PluginSettings& settings) {
  std::vector<FoundPlugin> out;
  std::set<std::string> ids;
  for (const fs::path& folder : folders) {
    for (const fs::path& candidate : candidates(folder)) {
      FoundPlugin found = load(candidate, settings);
      if (found.plugin && !ids.insert(found.plugin->manifest().id).second) continue;
      out.push_back(std::move(found));
    }
  }
  refuse_unknown(settings, ids);
  const auto before = [](const FoundPlugin& a, const FoundPlugin& b) { return sort_key(a) < sort_key(b); };
  std::stable_sort(out.begin(), out.end(), before);
  return out;
}

std::vector<fs::path> default_plugin_folders() {
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  if (failure) return {};
  if (const fs::path build = build_tree(program); !build.empty()) return {build / "plugins"};
  return installed(program.parent_path().parent_path());
}

}  // namespace avow
