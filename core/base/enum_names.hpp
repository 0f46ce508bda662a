#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace avow {

/// A vocabulary: every value of an enumeration with its stable name, in one table. Used by SQL, JSON and the ABI alike.
template <typename Enum, std::size_t N>
struct EnumNames {
  std::array<std::pair<Enum, std::string_view>, N> table;

  constexpr std::string_view name(Enum value) const noexcept {
    for (const auto& [known, text] : table)
      if (known == value) return text;
    return {};
  }
  constexpr std::optional<Enum> parse(std::string_view text) const noexcept {
    for (const auto& [value, known] : table)
      if (known == text) return value;
    return std::nullopt;
  }
};

template <typename Enum, std::size_t N>
constexpr EnumNames<Enum, N> enum_names(const std::pair<Enum, std::string_view> (&table)[N]) {
  EnumNames<Enum, N> names{};
  for (std::size_t i = 0; i < N; ++i) names.table[i] = table[i];
  return names;
}

}  // namespace avow
