#include "read/outcome_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <unordered_map>
#include <utility>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/outcome_cells.hpp"
#include "read/outcome_status.hpp"
#include "read/row_choice.hpp"

namespace avow {
namespace {

class OutcomeParser {
 public:
  OutcomeParser(std::string_view name, const OutcomeOptions& options, const OutcomeTable& table)
      : name_(name),
        options_(options),
        header_(*table.header),
        published_(table.published),
        place_(table.place),
        choice_(name, header_.columns, options.where) {
    constexpr Column all[] = {Column::entity, Column::entity_code, Column::period,  Column::indicator,
                              Column::unit,   Column::exponent,    Column::status,  Column::published,
                              Column::source, Column::url,         Column::licence, Column::note};
    for (const auto column : all)
      if (const auto place = header_.find(column)) places_[static_cast<std::size_t>(column)] = *place + 1;
    demand_vintage_and_indicator();
  }

  void read(const CsvRecord& record) {
    if (!is_chosen_row(record.line)) return;
    if (!record.problem.empty()) return report(record, record.cells.size(), record.problem);
    if (!has_right_size(record) || !choice_.takes(record)) return;
    if (const auto shared = common(record))
      for (const auto place : header_.values) read_value(record, place, *shared);
  }

  OutcomeFile result;

 private:
  bool is_chosen_row(std::size_t line) const {
    return line >= options_.first_row && (options_.last_row == 0 || line <= options_.last_row);
  }

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
    std::string place = outcome_place(name_, place_, line, column);
    const bool known = column >= 1 && column <= header_.columns.size() && !header_.columns[column - 1].name.empty();
    return known ? fmt::format("{} (\"{}\")", place, header_.columns[column - 1].name) : place;
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
    if (place_ != PlaceKind::line) return have >= want;
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
    row.entity_column = entity_place(record);
    row.entity = without_marks(row.entity_column == 0 ? std::string_view() : record.cells[row.entity_column - 1]);
    if (row.entity.empty()) {
      if (has_values(record))
        report(record, std::max({place(Column::entity), place(Column::entity_code), std::size_t{1}}),
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
    if (!take_exponent(record, row)) return std::nullopt;
    if (!take_vintage(record, row)) return std::nullopt;
    return row;
  }

  bool take_exponent(const CsvRecord& record, OutcomeRow& row) {
    const auto text = cell(record, Column::exponent);
    const auto number = text.empty() ? std::optional(Decimal{}) : parse_decimal(text);
    constexpr double largest = 30;
    const bool fits = number && number->value == std::trunc(number->value) && std::abs(number->value) <= largest;
    if (!fits)
      report(record, place(Column::exponent),
             fmt::format("\"{}\" is no power of ten; write 6 for millions", text.substr(0, 40)));
    row.exponent = fits ? static_cast<int>(number->value) : 0;
    return fits;
  }

  static std::string_view first(std::string_view of_file, std::string_view of_user) {
    return of_file.empty() ? of_user : of_file;
  }

  /// Place of the cell that names the entity, from 1: the code where there is one; 0 when all are empty.
  std::size_t entity_place(const CsvRecord& record) const {
    for (const auto column : {Column::entity_code, Column::entity})
      if (!cell(record, column).empty()) return place(column);
    for (const auto label : header_.labels)
      if (!ascii::trim(record.cells[label]).empty()) return label + 1;
    return 0;
  }

  bool has_values(const CsvRecord& record) const {
    return std::any_of(header_.values.begin(), header_.values.end(),
                       [&](std::size_t place) { return !is_missing(ascii::trim(record.cells[place])); });
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
      const auto status = parse_status(text);
      if (!status)
        report(record, place(Column::status),
               fmt::format("\"{}\" is none of actual, estimate, forecast, nor a code of SDMX", text.substr(0, 40)));
      row.status = status ? status->status : Status::actual;
      if (status && !status->note.empty()) row.note += (row.note.empty() ? "" : "; ") + status->note;
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
           fmt::format("duplicate: {} for {} in {}, but {} {} has {}; keep the right one{}", row.value, row.entity,
                       row.period.text(), place_word(place_), before.line, before.value,
                       place_ == PlaceKind::row ? ", or say with --rows where the table ends" : ""));
  }

  std::string_view name_;
  const OutcomeOptions& options_;
  OutcomeHeader header_;
  std::optional<Day> published_;
  PlaceKind place_;
  RowChoice choice_;
  std::array<std::size_t, 20> places_{};
  std::unordered_map<std::string, std::size_t> seen_;
};

}  // namespace

NextRecord records_of(std::vector<CsvRecord> records) {
  // Shared, as a std::function must be copyable and records are not to be copied with it.
  return [all = std::make_shared<std::vector<CsvRecord>>(std::move(records)),
          at = std::size_t{0}](CsvRecord& record) mutable {
    if (at >= all->size()) return false;
    record = std::move((*all)[at++]);
    return true;
  };
}

OutcomeFile parse_outcomes(std::string_view name, const OutcomeTable& table, const OutcomeOptions& options) {
  OutcomeParser parser(name, options, table);
  for (CsvRecord record; table.next(record);) parser.read(record);
  parser.result.place = table.place;
  parser.result.notes = table.notes;
  return std::move(parser.result);
}

}  // namespace avow
