#include "query/paging.hpp"

#include <fmt/format.h>

#include "base/error.hpp"

namespace avow {
namespace {

constexpr std::size_t id_digits = 32;

std::string_view word_of(ClaimFilter::Order order) {
  switch (order) {
    case ClaimFilter::Order::said_newest_first:
      return "said.";
    case ClaimFilter::Order::due_first:
      return "due.";
    case ClaimFilter::Order::relevance:
      break;
  }
  throw Error(ErrorCode::usage, "claims by relevance cannot be had page by page", "sort them by said or due");
}

bool has_last_day(const Date& date) {
  return date.known() && day_number(date.latest()) != INT32_MAX;
}

}  // namespace

std::string cursor_of(const ClaimRow& last, ClaimFilter::Order order) {
  const std::string_view word = word_of(order);
  const bool by_due = order == ClaimFilter::Order::due_first;
  const Date date = by_due ? (last.reading ? last.reading->target.due : Date()) : last.claim.said;
  const Id id = by_due ? last.reading_id.value_or(last.id) : last.id;
  return fmt::format("{}{}.{}", word, has_last_day(date) ? to_string(date.latest()) : std::string(), id.hex());
}

PageEnd parse_cursor(std::string_view cursor, ClaimFilter::Order order) {
  const std::string_view word = word_of(order);
  const auto fail = [&]() -> Error {
    return {ErrorCode::usage,
            fmt::format("'{}' is no place in the order by {}", cursor, word.substr(0, word.size() - 1)),
            "give --after the cursor of the page before, and the same --sort"};
  };
  if (!cursor.starts_with(word) || cursor.size() < word.size() + 1 + id_digits) throw fail();
  const auto id = Id::parse(cursor.substr(cursor.size() - id_digits));
  std::string_view day = cursor.substr(word.size(), cursor.size() - word.size() - id_digits);
  if (!id || !day.ends_with('.')) throw fail();
  day.remove_suffix(1);
  const auto parsed = parse_day(day);
  if (!day.empty() && !parsed) throw fail();
  return {parsed, *id};
}

}  // namespace avow
