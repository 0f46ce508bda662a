#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/entity.hpp"
#include "model/indicator.hpp"
#include "model/scale.hpp"

namespace avow {

/// What vocabulary files hold, in the order of the files and of the items in them.
struct Vocabulary {
  std::vector<Entity> entities;
  std::vector<Indicator> indicators;
  std::vector<Scale> scales;
};

/// Limits on vocabulary files, which users write and exchange.
struct VocabularyLimits {
  std::size_t max_file_bytes = std::size_t{64} << 20;
  std::size_t max_files = 10'000;
};

/// Reads the text of one file: a JSON object with any of "entities", "indicators" and "scales" (arrays, in the keys of
/// model/json.hpp) and, optionally, "source" (who says so). `name` is for messages. Checks each item for itself: its
/// code, no code twice, memberships that begin before they end. Throws Error (bad_input) naming the file and the item.
Vocabulary parse_vocabulary(std::string_view name, std::string_view bytes);

/// Reads a file, or every *.json of a folder and its sub-folders in the order of their paths (links to folders are not
/// followed), and checks the whole: codes said once, memberships in groups that it or `known_entities` holds.
/// Throws Error: not_found (no such path, or a folder without such files), io, limit, bad_input naming the file and the
/// item.
Vocabulary read_vocabulary(const std::filesystem::path& path, const std::set<std::string>& known_entities = {},
                           const VocabularyLimits& limits = {});

}  // namespace avow
