#include "publish/web_address.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace avow {

std::string web_address(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
  const bool plain = std::none_of(url.begin(), url.end(), [](unsigned char c) {
    return c <= 0x20 || c == 0x7F ||
           std::string_view("\"<>\\^`{|}").find(static_cast<char>(c)) != std::string_view::npos;
  });
  return plain && !utf8::first_invalid(url) ? std::string(url) : std::string();
}

}  // namespace avow
