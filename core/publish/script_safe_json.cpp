#include "publish/script_safe_json.hpp"

#include <string_view>
#include <utility>

#include "publish/fields.hpp"

namespace avow {
namespace {

constexpr std::pair<std::string_view, std::string_view> escapes[] = {
    {"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}};

}  // namespace

std::string script_safe_json(const Json& value) {
  const std::string text = json_text(value);
  std::string out;
  out.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view found = rest.substr(0, 1), written = found;
    for (const auto& [plain, escaped] : escapes)
      if (rest.starts_with(plain)) found = plain, written = escaped;
    out += written;
    rest.remove_prefix(found.size());
  }
  return out;
}

}  // namespace avow
