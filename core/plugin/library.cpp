#define BOOST_DLL_USE_STD_FS
#include "plugin/library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <vector>
// Boost.DLL 1.74 needs <vector> before it.
#include <boost/dll/shared_library.hpp>

#include "base/error.hpp"
#include "plugin/abi_read.hpp"

namespace avow::abi {
namespace {

constexpr std::size_t max_name_bytes = 128;

/// Complaints about one library, each naming its file.
class Examiner {
 public:
  Examiner(std::filesystem::path file, const Manifest& manifest) : file_(std::move(file)), manifest_(manifest) {}

  const avow_plugin_v1& entry() const {
    if (!std::filesystem::is_regular_file(file_))
      throw Error(ErrorCode::not_found,
                  fmt::format("{}: no such library, though manifest.json names it", file_.string()));
    // Never unloaded: threads, statics and strings of a plugin may outlive every instance. Leaked on purpose, so that
    // no destructor at exit unloads it either.
    static std::mutex mutex;
    static auto& loaded = *new std::vector<boost::dll::shared_library>;
    const std::lock_guard lock(mutex);
    try {
      boost::dll::shared_library library(file_, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
      const auto& entry = library.get<const avow_plugin_v1>("avow_plugin");
      loaded.push_back(std::move(library));
      return entry;
    } catch (const std::system_error& error) {
      refuse(load_failure(error.what()));
    } catch (const std::exception& error) {
      refuse(load_failure(error.what()));
    }
  }

  void accept_versions(const avow_plugin_v1& entry) const {
    if (entry.magic != AVOW_ABI_MAGIC)
      refuse(fmt::format("has the magic {:#010x} where {:#010x} is expected", entry.magic, AVOW_ABI_MAGIC));
    if (entry.abi_major != AVOW_ABI_MAJOR)
      refuse(fmt::format("is built for major {} of the plugin ABI, this Avow has major {}", entry.abi_major,
                         AVOW_ABI_MAJOR));
    if (entry.abi_minor > AVOW_ABI_MINOR)
      refuse(fmt::format("is built for plugin ABI {}.{}, this Avow has only {}.{}", entry.abi_major, entry.abi_minor,
                         AVOW_ABI_MAJOR, AVOW_ABI_MINOR));
  }

  void accept_entry(const avow_plugin_v1& entry) const {
    require(entry.id != nullptr, "id");
    require(entry.version != nullptr, "version");
    require(entry.create != nullptr, "create");
    require(entry.destroy != nullptr, "destroy");
    require(entry.get_extension != nullptr, "get_extension");
    if (entry.output_revision == 0) refuse("has the output_revision 0, which counts from 1");
    agree("id", name(entry.id), manifest_.id);
    agree("version", name(entry.version), manifest_.version);
  }

  avow_detector_v1 detector(const avow_plugin_v1& entry) const {
    const auto* const found = offered(entry, AVOW_EXTENSION_DETECTOR);
    if (found == nullptr) return {};
    const auto detector = read_struct<avow_detector_v1>(found, AVOW_EXTENSION_DETECTOR);
    whole(AVOW_EXTENSION_DETECTOR, "detect", detector.detect != nullptr);
    return detector;
  }

  avow_checker_v1 checker(const avow_plugin_v1& entry) const {
    const auto* const found = offered(entry, AVOW_EXTENSION_CHECKER);
    if (found == nullptr) return {};
    const auto checker = read_struct<avow_checker_v1>(found, AVOW_EXTENSION_CHECKER);
    whole(AVOW_EXTENSION_CHECKER, "can_judge", checker.can_judge != nullptr);
    whole(AVOW_EXTENSION_CHECKER, "check", checker.check != nullptr);
    return checker;
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(ErrorCode::plugin, fmt::format("{}: {}", file_.string(), why));
  }
  void require(bool there, const char* member) const {
    if (!there) refuse(fmt::format("avow_plugin has no {}", member));
  }
  void agree(const char* key, const std::string& library, const std::string& manifest) const {
    if (library != manifest)
      refuse(fmt::format("calls its {} '{}', but manifest.json says '{}'", key, library, manifest));
  }
  void whole(const char* extension, const char* function, bool there) const {
    if (!there) refuse(fmt::format("offers {} without its function '{}'", extension, function));
  }
  std::string name(const char* text) const { return {text, strnlen(text, max_name_bytes)}; }

  static std::string load_failure(std::string_view what) {
    if (what.find("undefined symbol: avow_plugin") != std::string_view::npos)
      return "exports no symbol 'avow_plugin', so it is no plugin of Avow";
    return fmt::format("cannot be loaded: {}", what);
  }

  /// What the library offers and what the manifest promises must be the same.
  const void* offered(const avow_plugin_v1& entry, const char* extension) const {
    const void* const found = entry.get_extension(extension);
    const auto& promised = manifest_.capabilities;
    const bool listed = std::find(promised.begin(), promised.end(), extension) != promised.end();
    if (listed && found == nullptr) refuse(fmt::format("does not offer {}, though manifest.json lists it", extension));
    if (!listed && found != nullptr) refuse(fmt::format("offers {}, though manifest.json does not list it", extension));
    return found;
  }

  std::filesystem::path file_;
  const Manifest& manifest_;
};

}  // namespace

Library load_library(const std::filesystem::path& folder, const Manifest& manifest) {
  const Examiner examiner(std::filesystem::absolute(folder) / manifest.library, manifest);
  const avow_plugin_v1& entry = examiner.entry();
  examiner.accept_versions(entry);
  examiner.accept_entry(entry);
  Library library;
  library.id = manifest.id;
  library.version = manifest.version;
  library.output_revision = entry.output_revision;
  library.create = entry.create;
  library.destroy = entry.destroy;
  library.detector = examiner.detector(entry);
  library.checker = examiner.checker(entry);
  return library;
}

}  // namespace avow::abi
