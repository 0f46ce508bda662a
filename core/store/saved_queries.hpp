#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace avow {

/// A question that somebody keeps under a name.
struct SavedQuery {
  std::string name;                ///< as a file name would be: letters, digits, - and _, at most 64
  std::vector<std::string> words;  ///< the command and its arguments, "claims", "--speaker", "ada"
  std::string person;              ///< who keeps it
  Instant at;
};

/// The questions kept in a store, by name. They say how somebody looks at the store and nothing of what is in it: they
/// are no records, and whoever takes a store's records in does not get them. They are in the store and not among the
/// settings because their names are addresses that others hold on to. Error: not_found, store_locked,
/// store_read_only.
std::vector<SavedQuery> saved_queries(const std::filesystem::path& store);
std::optional<SavedQuery> saved_query(const std::filesystem::path& store, std::string_view name);
/// Replaces the one of that name. Error (usage) for a name that is none.
void save_query(const std::filesystem::path& store, const SavedQuery& query);
/// False when there is none of that name.
bool remove_query(const std::filesystem::path& store, std::string_view name);

}  // namespace avow
