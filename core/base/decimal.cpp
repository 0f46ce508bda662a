#include "base/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace avow {
namespace {

/// Past this no double is left, and what is computed from the exponent could overflow.
constexpr int max_exponent = 400;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) noexcept {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  std::size_t digits = at - whole;
  std::size_t places = 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = ++at;
    at = skip_digits(text, at);
    places = at - fraction;
    digits += places;
  }
  if (digits == 0) return std::nullopt;
  int exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    const auto [end, failed] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    if (failed != std::errc{} || exponent > max_exponent || exponent < -max_exponent) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
  }
  if (at != text.size()) return std::nullopt;
  if (text[0] == '+') text.remove_prefix(1);
  Decimal decimal;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), decimal.value);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  decimal.step = std::pow(10.0, exponent - static_cast<double>(places));
  if (!std::isfinite(decimal.value) || !std::isfinite(decimal.step)) return std::nullopt;
  return decimal;
}

std::string to_string(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  if (value == 0) return "0";  // of -0.0 too, which stores do not keep apart
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

}  // namespace avow
