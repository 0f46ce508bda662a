#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace avow::sqlite {

/// Whole numbers in as few bytes as they need: seven bits to a byte, the lowest first, the top bit set on all but the
/// last (LEB128, as in DWARF 5, section 7.6). Offsets have their sign in the lowest bit.
class PackedWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void offset(std::int64_t value) {
    number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
  }
  std::string take() { return std::exchange(bytes_, {}); }

 private:
  std::string bytes_;
};

/// Reads what PackedWriter wrote. Past the end, or where no number can be, it gives 0 and is no longer sound.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    at_ = end_;
    sound_ = false;
    return 0;
  }
  std::int64_t offset() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
  }
  bool done() const noexcept { return at_ == end_; }
  bool sound() const noexcept { return sound_; }

 private:
  const char* at_;
  const char* end_;
  bool sound_ = true;
};

}  // namespace avow::sqlite
