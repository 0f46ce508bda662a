#pragma once

#include <string>

#include "model/json.hpp"

namespace avow {

/// What schema/json/<name>.schema.json has against a value, a line a fault; empty when it is valid.
std::string schema_faults(const std::string& name, const Json& value);

}  // namespace avow
