#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/row_sink.hpp"

namespace avow {

/// Rows as padded columns for a terminal, see RowWriter.
class TableSink : public RowWriter::Sink {
 public:
  TableSink(RowOptions options, RowWriter::Write write);
  void add(const Json& row) override;
  void end() override;

 private:
  struct Column {
    std::string name;
    std::size_t width = 0;
    bool numbers = true;  ///< every cell of the sample is a number or empty
  };
  using Cells = std::vector<std::string>;

  void hold_back(const Json& row);
  void lay_out();
  void write_header();
  void write_row(const Cells& cells);
  Cells safe_cells(const Json& row) const;

  RowOptions options_;
  RowWriter::Write write_;
  std::vector<Column> columns_;
  std::vector<Cells> sample_;
  bool laid_out_ = false;
};

/// Widths that sum up to at most `room`, taken from the widest first; none shrinks below `least` (or its own width).
void shrink_to(std::vector<std::size_t>& widths, std::size_t room, std::size_t least);

/// The escape sequence in which a verdict's name is shown, empty for any other text.
std::string_view verdict_color(std::string_view verdict) noexcept;

}  // namespace avow
