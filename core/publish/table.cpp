#include "publish/table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/assessment.hpp"
#include "publish/terminal.hpp"

namespace avow {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t least_width = 6;
/// A column without a limit on the table's width: a whole article in a cell helps nobody.
constexpr std::size_t most_width = 2000;
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";
constexpr std::string_view verdict_column = "verdict";

void append_padded(std::string& line, std::string_view text, std::size_t width, bool right, std::string_view color) {
  const std::size_t used = display_width(text);
  const std::size_t blanks = width > used ? width - used : 0;
  if (right) line.append(blanks, ' ');
  line.append(color).append(text);
  if (!color.empty()) line.append(plain);
  if (!right) line.append(blanks, ' ');
}

void trim_right(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

}  // namespace

void shrink_to(std::vector<std::size_t>& widths, std::size_t room, std::size_t least) {
  std::size_t sum = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  while (sum > room) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (widest == widths.end() || *widest <= least) return;
    --*widest;
    --sum;
  }
}

std::string_view verdict_color(std::string_view verdict) noexcept {
  static constexpr std::pair<Verdict, std::string_view> colors[] = {
      {Verdict::on_track, "\x1b[32m"},    {Verdict::kept_so_far, "\x1b[32m"}, {Verdict::kept, "\x1b[32m"},
      {Verdict::supported, "\x1b[32m"},   {Verdict::off_track, "\x1b[33m"},   {Verdict::stalled, "\x1b[33m"},
      {Verdict::partly_kept, "\x1b[33m"}, {Verdict::mixed, "\x1b[33m"},       {Verdict::broken, "\x1b[31m"},
      {Verdict::withdrawn, "\x1b[31m"},   {Verdict::refuted, "\x1b[31m"},     {Verdict::thwarted, "\x1b[35m"},
      {Verdict::not_due, "\x1b[2m"},      {Verdict::undecidable, "\x1b[2m"}};
  const auto known = verdicts.parse(verdict);
  for (const auto& [value, color] : colors)
    if (known == value) return color;
  return {};
}

TableSink::TableSink(RowOptions options, RowWriter::Write write)
    : options_(std::move(options)), write_(std::move(write)) {}

void TableSink::add(const Json& row) {
  if (laid_out_) return write_row(safe_cells(row));
  hold_back(row);
  if (sample_.size() == RowWriter::table_sample) lay_out();
}

void TableSink::end() {
  if (!laid_out_ && !sample_.empty()) lay_out();
}

TableSink::Cells TableSink::safe_cells(const Json& row) const {
  Cells cells = cells_of(row, options_.columns);
  for (std::string& cell : cells) cell = terminal_text(cell);
  return cells;
}

void TableSink::hold_back(const Json& row) {
  if (options_.columns.empty()) options_.columns = keys_of(row);
  if (columns_.empty())
    for (const std::string& name : options_.columns) {
      const std::string header = terminal_text(name);
      columns_.push_back({header, display_width(header)});
    }
  sample_.push_back(safe_cells(row));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].width = std::max(columns_[i].width, std::min(most_width, display_width(sample_.back()[i])));
    const auto value = row.find(options_.columns[i]);
    columns_[i].numbers &= value == row.end() || value->is_number() || value->is_null();
  }
}

void TableSink::lay_out() {
  laid_out_ = true;
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(column.width);
  const std::size_t gaps = columns_.empty() ? 0 : gap.size() * (columns_.size() - 1);
  if (options_.width > 0) shrink_to(widths, options_.width > gaps ? options_.width - gaps : 0, least_width);
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].width = widths[i];
  write_header();
  for (const Cells& cells : std::exchange(sample_, {})) write_row(cells);
}

void TableSink::write_header() {
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) line += gap;
    append_padded(line, fit(columns_[i].name, columns_[i].width), columns_[i].width, columns_[i].numbers,
                  options_.color ? bold : std::string_view());
  }
  trim_right(line);
  write_(line += '\n');
}

void TableSink::write_row(const Cells& cells) {
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) line += gap;
    const bool colored = options_.color && options_.columns[i] == verdict_column;
    append_padded(line, fit(cells[i], columns_[i].width), columns_[i].width, columns_[i].numbers,
                  colored ? verdict_color(cells[i]) : std::string_view());
  }
  trim_right(line);
  write_(line += '\n');
}

}  // namespace avow
