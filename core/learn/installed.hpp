#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "avow/sdk/sentence_model.hpp"

namespace avow::learn {

/// A sentence model from a folder of models, with its card.
struct InstalledModel {
  sdk::SentenceModel model;
  nlohmann::json card = nlohmann::json::object();
};

/// <folder>/<name>.model and, when it is there, <name>.json. nullopt when the folder is empty or has no such model.
/// Throws Error (bad_input) naming the file when it is not what it should be.
std::optional<InstalledModel> read_installed(const std::filesystem::path& folder, std::string_view name);

}  // namespace avow::learn
