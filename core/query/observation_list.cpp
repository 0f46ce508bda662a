#include "query/observation_list.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/store.hpp"

namespace avow {

void observation_list(Store& store, const Names& names, ObservationFilter filter,
                      const std::function<bool(const ObservationRow&)>& visit) {
  if (!filter.entity.empty()) {
    std::string code = names.entity_code(filter.entity);
    if (code.empty())
      throw Error(ErrorCode::not_found, fmt::format("'{}' names no entity, or more than one", filter.entity),
                  "give its code; `avow entities` lists them");
    filter.entity = std::move(code);
  }
  store.observations(filter, visit);
}

}  // namespace avow
