#include "query/observation_list.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/store.hpp"

namespace avow {

std::string known_entity_code(const Names& names, const std::string& said) {
  std::string code = names.entity_code(said);
  if (code.empty())
    throw Error(ErrorCode::not_found, fmt::format("'{}' names no entity, or more than one", said),
                "give its code; `avow entities` lists them");
  return code;
}

void observation_list(Store& store, const Names& names, ObservationFilter filter,
                      const std::function<bool(const ObservationRow&)>& visit) {
  if (!filter.entity.empty()) filter.entity = known_entity_code(names, filter.entity);
  store.observations(filter, visit);
}

}  // namespace avow
