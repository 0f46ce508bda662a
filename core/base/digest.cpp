#include "base/digest.hpp"

#include <nettle/sha2.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <new>
#include <type_traits>

#include "base/decimal.hpp"

namespace avow {
namespace {

static_assert(sizeof(sha256_ctx) <= 128 && std::is_trivially_destructible_v<sha256_ctx>);

void update(sha256_ctx& state, std::string_view bytes) {
  sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

sha256_ctx& state_of(std::array<std::byte, 128>& storage) {
  return *std::launder(reinterpret_cast<sha256_ctx*>(storage.data()));
}

template <std::size_t N>
std::string to_hex(const std::array<std::uint8_t, N>& bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex(2 * N, '\0');
  for (std::size_t i = 0; i < N; ++i) {
    hex[2 * i] = digits[bytes[i] >> 4];
    hex[2 * i + 1] = digits[bytes[i] & 15];
  }
  return hex;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

template <std::size_t N>
bool from_hex(std::string_view hex, std::array<std::uint8_t, N>& bytes) {
  if (hex.size() != 2 * N) return false;
  for (std::size_t i = 0; i < N; ++i) {
    const int high = hex_digit(hex[2 * i]);
    const int low = hex_digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return true;
}

}  // namespace

std::string Digest::hex() const {
  return to_hex(bytes);
}

std::optional<Digest> Digest::parse(std::string_view hex) {
  Digest digest;
  return from_hex(hex, digest.bytes) ? std::optional(digest) : std::nullopt;
}

std::string Id::hex() const {
  return to_hex(bytes);
}

std::optional<Id> Id::parse(std::string_view hex) {
  Id id;
  return from_hex(hex, id.bytes) ? std::optional(id) : std::nullopt;
}

Digest sha256(std::string_view bytes) {
  sha256_ctx state;
  sha256_init(&state);
  update(state, bytes);
  Digest digest;
  sha256_digest(&state, digest.bytes.size(), digest.bytes.data());
  return digest;
}

Canonical::Canonical(std::string_view type) {
  sha256_init(new (state_.data()) sha256_ctx);
  add(type);
}

void Canonical::add(std::string_view part) {
  std::array<char, 8> length{};
  for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<char>(part.size() >> (8 * i));
  update(state_of(state_), {length.data(), length.size()});
  update(state_of(state_), part);
}

Canonical& Canonical::field(std::string_view name, std::string_view text) {
  add(name);
  add(text);
  return *this;
}

Canonical& Canonical::field(std::string_view name, const Id& id) {
  return field(name, std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
}

Canonical& Canonical::field(std::string_view name, const Digest& digest) {
  return field(name, std::string_view(reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()));
}

Canonical& Canonical::field(std::string_view name, std::int64_t number) {
  std::array<char, 24> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return field(name, std::string_view(text.data(), static_cast<std::size_t>(end - text.data())));
}

Canonical& Canonical::field(std::string_view name, double number) {
  return field(name, to_string(number));
}

Canonical& Canonical::flag(std::string_view name, bool value) {
  return field(name, std::string_view(value ? "1" : "0"));
}

Digest Canonical::digest() {
  Digest digest;
  sha256_digest(&state_of(state_), digest.bytes.size(), digest.bytes.data());
  return digest;
}

Id Canonical::id() {
  const Digest whole = digest();
  Id id;
  std::memcpy(id.bytes.data(), whole.bytes.data(), id.bytes.size());
  return id;
}

}  // namespace avow

std::size_t std::hash<avow::Id>::operator()(const avow::Id& id) const noexcept {
  // An id is a digest already: any eight bytes of it are spread as well as a hash.
  std::size_t value = 0;
  std::memcpy(&value, id.bytes.data(), sizeof value);
  return value;
}
