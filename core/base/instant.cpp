#include "base/instant.hpp"

#include <fmt/format.h>

#include <chrono>

namespace avow {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day_length = 86'400 * second;

std::optional<std::int64_t> two_digits(std::string_view text, std::int64_t below) {
  if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
  const std::int64_t value = (text[0] - '0') * 10 + (text[1] - '0');
  return value < below ? std::optional(value) : std::nullopt;
}

/// Reads up to six digits after the point; `unit` becomes the length of the last digit read.
std::optional<std::int64_t> fraction(std::string_view digits, std::int64_t& unit) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    unit /= 10;
    value += (c - '0') * unit;
  }
  return value;
}

/// HH:MM[:SS[.ffffff]], as the last microsecond of what it names.
std::optional<std::int64_t> end_of_time(std::string_view time) {
  if (time.size() < 5 || time[2] != ':') return std::nullopt;
  const auto hour = two_digits(time.substr(0, 2), 24);
  const auto minute = two_digits(time.substr(3, 2), 60);
  if (!hour || !minute) return std::nullopt;
  std::int64_t at = (*hour * 60 + *minute) * 60 * second;
  std::int64_t unit = 60 * second;
  if (time.size() > 5) {
    if (time.size() < 8 || time[5] != ':') return std::nullopt;
    const auto seconds = two_digits(time.substr(6, 2), 60);
    if (!seconds) return std::nullopt;
    at += *seconds * second;
    unit = second;
    if (time.size() > 8) {
      const auto part = time[8] == '.' ? fraction(time.substr(9), unit) : std::nullopt;
      if (!part) return std::nullopt;
      at += *part;
    }
  }
  return at + unit - 1;
}

}  // namespace

std::string Instant::text() const {
  const std::int64_t in_day = microseconds - std::int64_t{day_number(day())} * day_length;
  const std::int64_t seconds = in_day / second;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", to_string(day()), seconds / 3600, seconds / 60 % 60, seconds % 60,
                     in_day % second);
}

Day Instant::day() const noexcept {
  std::int64_t days = microseconds / day_length;
  if (microseconds % day_length < 0) --days;
  return day_from_number(static_cast<std::int32_t>(days));
}

std::optional<Instant> Instant::parse_end(std::string_view text) {
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  const std::int64_t begin = std::int64_t{day_number(*day)} * day_length;
  if (text.size() == 10) return Instant{begin + day_length - 1};
  if (text[10] != 'T' || text.back() != 'Z') return std::nullopt;
  const auto time = end_of_time(text.substr(11, text.size() - 12));
  return time ? std::optional(Instant{begin + *time}) : std::nullopt;
}

Instant system_now() {
  using std::chrono::microseconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<microseconds>(now).count()};
}

}  // namespace avow
