#include "json_schema.hpp"

#include <fstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "support/paths.hpp"

namespace avow {

std::string schema_faults(const std::string& name, const Json& value) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  std::ifstream file(source_folder() / "schema/json" / (name + ".schema.json"));
  const nlohmann::json schema_json = nlohmann::json::parse(file), plain(value);
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(Adapter(schema_json), schema);
  valijson::ValidationResults results;
  if (valijson::Validator().validate(schema, Adapter(plain), &results)) return {};
  std::string faults;
  for (const auto& fault : results) {
    for (const std::string& step : fault.context) faults += step;
    faults += ": " + fault.description + '\n';
  }
  return faults;
}

}  // namespace avow
