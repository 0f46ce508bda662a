#include "publish/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace avow {
namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr int at_end = -1;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view json_header = "json";

}  // namespace

CsvReader::CsvReader(std::string name, Read read, std::size_t row_limit)
    : name_(std::move(name)), read_(std::move(read)), row_limit_(row_limit), buffer_(buffer_bytes, '\0') {}

int CsvReader::peek() {
  if (at_ == size_) {
    size_ = read_(buffer_.data(), buffer_.size());
    at_ = 0;
  }
  return at_ < size_ ? static_cast<unsigned char>(buffer_[at_]) : at_end;
}

int CsvReader::get() {
  const int c = peek();
  if (c == at_end) return c;
  ++at_;
  if (c == '\n') ++line_;
  return c;
}

/// Counts what the row takes, empty cells too.
void CsvReader::take(std::size_t bytes) {
  row_bytes_ += bytes;
  if (row_bytes_ > row_limit_)
    throw Error(ErrorCode::limit, fmt::format("{}:{}: the row takes more than {} bytes", name_, row_line_, row_limit_));
}

/// Reads on after the opening quotation mark.
void CsvReader::quoted(std::string& cell) {
  for (;;) {
    const int c = get();
    if (c == at_end)
      throw Error(ErrorCode::bad_input, fmt::format("{}:{}: a quotation mark is not closed", name_, row_line_));
    if (c == '"') {
      if (peek() != '"') return;
      get();
    }
    take(1);
    cell.push_back(static_cast<char>(c));
  }
}

/// Reads a cell up to what ends it; false when that ends the row too.
bool CsvReader::cell(std::string& cell) {
  bool was_quoted = false;
  if (peek() == '"') {
    get();
    quoted(cell);
    was_quoted = true;
  }
  for (;;) {
    const int c = get();
    if (c == ',') return true;
    if (c == at_end || c == '\n') return false;
    if (c == '\r' && (peek() == '\n' || peek() == at_end)) continue;
    if (was_quoted)
      throw Error(ErrorCode::bad_input, fmt::format("{}:{}: text follows a closing quotation mark", name_, line_));
    take(1);
    cell.push_back(static_cast<char>(c));
  }
}

bool CsvReader::next(std::vector<std::string>& cells) {
  cells.clear();
  if (peek() == at_end) return false;
  row_line_ = line_;
  row_bytes_ = 0;
  do {
    take(sizeof(std::string));
    cells.emplace_back();
  } while (cell(cells.back()));
  return true;
}

CsvRecords::CsvRecords(std::string name, CsvReader::Read read)
    : name_(name), reader_(std::move(name), std::move(read)) {
  reader_.next(cells_);
  if (!cells_.empty() && cells_[0].starts_with(byte_order_mark)) cells_[0].erase(0, byte_order_mark.size());
  const auto json = std::find(cells_.begin(), cells_.end(), json_header);
  if (json == cells_.end())
    throw Error(ErrorCode::bad_input, fmt::format("{}:1: the header has no column \"json\"", name_),
                "give it a file as `avow export --format csv` wrote it");
  columns_ = cells_.size();
  json_column_ = static_cast<std::size_t>(json - cells_.begin());
}

bool CsvRecords::next(std::string& line) {
  do {
    if (!reader_.next(cells_)) return false;
  } while (cells_.size() == 1 && cells_[0].empty());
  if (cells_.size() != columns_)
    throw Error(ErrorCode::bad_input,
                fmt::format("{}:{}: {} cells, but the header has {}", name_, reader_.line(), cells_.size(), columns_));
  line = std::move(cells_[json_column_]);
  return true;
}

}  // namespace avow
