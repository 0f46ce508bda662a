#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "plugin/manifest.hpp"

/// From what a user set to what a plugin is created with. A plugin that can use a trained model has a property "model"
/// in its schema, a text whose "default" is the model's name; it is given the model's file under that key.
namespace avow {

/// What was set, with the file of the model filled in: of the model that "model" names, else of the default one when it
/// is installed. Throws Error (bad_input, not_found) when what was set is no JSON object, does not fit the plugin's
/// schema, or names a model that is not there.
std::string complete_configuration(const Manifest& manifest, const std::string& given,
                                   const std::vector<std::filesystem::path>& model_folders);

/// The configuration in one form for one meaning, for the digest that names a plugin's answers: keys in order, no
/// blanks, and in place of a model's file, which lies elsewhere on every machine, the SHA-256 of what is in it.
std::string identity_of_configuration(const Manifest& manifest, const std::string& complete);

}  // namespace avow
