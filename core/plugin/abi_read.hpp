#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "avow/plugin_abi.h"
#include "plugin/values.hpp"

/// From what a plugin hands over to checked values of the core. Everything here is hostile: each function throws
/// Error (plugin) saying which field breaks the contract and how.
namespace avow::abi {

/// Ends the reading of an answer: "candidate.kind: ...".
[[noreturn]] void refuse(std::string_view field, std::string_view why);

/// What one answer may still take; strings and items are charged before they are looked at.
class Budget {
 public:
  explicit Budget(std::size_t bytes) : left_(bytes), limit_(bytes) {}
  void charge(std::uint64_t bytes);

 private:
  std::uint64_t left_;
  std::size_t limit_;
};

/// A struct that may be older (shorter: the rest is zero) or newer (longer: the rest is ignored) than ours. `available`
/// is how far the next item lies.
template <typename Struct>
Struct read_struct(const void* from, std::string_view field, std::uint64_t available = UINT64_MAX) {
  static_assert(std::is_trivially_copyable_v<Struct>);
  if (from == nullptr) refuse(field, "is NULL");
  std::uint64_t size = 0;
  std::memcpy(&size, from, sizeof size);
  if (size < sizeof size || size > available) refuse(field, "has a struct_size that cannot be");
  Struct out{};
  std::memcpy(&out, from, static_cast<std::size_t>(std::min<std::uint64_t>(size, sizeof(Struct))));
  return out;
}

/// Calls `take(item)` for each struct of an array.
template <typename Struct, typename Take>
void read_array(const avow_array& array, std::string_view field, Budget& budget, Take take) {
  if (array.count == 0) return;
  if (array.items == nullptr) refuse(field, "has a count, but items is NULL");
  if (array.stride < sizeof(std::uint64_t) || array.count > UINT64_MAX / array.stride)
    refuse(field, "has a stride that cannot be");
  budget.charge(array.count * array.stride);
  const char* item = static_cast<const char*>(array.items);
  for (std::uint64_t i = 0; i < array.count; ++i, item += array.stride)
    take(read_struct<Struct>(item, field, array.stride));
}

/// Well-formed UTF-8 without NUL.
std::string read_text(avow_str text, std::string_view field, Budget& budget);
/// Not empty, within `text` and on its character boundaries.
Span read_span(avow_span span, std::string_view field, std::string_view text);
/// The same words shortened and made valid UTF-8, whatever they are: for messages.
std::string read_reason(avow_str reason);
/// Day numbers at the ends of their range are open: unknown.
Date read_open_day(std::int32_t day);

Candidate read_candidate(const void* item, std::string_view text, Budget& budget);
Judgement read_judgement(const void* item, Budget& budget);
ObservationQuery read_observation_query(const void* query, Budget& budget);
PassageQuery read_passage_query(const void* query, Budget& budget);

}  // namespace avow::abi
