#pragma once

#include <functional>

#include "query/names.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// The code of whoever a code, name or alias means. Error (not_found) when it names nobody that `names` knows, or
/// several.
std::string known_entity_code(const Names& names, const std::string& said);

/// Observations by the filter, as Store::observations(), where the entity may also be given by its name or an alias
/// ("Germany" for DEU). Error (not_found) when it names nobody that `names` knows. `visit` returns false to stop.
void observation_list(Store& store, const Names& names, ObservationFilter filter,
                      const std::function<bool(const ObservationRow&)>& visit);

}  // namespace avow
