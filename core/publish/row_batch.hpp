#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "publish/fields.hpp"

namespace avow {

/// Rows made ready for one RowWriter, on whatever thread: as text where its format writes each row whole, else as
/// values. From RowWriter::batch(); goes back to RowWriter::add_batch().
class RowBatch {
 public:
  /// Calls give(Fields&), which says the fields of one row.
  template <typename Give>
  void add(const Give& give) {
    ++rows_;
    if (between_.empty()) {
      JsonFields fields(values_.emplace_back(Json::object()));
      give(fields);
      return;
    }
    if (rows_ > 1) text_ += between_;
    TextFields fields(text_);
    give(fields);
    fields.end();
  }

 private:
  friend class RowWriter;
  explicit RowBatch(std::string_view between) : between_(between) {}

  std::string_view between_;  ///< rows in text_; empty when values_ holds them
  std::size_t rows_ = 0;
  std::string text_;
  std::vector<Json> values_;
};

}  // namespace avow
