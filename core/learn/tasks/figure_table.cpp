#include "learn/tasks/figure_table.hpp"

#include <algorithm>
#include <chrono>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "learn/files.hpp"
#include "read/ascii.hpp"
#include "read/csv.hpp"

namespace avow::learn {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view figures_folder = "figures";

bool is_table(const fs::path& file) {
  return file.extension() == ".csv" || file.extension() == ".tsv";
}

std::vector<fs::path> tables_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (entry.is_regular_file() && is_table(entry.path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// The indicator meant by a code or, in the unit, by the name of a measure.
std::string indicator_code(const Lexicon& lexicon, const std::string& given, const std::string& unit) {
  if (lexicon.indicator(given) != nullptr) return given;
  const auto& known = lexicon.indicators_of(given);
  for (const Indicator* indicator : known)
    if (unit.empty() || indicator->unit == unit) return indicator->code;
  return known.empty() ? given : known.front()->code;
}

ObservedValue figure_of(const TableRow& row, const Lexicon& lexicon, Day unknown) {
  ObservedValue figure;
  figure.unit = row.cell("unit");
  figure.indicator = indicator_code(lexicon, row.required("indicator"), figure.unit);
  figure.entity = country_code(lexicon, row.required("country"));
  const auto period = Date::parse(row.required("period"));
  const auto value = parse_decimal(row.required("value"));
  if (!period || !value)
    throw Error(ErrorCode::bad_input, row.where() + ": no period or no number",
                "give periods as 2014, 2014-03 or 2014-Q1 and values as plain decimal numbers");
  figure.period = *period;
  figure.value = *value;
  const Indicator* indicator = lexicon.indicator(figure.indicator);
  if (figure.unit.empty() && indicator != nullptr) figure.unit = indicator->unit;
  figure.published = parse_day(row.cell("published")).value_or(unknown);
  figure.id = Canonical("figure").field("where", row.where()).id();
  return figure;
}

}  // namespace

const std::string& TableRow::cell(const std::string& name) const {
  static const std::string none;
  const auto at = cells_.find(name);
  return at == cells_.end() ? none : at->second;
}

const std::string& TableRow::required(const std::string& name) const {
  const std::string& value = cell(name);
  if (value.empty())
    throw Error(ErrorCode::bad_input, where_ + ": nothing in column '" + name + "'",
                "`avow evaluate` says which columns the data must have");
  return value;
}

std::vector<TableRow> read_table(const fs::path& file) {
  const std::string text = read_file(file);
  CsvReader reader(text, csv_separator(text));
  CsvRecord record;
  std::vector<std::string> header;
  std::vector<TableRow> rows;
  while (reader.next(record)) {
    const std::string where = file.string() + ":" + std::to_string(record.line);
    if (!record.problem.empty())
      throw Error(ErrorCode::bad_input, where + ": " + record.problem, "put cells that hold separators in quotes");
    if (!record.cells.empty() && record.cells.back().ends_with('\r')) record.cells.back().pop_back();
    if (header.empty()) {
      for (const std::string& name : record.cells) header.push_back(ascii::lower(name));
      continue;
    }
    std::map<std::string, std::string> cells;
    for (std::size_t at = 0; at < std::min(header.size(), record.cells.size()); ++at)
      cells.emplace(header[at], record.cells[at]);
    rows.emplace_back(where, std::move(cells));
  }
  return rows;
}

std::vector<fs::path> sentence_tables(const fs::path& data) {
  std::error_code failed;
  const std::vector<fs::path> files = fs::is_regular_file(data, failed) ? std::vector{data} : tables_in(data);
  if (!files.empty()) return files;
  throw Error(ErrorCode::bad_input, data.string() + " holds no table of sentences",
              "give a folder with *.csv or *.tsv, and the figures in its folder figures/");
}

std::string country_code(const Lexicon& lexicon, const std::string& country) {
  if (lexicon.entity(country) != nullptr) return country;
  const std::string named = lexicon.gazetteer().entity_named(country);
  return named.empty() ? country : named;
}

FigureTable::FigureTable(const fs::path& data, const Lexicon& lexicon)
    : today_(std::chrono::year{9000} / std::chrono::January / 1) {
  std::error_code failed;
  const fs::path folder = (fs::is_directory(data, failed) ? data : data.parent_path()) / figures_folder;
  for (const fs::path& file : tables_in(folder))
    for (const TableRow& row : read_table(file)) {
      ObservedValue figure = figure_of(row, lexicon, today_);
      auto& vintages = figures_[{figure.indicator, figure.entity}][{figure.period.latest(), figure.period.earliest()}];
      vintages.push_back(std::move(figure));
    }
}

std::set<std::string> FigureTable::indicators() const {
  std::set<std::string> codes;
  for (const auto& [series, figures] : figures_) codes.insert(series.first);
  return codes;
}

Observations FigureTable::observations(const ObservationQuery& query) {
  std::vector<ObservedValue> found;
  const auto series = figures_.find({query.indicator, query.entity});
  if (series == figures_.end()) return found;
  for (const auto& [period, vintages] : series->second) {
    const ObservedValue* newest = nullptr;
    for (const ObservedValue& figure : vintages) {
      const bool out = !query.published_until.known() || figure.published <= query.published_until.earliest();
      if (out && (newest == nullptr || newest->published <= figure.published)) newest = &figure;
    }
    if (newest != nullptr) found.push_back(*newest);
  }
  return found;
}

std::vector<Member> FigureTable::members(const std::string&, Day) {
  return {};
}
std::vector<Passage> FigureTable::passages(const PassageQuery&) {
  return {};
}

}  // namespace avow::learn
