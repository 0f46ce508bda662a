#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace avow {

/// A SHA-256 digest (FIPS 180-4).
struct Digest {
  std::array<std::uint8_t, 32> bytes{};
  auto operator<=>(const Digest&) const = default;
  std::string hex() const;
  /// From exactly 64 lower- or upper-case hex digits; nullopt otherwise.
  static std::optional<Digest> parse(std::string_view hex);
};

/// Name of a document, claim, reading, observation, assessment: the first 16 bytes of the SHA-256 of its canonical
/// content. All zero means "none".
struct Id {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const Id&) const = default;
  bool empty() const noexcept { return *this == Id{}; }
  std::string hex() const;
  /// From exactly 32 hex digits; nullopt otherwise. A prefix is resolved by the store, not here.
  static std::optional<Id> parse(std::string_view hex);
};

/// SHA-256 over bytes in one go.
Digest sha256(std::string_view bytes);

/// Builds canonical content and digests it: a type name, then fields in a fixed order. Each part goes in as its length
/// (8 bytes, little-endian) and its bytes, so that no two different sequences of fields give the same bytes.
/// A stored row is verified by building it again. Not thread-safe; use one per value.
class Canonical {
 public:
  explicit Canonical(std::string_view type);
  Canonical& field(std::string_view name, std::string_view text);
  Canonical& field(std::string_view name, const Id& id);
  Canonical& field(std::string_view name, const Digest& digest);
  Canonical& field(std::string_view name, std::int64_t number);
  /// Shortest decimal form that reads back as the same double, "nan" or "inf" for what has none.
  Canonical& field(std::string_view name, double number);
  Canonical& flag(std::string_view name, bool value);
  /// Ends the content. May be called once.
  Digest digest();
  Id id();

 private:
  void add(std::string_view part);
  // The sha256_ctx of nettle, 112 bytes; kept opaque so that nettle stays inside digest.cpp.
  alignas(8) std::array<std::byte, 128> state_{};
};

}  // namespace avow

template <>
struct std::hash<avow::Id> {
  std::size_t operator()(const avow::Id& id) const noexcept;
};
