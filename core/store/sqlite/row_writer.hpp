#pragma once

#include <array>
#include <cstdint>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/digest.hpp"
#include "base/instant.hpp"
#include "store/sqlite/statement.hpp"

namespace avow::sqlite {

/// Binds the columns of one row in order, then runs the insert. Texts handed in must live until run().
/// Error (bad_input) for what the store could not give back as it came: texts that are not valid UTF-8 (naming the
/// column), days outside the years 0 to 9999, a score that is not a number.
class RowWriter {
 public:
  explicit RowWriter(Statement& statement) : statement_(statement) {}
  RowWriter& integer(std::int64_t value);
  RowWriter& real(double value);
  RowWriter& text(std::string_view value);
  RowWriter& id(const Id& value);
  RowWriter& digest(const Digest& value);
  RowWriter& blob(std::string_view bytes);
  /// Three columns: EDTF, earliest day, latest day.
  RowWriter& date(const Date& value);
  RowWriter& day(Day value);
  /// Two columns: value and step.
  RowWriter& decimal(const std::optional<Decimal>& value);
  /// Empty for a zero instant.
  RowWriter& instant(Instant value);
  RowWriter& owned(std::string value);
  void run() { statement_.run(); }

 private:
  RowWriter& day_or_null(Day value);

  Statement& statement_;
  int next_ = 1;
  std::array<std::array<char, 10>, 8> days_{};
  std::size_t days_used_ = 0;
  std::forward_list<std::string> owned_;  ///< costs nothing in the many rows that own none
};

}  // namespace avow::sqlite
