#include "plugin/configuration.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/model_folders.hpp"
#include "model/json.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;
using Plain = nlohmann::json;  // keys in order
using Adapter = valijson::adapters::NlohmannJsonAdapter;

constexpr std::uintmax_t largest_model = std::uintmax_t{64} << 20;

Plain parse(const Manifest& manifest, const std::string& text) {
  const Plain json =
      text.empty() ? Plain::object() : Plain(parse_json(text, "configuration of plugin '" + manifest.id + "'"));
  if (!json.is_object())
    throw Error(ErrorCode::bad_input, fmt::format("configuration of plugin '{}' is no JSON object", manifest.id));
  return json;
}

[[noreturn]] void refuse(const Manifest& manifest, const std::string& why) {
  throw Error(ErrorCode::bad_input, fmt::format("configuration of plugin '{}': {}", manifest.id, why),
              "`configuration` in the plugin's manifest.json says what can be set");
}

/// "<root>[threshold]" as "threshold".
std::string place_of(const valijson::ValidationResults::Error& error) {
  std::string out;
  for (std::size_t i = 1; i < error.context.size(); ++i) {
    std::string_view part = error.context[i];
    if (part.starts_with('[') && part.ends_with(']')) part = part.substr(1, part.size() - 2);
    out += (out.empty() ? "" : ".") + std::string(part);
  }
  return out;
}

/// Whether a schema asks for a match of text. `names`: its keys are those of settings, and mean nothing.
bool asks_for_matches(const Plain& schema, bool names = false) {
  if (!schema.is_structured()) return false;
  for (const auto& [key, value] : schema.items()) {
    if (schema.is_object() && !names && (key == "pattern" || key == "patternProperties" || key == "format"))
      return true;
    if (asks_for_matches(value, schema.is_object() && !names && key == "properties")) return true;
  }
  return false;
}

void check_against_schema(const Manifest& manifest, const Plain& configuration) {
  const Plain described = Plain::parse(manifest.configuration_schema);
  // The validator matches by std::regex, which a hostile pattern keeps busy for ever and a long text overflows.
  if (asks_for_matches(described))
    throw Error(ErrorCode::plugin,
                fmt::format("plugin '{}' has a configuration schema with a pattern or format", manifest.id),
                "check such texts in the plugin's create instead");
  valijson::Schema schema;
  valijson::ValidationResults results;
  try {
    valijson::SchemaParser().populateSchema(Adapter(described), schema);
  } catch (const std::exception& error) {
    throw Error(ErrorCode::plugin,
                fmt::format("plugin '{}' has a configuration schema that is none: {}", manifest.id, error.what()));
  }
  if (valijson::Validator().validate(schema, Adapter(configuration), &results)) return;
  valijson::ValidationResults::Error error;
  std::string why;
  // The last is the outermost, which names no key: the first says most.
  if (results.popError(error)) why = fmt::format("{} {}", place_of(error), error.description);
  refuse(manifest, why);
}

/// The name of the model that the plugin can use; empty when it uses none.
std::string default_model(const Manifest& manifest) {
  const Plain schema = Plain::parse(manifest.configuration_schema);
  const Plain model = schema.value("/properties/model"_json_pointer, Plain::object());
  return model.is_object() && model.contains("default") && model["default"].is_string()
             ? model["default"].get<std::string>()
             : std::string();
}

std::string file_of(const Manifest& manifest, const std::string& named, const std::vector<fs::path>& folders) {
  std::error_code failed;
  if (named.find('/') != std::string::npos && fs::is_regular_file(named, failed)) return fs::absolute(named).string();
  if (const auto file = find_model(folders, named)) return fs::absolute(*file).string();
  throw Error(ErrorCode::not_found,
              fmt::format("configuration of plugin '{}': there is no model '{}'", manifest.id, named),
              "`avow train` builds models; --models names folders of them");
}

std::string digest_of(const std::string& file) {
  std::error_code failed;
  if (fs::file_size(file, failed) > largest_model || failed) return {};
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return sha256(bytes).hex();
}

}  // namespace

std::string complete_configuration(const Manifest& manifest, const std::string& given,
                                   const std::vector<fs::path>& model_folders) {
  Plain configuration = parse(manifest, given);
  check_against_schema(manifest, configuration);
  const std::string usual = default_model(manifest);
  if (usual.empty()) return configuration.dump();
  if (configuration.contains("model")) {
    const auto named = configuration["model"].get<std::string>();
    if (!named.empty()) configuration["model"] = file_of(manifest, named, model_folders);
  } else if (const auto file = find_model(model_folders, usual)) {
    configuration["model"] = fs::absolute(*file).string();
  }
  return configuration.dump();
}

std::string identity_of_configuration(const Manifest& manifest, const std::string& complete) {
  Plain configuration = parse(manifest, complete);
  if (!default_model(manifest).empty() && configuration.contains("model") && configuration["model"].is_string() &&
      !configuration["model"].get_ref<const std::string&>().empty())
    configuration["model"] = digest_of(configuration["model"].get<std::string>());
  return configuration.dump();
}

}  // namespace avow
