#include "publish/content_uuid.hpp"

namespace avow {

std::string content_uuid(const Id& id) {
  Id marked = id;
  marked.bytes[6] = static_cast<std::uint8_t>((marked.bytes[6] & 0x0F) | 0x80);  // version 8
  marked.bytes[8] = static_cast<std::uint8_t>((marked.bytes[8] & 0x3F) | 0x80);  // variant 10
  std::string text = marked.hex();
  for (const std::size_t at : {8, 13, 18, 23}) text.insert(at, 1, '-');
  return text;
}

}  // namespace avow
