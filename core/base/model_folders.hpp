#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace avow {

/// Where trained models of the user's go: $XDG_DATA_HOME/avow/models, else ~/.local/share/avow/models; empty when
/// neither is known.
std::filesystem::path user_model_folder();

/// Where models are looked for when nobody says: the user's own, then those that Avow ships.
std::vector<std::filesystem::path> default_model_folders();

/// The file <name>.model in the first of the folders that has it; nullopt when none does or the name is not one of
/// small letters, digits and '-'.
std::optional<std::filesystem::path> find_model(std::span<const std::filesystem::path> folders, std::string_view name);

}  // namespace avow
