#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/maker.hpp"
#include "plugin/manifest.hpp"
#include "plugin/values.hpp"

namespace avow {

/// Limits on what a plugin may answer for one document or claim.
struct PluginLimits {
  std::size_t max_candidates = 10'000;
  std::size_t max_answer_bytes = std::size_t{8} << 20;
};

/// A loaded plugin with one instance of it. Never unloaded while the process lives. One thread at a time.
class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual const Manifest& manifest() const = 0;
  /// Names this plugin's output: id, version, output_revision, digest of the configuration.
  virtual const Maker& maker() const = 0;
  virtual bool is_detector() const = 0;
  virtual bool is_checker() const = 0;

  /// All claims found, in order of span. Throws Error (plugin) with the reason when the plugin fails or breaks the
  /// contract; nothing of a partial answer is returned then.
  virtual std::vector<Candidate> detect(const AnnotatedDocument& document) = 0;
  virtual bool can_judge(const CheckRequest& request) = 0;
  /// Throws as detect() does.
  virtual Judgement check(const CheckRequest& request, CheckHost& host) = 0;
};

/// Loads the plugin in `folder` (manifest.json and the library it names) and creates an instance with the given
/// configuration (JSON object, "" for none), which must fit the manifest's schema. Throws Error (plugin, not_found,
/// bad_input) that says which file and what is wrong with it.
std::unique_ptr<Plugin> load_plugin(const std::filesystem::path& folder, const std::string& configuration = {},
                                    const PluginLimits& limits = {});

/// What plugins are configured with.
struct PluginSettings {
  std::map<std::string, std::string> configurations;  ///< a JSON object by the plugin's id
  std::vector<std::filesystem::path> model_folders;   ///< where trained models are looked for
};

/// A folder that was looked into and what became of it.
struct FoundPlugin {
  std::filesystem::path folder;
  std::string configuration;       ///< what it was created with: load_plugin(folder, configuration) makes another of it
  std::unique_ptr<Plugin> plugin;  ///< null when it could not be loaded
  std::string failure;             ///< why
};

/// Loads every plugin found in the given folders of plugins (each sub-folder with a manifest.json), ordered by id; of
/// two with the same id the first folder wins. Never throws for a plugin that fails: it is reported. Throws Error
/// (bad_input, not_found) for a configuration that does not fit its plugin or is of none that was found.
std::vector<FoundPlugin> find_plugins(const std::vector<std::filesystem::path>& folders,
                                      const PluginSettings& settings = {});

/// Where the bundled plugins lie: <build>/plugins when the running program lies in a build tree, else lib*/avow/plugins
/// beside its bin.
std::vector<std::filesystem::path> default_plugin_folders();

}  // namespace avow
