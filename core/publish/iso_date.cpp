#include "publish/iso_date.hpp"

#include <string_view>

namespace avow {

std::string iso_date(const Date& date) {
  if (!date.known()) return {};
  std::string_view text = date.text();
  while (text.ends_with('~') || text.ends_with('?')) text.remove_suffix(1);
  if (text.find_first_not_of("0123456789-") == std::string_view::npos) return std::string(text);
  return day_number(date.earliest()) == INT32_MIN ? std::string() : to_string(date.earliest());
}

}  // namespace avow
