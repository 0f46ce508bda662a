#include "store/sqlite/row_writer.hpp"

#include <sqlite3.h>

#include <chrono>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace avow::sqlite {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::bad_input, what + " cannot be stored", "correct the value");
}

/// YYYY-MM-DD by hand: a write path formats several of these a row.
void format_day(Day day, std::array<char, 10>& out) {
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999) refuse("a day in the year " + std::to_string(year));
  const auto put = [&out](std::size_t at, unsigned value) {
    out[at] = static_cast<char>('0' + value / 10);
    out[at + 1] = static_cast<char>('0' + value % 10);
  };
  put(0, static_cast<unsigned>(year / 100));
  put(2, static_cast<unsigned>(year % 100));
  out[4] = out[7] = '-';
  put(5, static_cast<unsigned>(date.month()));
  put(8, static_cast<unsigned>(date.day()));
}

/// The column that the parameter fills, as messages name it: "title of a document".
std::string column_of(const Statement& insert, int parameter) {
  const std::string_view sql = insert.sql();
  constexpr std::string_view into = "INSERT INTO ";
  const std::size_t begin = sql.find(into) + into.size();
  const std::string table(sql.substr(begin, sql.find(' ', begin) - begin));
  Statement columns(insert.connection(), "SELECT * FROM " + table);
  // An insert that names its columns leaves out the key, which SQLite gives out.
  const int left_out = sql.substr(begin + table.size()).starts_with(" (") ? 0 : 1;
  const char* name = sqlite3_column_name(columns.handle(), parameter - left_out);
  return std::string(name == nullptr ? "text" : name) + " of a row of " + table;
}

bool is_open_end(Day day) {
  const std::int32_t number = day_number(day);
  return number == std::numeric_limits<std::int32_t>::min() || number == std::numeric_limits<std::int32_t>::max();
}

}  // namespace

RowWriter& RowWriter::integer(std::int64_t value) {
  statement_.bind(next_++, value);
  return *this;
}

RowWriter& RowWriter::real(double value) {
  if (!std::isfinite(value)) refuse("a number that is infinite or none at all");
  statement_.bind(next_++, value);
  return *this;
}

RowWriter& RowWriter::text(std::string_view value) {
  if (const auto at = utf8::first_invalid(value))
    refuse("byte " + std::to_string(*at) + " of the " + column_of(statement_, next_) + " is no UTF-8, which");
  statement_.bind(next_++, value);
  return *this;
}

RowWriter& RowWriter::id(const Id& value) {
  statement_.bind(next_++, value);
  return *this;
}

RowWriter& RowWriter::digest(const Digest& value) {
  statement_.bind(next_++, value);
  return *this;
}

RowWriter& RowWriter::blob(std::string_view bytes) {
  statement_.bind_blob(next_++, bytes);
  return *this;
}

RowWriter& RowWriter::day(Day value) {
  auto& buffer = days_.at(days_used_++);
  format_day(value, buffer);
  return text({buffer.data(), buffer.size()});
}

RowWriter& RowWriter::day_or_null(Day value) {
  if (!is_open_end(value)) return day(value);
  statement_.bind_null(next_++);
  return *this;
}

RowWriter& RowWriter::date(const Date& value) {
  text(value.text());
  if (value.known()) return day_or_null(value.earliest()).day_or_null(value.latest());
  statement_.bind_null(next_++);
  statement_.bind_null(next_++);
  return *this;
}

RowWriter& RowWriter::decimal(const std::optional<Decimal>& value) {
  if (value) return real(value->value).real(value->step);
  statement_.bind_null(next_++);
  statement_.bind_null(next_++);
  return *this;
}

RowWriter& RowWriter::instant(Instant value) {
  if (value == Instant{}) return text("");
  std::string written = value.text();
  if (Instant::parse_end(written) != value) refuse("the moment " + written);
  return owned(std::move(written));
}

RowWriter& RowWriter::owned(std::string value) {
  owned_.push_front(std::move(value));
  return text(owned_.front());
}

}  // namespace avow::sqlite
