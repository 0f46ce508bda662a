#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

/// One record of a CSV file. A record that breaks the rules keeps the cells before the break and says what is wrong.
struct CsvRecord {
  std::size_t line = 0;  ///< on which it begins, from 1
  std::vector<std::string> cells;
  std::string problem;  ///< empty when it is well formed; the cell concerned is the last of `cells`
};

/// Reads CSV as RFC 4180 has it: cells in double quotes may hold separators, line ends and doubled quotes; outside
/// quotes there is no quote. Lines end with "\n" (decode_text has seen to it); empty lines are passed over. After a
/// broken record reading goes on with the next line. Linear; the text must outlive the reader.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}
  /// False at the end of the text.
  bool next(CsvRecord& record);

 private:
  bool read_cell(CsvRecord& record);
  bool read_quoted(CsvRecord& record);
  void break_off(CsvRecord& record, std::string problem);

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// The separator of a CSV: of comma, semicolon and tab the one that its first lines hold most.
char csv_separator(std::string_view text) noexcept;

}  // namespace avow
