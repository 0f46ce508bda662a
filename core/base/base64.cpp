#include "base/base64.hpp"

#include <nettle/base64.h>

#include <cstdint>

namespace avow {

std::string base64(std::string_view bytes) {
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.find_first_of(" \t\n\v\f\r") != std::string_view::npos) return std::nullopt;  // nettle passes over them
  base64_decode_ctx state;
  base64_decode_init(&state);
  std::size_t size = BASE64_DECODE_LENGTH(text.size());
  std::string bytes(size, '\0');
  const bool read =
      base64_decode_update(&state, &size, reinterpret_cast<std::uint8_t*>(bytes.data()), text.size(), text.data()) == 1;
  if (!read || base64_decode_final(&state) != 1) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace avow
