#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/assessment.hpp"
#include "model/reading.hpp"

/// Lists kept in one column as JSON, so that json_each() opens them for analysts. Each list has exactly one text:
/// reading takes no other, so that a changed blank is a changed row.
namespace avow::sqlite {

/// Error (bad_input) when a text is not UTF-8.
std::string texts_to_json(const std::vector<std::string>& texts);
std::string cues_to_json(const std::vector<Cue>& cues);
std::string figures_to_json(const std::vector<std::pair<std::string, std::string>>& figures);
std::string evidence_to_json(const std::vector<Evidence>& evidence);

/// nullopt for anything that the functions above would not have written.
std::optional<std::vector<std::string>> texts_from_json(std::string_view json);
std::optional<std::vector<Cue>> cues_from_json(std::string_view json);
std::optional<std::vector<std::pair<std::string, std::string>>> figures_from_json(std::string_view json);
std::optional<std::vector<Evidence>> evidence_from_json(std::string_view json);

}  // namespace avow::sqlite
