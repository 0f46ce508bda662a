#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

/// Reads CSV row by row (RFC 4180; LF alone also ends a row). Linear, holds one row.
class CsvReader {
 public:
  /// Fills the buffer with up to `size` bytes; 0 at the end.
  using Read = std::function<std::size_t(char* buffer, std::size_t size)>;
  /// `name` is for messages. A row that takes more than `row_limit` bytes of memory is refused.
  CsvReader(std::string name, Read read, std::size_t row_limit = std::size_t{1} << 30);

  /// The next row into `cells`; false at the end. Error: bad_input (name, line) for a quote that is not closed or text
  /// after one; limit for a row that is too long.
  bool next(std::vector<std::string>& cells);
  /// Line on which the row last read began, from 1.
  std::uint64_t line() const noexcept { return row_line_; }

 private:
  int get();
  int peek();
  void quoted(std::string& cell);
  bool cell(std::string& cell);
  void take(std::size_t bytes);

  std::string name_;
  Read read_;
  std::size_t row_limit_;
  std::size_t row_bytes_ = 0;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
};

/// Turns a file that export_csv() wrote back into the lines of export_ndjson(), for import_records(). A UTF-8 byte
/// order mark at its begin is passed over.
class CsvRecords {
 public:
  /// Error (bad_input) when the header has no column `json`.
  CsvRecords(std::string name, CsvReader::Read read);
  /// The next record as one line of NDJSON without the line feed; false at the end. Error as CsvReader::next(), and
  /// bad_input for a row with another number of cells than the header.
  bool next(std::string& line);

 private:
  std::string name_;
  CsvReader reader_;
  std::vector<std::string> cells_;
  std::size_t columns_ = 0;
  std::size_t json_column_ = 0;
};

}  // namespace avow
