#pragma once

#include <filesystem>
#include <string>

#include "avow/plugin_abi.h"
#include "plugin/manifest.hpp"

namespace avow::abi {

/// A plugin's library, loaded for as long as the process lives, and found to be what it says it is.
struct Library {
  std::string id;
  std::string version;
  std::uint32_t output_revision = 0;
  int (*create)(const avow_create_args*, void**) = nullptr;
  void (*destroy)(void*) = nullptr;
  /// The functions of what is not offered are null.
  avow_detector_v1 detector{};
  avow_checker_v1 checker{};
};

/// Loads the library that the manifest in `folder` names. Nothing of the plugin runs before its magic and versions were
/// accepted, and nothing but get_extension here. Throws Error (plugin, not_found) naming the file: not loadable, no
/// `avow_plugin`, wrong magic, ABI major or minor, a function missing, or at odds with the manifest. Thread-safe.
Library load_library(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace avow::abi
