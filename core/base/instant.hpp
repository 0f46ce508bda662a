#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace avow {

/// A moment in UTC, microseconds since 1970-01-01T00:00:00Z: journal time.
struct Instant {
  std::int64_t microseconds = 0;
  auto operator<=>(const Instant&) const = default;
  /// "2026-11-23T14:02:03.123456Z".
  std::string text() const;
  Day day() const noexcept;
  /// A day (its last microsecond), or YYYY-MM-DDTHH:MM[:SS[.ffffff]]Z; a form cut short means the end of what it names,
  /// so that "as of 14:02" includes all of that minute. nullopt for anything else.
  static std::optional<Instant> parse_end(std::string_view text);
};

/// Where the time comes from; tests and replays hand in their own.
using Clock = std::function<Instant()>;
Instant system_now();

}  // namespace avow
