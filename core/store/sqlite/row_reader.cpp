#include "store/sqlite/row_reader.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"

namespace avow::sqlite {
namespace {

template <typename Bytes>
Bytes copy_bytes(std::string_view blob, bool& sound) {
  Bytes value;
  sound = blob.size() == value.bytes.size();
  if (sound) std::copy(blob.begin(), blob.end(), value.bytes.begin());
  return value;
}

}  // namespace

bool RowReader::flag() {
  const std::int64_t value = integer();
  expect(value == 0 || value == 1);
  return value == 1;
}

Id RowReader::id() {
  bool sound = false;
  const Id value = copy_bytes<Id>(statement_.blob(next_++), sound);
  expect(sound);
  return value;
}

std::optional<Id> RowReader::id_or_none() {
  if (!is_null()) return id();
  ++next_;
  return std::nullopt;
}

Digest RowReader::digest() {
  bool sound = false;
  const Digest value = copy_bytes<Digest>(statement_.blob(next_++), sound);
  expect(sound);
  return value;
}

Digest RowReader::digest_or_zero() {
  if (!statement_.blob(next_).empty()) {
    const Digest value = digest();
    expect(value != Digest{});
    return value;
  }
  ++next_;
  return {};
}

bool RowReader::is_day_or_null(Day day) {
  const std::int32_t number = day_number(day);
  const bool open =
      number == std::numeric_limits<std::int32_t>::min() || number == std::numeric_limits<std::int32_t>::max();
  const bool null = is_null();
  const std::string_view written = view();
  return open ? null : !null && parse_day(written) == day;
}

Date RowReader::date() {
  const std::string_view written = view();
  if (written.empty()) {
    expect(is_null());
    ++next_;
    expect(is_null());
    ++next_;
    return {};
  }
  const std::optional<Date> value = Date::parse(written);
  if (!value) {
    expect(false);
    next_ += 2;
    return {};
  }
  expect(value->text() == written);
  expect(is_day_or_null(value->earliest()));
  expect(is_day_or_null(value->latest()));
  return *value;
}

Day RowReader::day() {
  const std::optional<Day> value = parse_day(view());
  expect(value.has_value());
  return value.value_or(Day{});
}

Instant RowReader::instant() {
  const std::string_view written = view();
  if (written.empty()) return {};
  const std::optional<Instant> value = Instant::parse_end(written);
  expect(value.has_value() && *value != Instant{} && value->text() == written);
  return value.value_or(Instant{});
}

std::optional<Decimal> RowReader::decimal() {
  const bool no_value = is_null();
  const double value = real();
  const bool no_step = is_null();
  const double step = real();
  expect(no_value == no_step);
  return no_value ? std::nullopt : std::optional(Decimal{value, step});
}

Maker RowReader::maker() {
  Maker maker;
  maker.plugin = text();
  maker.version = text();
  maker.revision = narrow<std::uint32_t>();
  maker.configuration = digest_or_zero();
  maker.person = text();
  maker.at = instant();
  return maker;
}

void RowReader::finish(std::string_view kind) const {
  if (!sound_)
    throw Error(ErrorCode::integrity, "a row of " + std::string(kind) + " holds what was never written there",
                "run 'avow verify' to see which row, and restore the store from a backup");
}

}  // namespace avow::sqlite
