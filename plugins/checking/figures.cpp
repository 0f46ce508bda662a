#include "figures.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace avow::check {

std::string decimal(double value) {
  constexpr double largest = 1e18;
  std::array<char, 64> buffer{};
  const bool plain = std::abs(value) < largest;
  const auto end = plain
                       ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 4)
                       : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  std::string text(buffer.data(), end.ptr);
  if (plain) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string amount(double value, std::string_view unit) {
  return unit.empty() ? decimal(value) : decimal(value) + " " + std::string(unit);
}

std::string number(std::size_t count) {
  return std::to_string(count);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace avow::check
