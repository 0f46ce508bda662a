#include "base/plain_decimal.hpp"

#include <array>
#include <charconv>

namespace avow {

std::string plain_decimal(double value) {
  if (value == 0) return "0";
  // The longest are the smallest, with 324 places behind the point and up to 17 digits.
  std::array<char, 512> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

}  // namespace avow
