#pragma once

#include <cstdint>
#include <string>

#include "base/digest.hpp"
#include "base/instant.hpp"

namespace avow {

/// Who made a reading or an assessment: an analyzer (plugin) with all that names its output, or a person.
struct Maker {
  std::string plugin;          ///< id of the plugin; empty for a person
  std::string version;         ///< of the plugin
  std::uint32_t revision = 0;  ///< the plugin's output_revision
  Digest configuration;        ///< of its configuration, canonical JSON; zero for a person
  std::string person;          ///< who; empty for a plugin
  Instant at;                  ///< when a person made it; zero for a plugin, whose output does not depend on the hour
  bool is_person() const noexcept { return !person.empty(); }
  bool operator==(const Maker&) const = default;
};

/// Adds all of it to canonical content.
void add_to(Canonical& content, const Maker& maker);

}  // namespace avow
