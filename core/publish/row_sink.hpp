#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/rows.hpp"

namespace avow {

/// One format of rows.
class RowWriter::Sink {
 public:
  virtual ~Sink() = default;
  virtual void add(const Json& row) = 0;
  /// What stands between the texts of two rows; empty when rows are not written as the text of their JSON.
  virtual std::string_view between() const { return {}; }
  /// Writes rows that are text already, with between() between them. Only for sinks that have one.
  virtual void add_text(std::string_view) {}
  virtual void end() = 0;
};

/// Names of the fields of a row, in order.
std::vector<std::string> keys_of(const Json& row);

/// The fields of a row as cell_text(), by column; empty where it has none.
std::vector<std::string> cells_of(const Json& row, const std::vector<std::string>& columns);

}  // namespace avow
