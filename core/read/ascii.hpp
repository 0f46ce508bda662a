#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Small ASCII helpers of the readers. Bytes above 127 are never changed, so UTF-8 passes through whole.
namespace avow::ascii {

constexpr bool is_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr bool is_alpha(char c) noexcept {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

std::string lower(std::string_view text);
std::string_view trim(std::string_view text) noexcept;
bool equal(std::string_view a, std::string_view b) noexcept;  ///< whatever the case
bool starts_with(std::string_view text, std::string_view prefix) noexcept;
/// Where `what` (lower case) occurs in `text`, whatever its case; npos when it does not.
std::size_t find(std::string_view text, std::string_view what, std::size_t from = 0) noexcept;
/// The line that begins at `from`, without its line feed.
std::string_view line_at(std::string_view text, std::size_t from) noexcept;
/// Every stretch of white space as one blank, none at the ends.
std::string squeeze(std::string_view text);

}  // namespace avow::ascii
