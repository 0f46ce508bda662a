#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/digest.hpp"
#include "base/instant.hpp"
#include "model/maker.hpp"
#include "store/sqlite/statement.hpp"

namespace avow::sqlite {

/// Reads the columns of one row in order. What the writer could not have written (a word outside its vocabulary, a day
/// that does not follow from its date, a number out of range) is remembered, and ends in finish().
class RowReader {
 public:
  explicit RowReader(Statement& statement, int first_column = 0) : statement_(statement), next_(first_column) {}

  std::string text() { return std::string(view()); }
  std::string_view view() { return statement_.text(next_++); }
  std::int64_t integer() { return statement_.integer(next_++); }
  double real() { return statement_.real(next_++); }
  template <typename Integer>
  Integer narrow() {
    const std::int64_t wide = integer();
    const auto value = static_cast<Integer>(wide);
    expect(static_cast<std::int64_t>(value) == wide);
    return value;
  }
  bool flag();
  Id id();
  std::optional<Id> id_or_none();
  Digest digest();
  /// Zero for an empty blob.
  Digest digest_or_zero();
  Date date();
  Day day();
  Instant instant();
  std::optional<Decimal> decimal();
  /// Six columns.
  Maker maker();
  template <typename Vocabulary>
  auto word(const Vocabulary& vocabulary) {
    const auto value = vocabulary.parse(view());
    expect(value.has_value());
    return value.value_or(vocabulary.table[0].first);
  }
  void skip(int columns) { next_ += columns; }
  /// The next column is left to the caller.
  int take() { return next_++; }
  bool is_null() const { return statement_.is_null(next_); }

  void expect(bool holds) { sound_ = sound_ && holds; }
  bool sound() const noexcept { return sound_; }
  /// Error (integrity) when the row was not sound.
  void finish(std::string_view kind) const;

 private:
  bool is_day_or_null(Day day);

  Statement& statement_;
  int next_;
  bool sound_ = true;
};

}  // namespace avow::sqlite
