#include "publish/sql_json.hpp"

#include <type_traits>
#include <variant>

namespace avow {

Json sql_cell_json(const SqlCell& cell) {
  return std::visit(
      [](const auto& value) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
          return nullptr;
        else
          return value;
      },
      cell);
}

}  // namespace avow
