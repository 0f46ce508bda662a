#include "read/outcome_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/decimal.hpp"
#include "read/ascii.hpp"
#include "read/csv.hpp"
#include "read/encoding.hpp"
#include "read/outcome_layouts.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// A data file is read whole; more than this is no table of outcomes.
constexpr std::size_t max_bytes = std::size_t{512} << 20;
/// Records before the header (the World Bank has two).
constexpr int max_preamble = 6;

/// What publishers write where there is no figure.
constexpr std::array missing_marks = {""sv,     ".."sv,  "..."sv, "\xE2\x80\xA6"sv, "n/a"sv,          "na"sv,
                                      "n.a."sv, "xxx"sv, "-"sv,   "\xE2\x80\x93"sv, "\xE2\x80\x94"sv, ":"sv};

bool is_missing(std::string_view cell) {
  for (const auto mark : missing_marks)
    if (ascii::equal(cell, mark)) return true;
  return false;
}

/// What to do about a cell that is no number, by what is wrong with it.
std::string_view advice_for_number(std::string_view cell) {
  const bool digits_and_marks = cell.find_first_not_of("0123456789+-., '") == std::string_view::npos;
  if (digits_and_marks && cell.find(',') != std::string_view::npos)
    return "write it without thousands separators and with a point as the decimal mark";
  if (digits_and_marks && cell.find_first_of(" '") != std::string_view::npos)
    return "write it without thousands separators";
  if (cell.ends_with('%')) return "leave the % out; the unit says it";
  return "write a plain number such as 1234.5, or leave the cell empty when there is none";
}

class OutcomeParser {
 public:
  OutcomeParser(std::string_view name, const OutcomeOptions& options, OutcomeHeader header,
                std::optional<Day> published)
      : name_(name), options_(options), header_(std::move(header)), published_(published) {
    constexpr Column all[] = {Column::entity, Column::entity_code, Column::period,    Column::indicator,
                              Column::unit,   Column::status,      Column::published, Column::source,
                              Column::url,    Column::licence,     Column::note};
    for (const auto column : all)
      if (const auto place = header_.find(column)) places_[static_cast<std::size_t>(column)] = *place + 1;
    demand_vintage_and_indicator();
  }

  void read(const CsvRecord& record) {
    if (!record.problem.empty()) return report(record, record.cells.size(), record.problem);
    if (!has_right_size(record)) return;
    if (const auto shared = common(record))
      for (const auto place : header_.values) read_value(record, place, *shared);
  }

  OutcomeFile result;

 private:
  bool wide() const { return header_.layout == Layout::wide || header_.layout == Layout::world_bank; }

  void demand_vintage_and_indicator() const {
    if (!published_ && !place(Column::published))
      throw Error(ErrorCode::bad_input, fmt::format("{}: nothing says when the figures were published", name_),
                  "add a column \"published_on\", or say the date with --published");
    if (options_.indicator.empty() && !place(Column::indicator) && header_.layout != Layout::series)
      throw Error(ErrorCode::bad_input, fmt::format("{}: missing column \"indicator\"", name_),
                  "add it, or say what the figures measure with --indicator");
  }

  /// Place of a column from 1; 0 when the file has none.
  std::size_t place(Column column) const { return places_[static_cast<std::size_t>(column)]; }

  std::string_view cell(const CsvRecord& record, Column column) const {
    const auto at = place(column);
    return at == 0 ? std::string_view{} : ascii::trim(record.cells[at - 1]);
  }

  std::string where(std::size_t line, std::size_t column) const {
    const bool known = column >= 1 && column <= header_.columns.size();
    return known ? fmt::format("{}: line {}, column {} (\"{}\")", name_, line, column, header_.columns[column - 1].name)
                 : fmt::format("{}: line {}, column {}", name_, line, column);
  }

  void report(const CsvRecord& record, std::size_t column, std::string_view what) {
    result.problems.push_back({record.line, column, fmt::format("{}: {}", where(record.line, column), what)});
  }

  bool has_right_size(const CsvRecord& record) {
    const auto want = header_.columns.size();
    const auto have = record.cells.size();
    bool blank = true;
    for (std::size_t i = 0; i < have; ++i) blank = blank && ascii::trim(record.cells[i]).empty();
    if (blank) return false;
    if (have < want) report(record, have, fmt::format("the row ends here, with {} of {} columns", have, want));
    for (std::size_t i = want; i < have; ++i)
      if (!ascii::trim(record.cells[i]).empty()) {
        report(record, i + 1, fmt::format("the row has more than {} columns; put text with commas into quotes", want));
        return false;
      }
    return have >= want;
  }

  /// What all values of a record share; nullopt when a part of it is wrong, which has then been reported.
  std::optional<OutcomeRow> common(const CsvRecord& record) {
    OutcomeRow row;
    row.line = record.line;
    row.entity = entity(record);
    row.entity_column = place(cell(record, Column::entity_code).empty() ? Column::entity : Column::entity_code);
    if (row.entity.empty()) {
      report(record, std::max(place(Column::entity), place(Column::entity_code)),
             "names no entity; write the country or organisation");
      return std::nullopt;
    }
    row.indicator = std::string(first(cell(record, Column::indicator), options_.indicator));
    if (row.indicator.empty() && header_.layout == Layout::series)
      row.indicator = header_.columns[header_.values[0]].name;
    if (row.indicator.empty()) {
      report(record, place(Column::indicator), "names no indicator");
      return std::nullopt;
    }
    row.unit = first(cell(record, Column::unit), options_.unit);
    row.source = first(cell(record, Column::source), options_.source);
    row.url = first(cell(record, Column::url), options_.url);
    row.licence = first(cell(record, Column::licence), options_.licence);
    row.note = cell(record, Column::note);
    if (!take_vintage(record, row)) return std::nullopt;
    return row;
  }

  static std::string_view first(std::string_view of_file, std::string_view of_user) {
    return of_file.empty() ? of_user : of_file;
  }

  /// The code where there is one; footnote stars are not part of a name.
  std::string entity(const CsvRecord& record) const {
    auto name = first(cell(record, Column::entity_code), cell(record, Column::entity));
    while (name.ends_with('*')) name = ascii::trim(name.substr(0, name.size() - 1));
    return std::string(name);
  }

  bool take_vintage(const CsvRecord& record, OutcomeRow& row) {
    const auto text = cell(record, Column::published);
    if (text.empty() && published_) {
      row.published = *published_;
      return true;
    }
    const auto day = parse_day(text);
    if (!day)
      report(record, place(Column::published),
             fmt::format("\"{}\" is no day; write it as YYYY-MM-DD", text.substr(0, 40)));
    row.published = day.value_or(Day{});
    return day.has_value();
  }

  void read_value(const CsvRecord& record, std::size_t at, const OutcomeRow& shared) {
    const auto value = ascii::trim(record.cells[at]);
    if (is_missing(value)) return;
    const auto period = wide() ? std::optional(header_.columns[at].period) : parse_period(cell(record, Column::period));
    if (!period) {
      const auto text = cell(record, Column::period);
      return report(
          record, place(Column::period),
          fmt::format("\"{}\" is no period; write a year, or YYYY-MM, YYYY-MM-DD, YYYY-Q1", text.substr(0, 40)));
    }
    if (!parse_decimal(value))
      return report(record, at + 1,
                    fmt::format("\"{}\" is no number; {}", value.substr(0, 40), advice_for_number(value)));
    OutcomeRow row = shared;
    row.column = at + 1;
    row.period = period->date;
    row.value = value;
    if (take_status(record, *period, row)) keep(record, std::move(row));
  }

  /// The row's own word, else the mark on its period, else what the user said about where actual figures end.
  bool take_status(const CsvRecord& record, const MarkedPeriod& period, OutcomeRow& row) {
    const auto text = cell(record, Column::status);
    if (!text.empty()) {
      const auto status = statuses.parse(ascii::lower(text));
      if (!status)
        report(record, place(Column::status),
               fmt::format("\"{}\" is none of actual, estimate, forecast", text.substr(0, 40)));
      row.status = status.value_or(Status::actual);
      return status.has_value();
    }
    const bool later = options_.actual_until && row.period.latest() > options_.actual_until->latest();
    row.status = period.status.value_or(later ? Status::estimate : Status::actual);
    return true;
  }

  /// The same figure twice is one; two different figures for the same thing are a problem.
  void keep(const CsvRecord& record, OutcomeRow row) {
    const auto key = fmt::format("{}\x1F{}\x1F{}\x1F{}\x1F{}", row.indicator, row.source, row.entity, row.period.text(),
                                 day_number(row.published));
    const auto [found, fresh] = seen_.try_emplace(key, result.rows.size());
    if (fresh) {
      result.rows.push_back(std::move(row));
      return;
    }
    const auto& before = result.rows[found->second];
    if (parse_decimal(before.value)->value == parse_decimal(row.value)->value) return;
    report(record, row.column,
           fmt::format("duplicate: {} for {} in {}, but line {} has {}; keep the right one", row.value, row.entity,
                       row.period.text(), before.line, before.value));
  }

  std::string_view name_;
  const OutcomeOptions& options_;
  OutcomeHeader header_;
  std::optional<Day> published_;
  std::array<std::size_t, 16> places_{};
  std::unordered_map<std::string, std::size_t> seen_;
};

/// "Last Updated Date","2025-04-15" above the World Bank's header says the vintage.
std::optional<Day> vintage_in_preamble(const CsvRecord& record) {
  if (record.cells.size() < 2 || !ascii::equal(ascii::trim(record.cells[0]), "last updated date")) return std::nullopt;
  return parse_day(ascii::trim(record.cells[1]));
}

struct Beginning {
  OutcomeHeader header;
  std::optional<Day> published;
};

/// Reads up to the header. Only the World Bank's layout may have lines before it.
Beginning read_beginning(std::string_view name, CsvReader& csv, const OutcomeOptions& options) {
  Beginning begin{{}, options.published};
  std::string missing;
  CsvRecord record;
  for (int i = 0; i < max_preamble && csv.next(record); ++i) {
    auto reading = read_header(record.cells, options.value_column);
    if (reading.header && (i == 0 || reading.header->layout == Layout::world_bank)) {
      begin.header = std::move(*reading.header);
      return begin;
    }
    if (i == 0) missing = fmt::format("{}: line {}: missing {}", name, record.line, reading.missing);
    if (!begin.published) begin.published = vintage_in_preamble(record);
  }
  throw Error(ErrorCode::bad_input, missing,
              "the first line must name the columns: entity, period, value; or entity and a column a year");
}

}  // namespace

OutcomeFile read_outcomes(std::string_view name, std::string_view bytes, const OutcomeOptions& options) {
  if (bytes.size() > max_bytes)
    throw Error(ErrorCode::limit, fmt::format("{}: {} bytes are more than the {} that a data file may have", name,
                                              bytes.size(), max_bytes));
  const std::string text = decode_text(name, bytes);
  CsvReader csv(text, csv_separator(text));
  auto [header, published] = read_beginning(name, csv, options);
  OutcomeParser parser(name, options, std::move(header), published);
  for (CsvRecord record; csv.next(record);) parser.read(record);
  return std::move(parser.result);
}

}  // namespace avow
