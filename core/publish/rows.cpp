#include "publish/rows.hpp"

#include <utility>

#include "publish/csv_text.hpp"
#include "publish/row_batch.hpp"
#include "publish/row_sink.hpp"
#include "publish/table.hpp"
#include "publish/terminal.hpp"

namespace avow {
namespace {

class NdjsonSink : public RowWriter::Sink {
 public:
  explicit NdjsonSink(RowWriter::Write write) : write_(std::move(write)) {}
  void add(const Json& row) override { add_text(json_text(row)); }
  std::string_view between() const override { return "\n"; }
  void add_text(std::string_view rows) override {
    write_(rows);
    write_("\n");
  }
  void end() override {}

 private:
  RowWriter::Write write_;
};

class JsonSink : public RowWriter::Sink {
 public:
  explicit JsonSink(RowWriter::Write write) : write_(std::move(write)) {}
  void add(const Json& row) override { add_text(json_text(row)); }
  std::string_view between() const override { return ",\n"; }
  void add_text(std::string_view rows) override {
    write_(std::exchange(empty_, false) ? "[\n" : between());
    write_(rows);
  }
  void end() override { write_(empty_ ? "[]\n" : "\n]\n"); }

 private:
  RowWriter::Write write_;
  bool empty_ = true;
};

class CsvSink : public RowWriter::Sink {
 public:
  CsvSink(const RowOptions& options, RowWriter::Write write) : columns_(options.columns), write_(std::move(write)) {}
  void add(const Json& row) override {
    begin(row);
    std::vector<std::string> cells = cells_of(row, columns_);
    write_row(cells);
  }
  void end() override {
    if (!columns_.empty()) begin({});
  }

 private:
  void begin(const Json& first) {
    if (std::exchange(begun_, true)) return;
    if (columns_.empty()) columns_ = keys_of(first);
    write_row(columns_);
  }
  void write_row(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line.push_back(',');
      append_csv_cell(line, cells[i]);
    }
    write_(line += "\r\n");
  }

  std::vector<std::string> columns_;
  RowWriter::Write write_;
  bool begun_ = false;
};

/// What would end the cell or be taken for markup of the page that it is pasted into.
std::string md_text(std::string_view text) {
  std::string out;
  for (const char c : terminal_text(text)) {
    if (std::string_view("|\\`*_<>[]").find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

class MdSink : public RowWriter::Sink {
 public:
  MdSink(const RowOptions& options, RowWriter::Write write) : columns_(options.columns), write_(std::move(write)) {}
  void add(const Json& row) override {
    if (!std::exchange(begun_, true)) begin(row);
    write_row(cells_of(row, columns_));
  }
  void end() override {}

 private:
  void begin(const Json& first) {
    if (columns_.empty()) columns_ = keys_of(first);
    write_row(columns_);
    std::string rule = "|";
    for (const std::string& column : columns_) {
      const auto value = first.find(column);
      rule += value != first.end() && value->is_number() ? " ---: |" : " --- |";
    }
    write_(rule + '\n');
  }
  void write_row(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += ' ' + md_text(cell) + " |";
    write_(line += '\n');
  }

  std::vector<std::string> columns_;
  RowWriter::Write write_;
  bool begun_ = false;
};

std::unique_ptr<RowWriter::Sink> make_sink(RowOptions options, RowWriter::Write write) {
  switch (options.format) {
    case Format::table:
      return std::make_unique<TableSink>(std::move(options), std::move(write));
    case Format::json:
      return std::make_unique<JsonSink>(std::move(write));
    case Format::csv:
      return std::make_unique<CsvSink>(options, std::move(write));
    case Format::md:
      return std::make_unique<MdSink>(options, std::move(write));
    case Format::ndjson:
      break;
  }
  return std::make_unique<NdjsonSink>(std::move(write));
}

std::string joined(const Json& list) {
  std::string text;
  for (const Json& item : list) text += (text.empty() ? "" : "; ") + cell_text(item);
  return text;
}

bool all_plain(const Json& list) {
  for (const Json& item : list)
    if (item.is_structured()) return false;
  return true;
}

}  // namespace

std::string cell_text(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array() && all_plain(value)) return joined(value);
  return json_text(value);
}

std::vector<std::string> keys_of(const Json& row) {
  std::vector<std::string> keys;
  for (const auto& item : row.items()) keys.push_back(item.key());
  return keys;
}

std::vector<std::string> cells_of(const Json& row, const std::vector<std::string>& columns) {
  std::vector<std::string> cells;
  cells.reserve(columns.size());
  for (const std::string& column : columns) {
    const auto value = row.find(column);
    cells.push_back(value == row.end() ? std::string() : cell_text(*value));
  }
  return cells;
}

RowWriter::RowWriter(RowOptions options, Write write) : sink_(make_sink(std::move(options), std::move(write))) {}
RowWriter::~RowWriter() = default;

void RowWriter::add(const Json& row) {
  ++rows_;
  sink_->add(row);
}

RowBatch RowWriter::batch() const {
  return RowBatch(sink_->between());
}

void RowWriter::add_batch(const RowBatch& batch) {
  if (batch.rows_ == 0) return;
  rows_ += batch.rows_;
  if (!batch.between_.empty()) return sink_->add_text(batch.text_);
  for (const Json& row : batch.values_) sink_->add(row);
}

void RowWriter::end() {
  sink_->end();
}

}  // namespace avow
