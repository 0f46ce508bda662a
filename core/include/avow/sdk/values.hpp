#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "avow/plugin_abi.h"

/// Small values that everything else is made of, and how they stand in the structs of the ABI.
namespace avow::sdk {

/// A half-open byte range [begin, end) of the document's text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  auto operator<=>(const Span&) const = default;
  constexpr std::size_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  constexpr bool contains(std::size_t offset) const noexcept { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
};

/// A number as said: `step` is the smallest step that the wording distinguishes ("2.0": 0.1; "1.5 billion": 1e8), 0
/// when not known.
struct Number {
  double value = 0;
  double step = 0;
  bool operator==(const Number&) const = default;
};

/// Days since 1970-01-01; the open ends of time are below and above every other day.
using DayNumber = std::int32_t;
inline constexpr DayNumber open_start = INT32_MIN;
inline constexpr DayNumber open_end = INT32_MAX;

/// A date with precision. Empty `edtf`: unknown, and the days mean nothing then.
struct Date {
  std::string_view edtf;
  DayNumber earliest = 0;
  DayNumber latest = 0;
  constexpr bool known() const noexcept { return !edtf.empty(); }
};

namespace detail {

constexpr std::string_view view(avow_str text) noexcept {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, static_cast<std::size_t>(text.size)};
}
constexpr avow_str raw(std::string_view text) noexcept {
  return {text.data(), text.size()};
}
constexpr Span view(avow_span span) noexcept {
  return {static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)};
}
constexpr avow_span raw(Span span) noexcept {
  return {span.begin, span.end};
}
constexpr std::optional<Number> view(avow_number number) noexcept {
  if (number.present == 0) return std::nullopt;
  return Number{number.value, number.step};
}
constexpr avow_number raw(const std::optional<Number>& number) noexcept {
  return number ? avow_number{number->value, number->step, 1} : avow_number{};
}
constexpr Date view(const avow_date& date) noexcept {
  return {view(date.edtf), date.earliest, date.latest};
}
constexpr avow_date raw_date(std::string_view edtf) noexcept {
  return {raw(edtf), 0, 0};
}

}  // namespace detail

}  // namespace avow::sdk
