#include "read/outcome_status.hpp"

#include <algorithm>
#include <array>

#include "read/ascii.hpp"
#include "read/row_choice.hpp"

namespace avow {
namespace {

struct StatusCode {
  char letter;
  Status status;
  std::string_view meaning;  ///< empty for what the status says already
};

constexpr std::array codes = {
    StatusCode{'a', Status::actual, ""},
    StatusCode{'b', Status::actual, "break in the series"},
    StatusCode{'c', Status::actual, "confidential"},
    StatusCode{'d', Status::actual, "definition differs"},
    StatusCode{'e', Status::estimate, ""},
    StatusCode{'f', Status::forecast, ""},
    StatusCode{'g', Status::actual, "experimental"},
    StatusCode{'h', Status::actual, "missing, holiday"},
    StatusCode{'i', Status::estimate, "imputed"},
    StatusCode{'j', Status::actual, "derogation"},
    StatusCode{'k', Status::actual, "included in another category"},
    StatusCode{'l', Status::actual, "missing, not collected"},
    StatusCode{'m', Status::actual, "missing, cannot exist"},
    StatusCode{'n', Status::actual, "not significant"},
    StatusCode{'o', Status::actual, "missing"},
    StatusCode{'p', Status::estimate, "provisional"},
    StatusCode{'q', Status::actual, "suppressed"},
    StatusCode{'r', Status::actual, "revised"},
    StatusCode{'s', Status::estimate, "estimated by the collector"},
    StatusCode{'u', Status::actual, "low reliability"},
    StatusCode{'v', Status::actual, "not validated"},
    StatusCode{'z', Status::actual, "not applicable"},
};
/// More flags than this are a word.
constexpr std::size_t max_flags = 4;

/// One code after the other; false at a sign that is none.
bool add_flag(char c, PublishedStatus& result) {
  if (c == ';' || c == ',' || ascii::is_space(c)) return true;
  const auto code =
      std::find_if(codes.begin(), codes.end(), [&](const auto& k) { return k.letter == ascii::lower(c); });
  if (code == codes.end()) return false;
  result.status = std::max(result.status, code->status);
  if (!code->meaning.empty())
    result.note += (result.note.empty() ? "OBS_STATUS " : ", ") + std::string(1, c) + ": " + std::string(code->meaning);
  return true;
}

}  // namespace

std::optional<PublishedStatus> parse_status(std::string_view text) {
  text = ascii::trim(text);
  if (const auto word = statuses.parse(ascii::lower(text)); word && !text.empty()) return PublishedStatus{*word, {}};
  const auto flags = code_of(text);
  const auto letters = std::count_if(flags.begin(), flags.end(), ascii::is_alpha);
  if (letters == 0 || static_cast<std::size_t>(letters) > max_flags) return std::nullopt;
  PublishedStatus result;
  const bool all_known = std::all_of(flags.begin(), flags.end(), [&](char c) { return add_flag(c, result); });
  return all_known ? std::optional(result) : std::nullopt;
}

}  // namespace avow
