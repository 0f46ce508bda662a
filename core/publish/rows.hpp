#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "model/json.hpp"

namespace avow {

enum class Format { table, json, ndjson, csv, md };
inline constexpr auto formats = enum_names<Format>({{Format::table, "table"},
                                                    {Format::json, "json"},
                                                    {Format::ndjson, "ndjson"},
                                                    {Format::csv, "csv"},
                                                    {Format::md, "md"}});

struct RowOptions {
  Format format = Format::ndjson;
  std::vector<std::string> columns;  ///< fields that table, md and csv show, in order; empty: those of the first row.
                                     ///< json and ndjson always write the whole row
  std::size_t width = 0;             ///< columns of the terminal that a table keeps to; 0: as wide as it gets
  bool color = false;                ///< of a table: header bold, verdicts in their colours
};

class RowBatch;

/// Writes rows as they come. A row is a JSON object; its fields keep their order.
///
/// table: a header and padded columns, numbers to the right, cells cut with "…" where the terminal is narrower, text
///   made safe by terminal_text(). The first rows are held back to find the widths (at most `table_sample`), later
///   ones keep them.
/// json: one array. ndjson: one object a line.
/// csv: RFC 4180 with CR LF and a header; values exactly as they are. Cells that begin with = + - @ are not defused:
///   who opens it in a spreadsheet should import it as text.
/// md: a table of GitHub's flavour, text made safe.
/// Nested values are JSON in json and ndjson; elsewhere a list of plain values is joined with "; ", other lists and
/// objects are compact JSON, and null is empty.
class RowWriter {
 public:
  using Write = std::function<void(std::string_view)>;
  static constexpr std::size_t table_sample = 200;

  RowWriter(RowOptions options, Write write);
  /// Writes nothing: call end(). A table or an array that was not ended lacks its last rows or its bracket.
  ~RowWriter();
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;

  void add(const Json& row);
  /// An empty batch for rows of this writer. From any thread.
  RowBatch batch() const;
  /// The same as adding its rows one by one.
  void add_batch(const RowBatch& batch);
  /// Must be called once, after the last row. Without rows: json writes "[]", csv its header if columns were given, the
  /// others nothing.
  void end();
  std::size_t rows() const noexcept { return rows_; }

  class Sink;

 private:
  std::unique_ptr<Sink> sink_;
  std::size_t rows_ = 0;
};

/// A value as a cell of a table or of CSV, by the rule above.
std::string cell_text(const Json& value);

}  // namespace avow
