#include "read/outcome_layouts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "read/ascii.hpp"

namespace avow {
namespace {

using Synonym = std::pair<std::string_view, Column>;

/// Headings as publishers write them, in lower case with blanks as "_".
constexpr Synonym synonyms[] = {{"entity", Column::entity},
                                {"country", Column::entity},
                                {"country_name", Column::entity},
                                {"geo", Column::entity},
                                {"member", Column::entity},
                                {"ally", Column::entity},
                                {"ref_area", Column::entity},
                                {"location", Column::entity},
                                {"area", Column::entity},
                                {"nation", Column::entity},
                                {"region", Column::entity},
                                {"name", Column::entity},
                                {"code", Column::entity_code},
                                {"country_code", Column::entity_code},
                                {"iso3", Column::entity_code},
                                {"iso_code", Column::entity_code},
                                {"iso", Column::entity_code},
                                {"iso3c", Column::entity_code},
                                {"period", Column::period},
                                {"year", Column::period},
                                {"time", Column::period},
                                {"date", Column::period},
                                {"time_period", Column::period},
                                {"ref_period", Column::period},
                                {"value", Column::value},
                                {"obs_value", Column::value},
                                {"figure", Column::value},
                                {"indicator", Column::indicator},
                                {"indicator_code", Column::indicator},
                                {"series", Column::indicator},
                                {"series_code", Column::indicator},
                                {"unit", Column::unit},
                                {"units", Column::unit},
                                {"unit_measure", Column::unit},
                                {"unit_mult", Column::exponent},
                                {"status", Column::status},
                                {"obs_status", Column::status},
                                {"published_on", Column::published},
                                {"published", Column::published},
                                {"vintage", Column::published},
                                {"source", Column::source},
                                {"publisher", Column::source},
                                {"url", Column::url},
                                {"source_url", Column::url},
                                {"licence", Column::licence},
                                {"license", Column::licence},
                                {"note", Column::note},
                                {"notes", Column::note},
                                {"comment", Column::note}};

std::string normal(std::string_view name) {
  std::string result = ascii::lower(ascii::trim(name));
  std::replace(result.begin(), result.end(), ' ', '_');
  return result;
}

std::optional<Status> mark_of(char c) {
  switch (ascii::lower(c)) {
    case 'e':
      return Status::estimate;
    case 'f':
      return Status::forecast;
    case 'p':
      return Status::forecast;
    default:
      return std::nullopt;
  }
}

/// Parts of a year by the letter that SDMX and Eurostat mark them with.
struct YearPart {
  char letter;
  unsigned months;
};
constexpr YearPart year_parts[] = {{'a', 12}, {'s', 6}, {'h', 6}, {'t', 4}, {'q', 3}, {'m', 1}};

/// "2014Q1" and "2014-Q1" as the three months; halves, thirds, months and whole years as well.
std::optional<Date> part_of_year(std::string_view text) {
  const auto year = Date::parse(text.substr(0, 4));
  if (!year || !year->single_year() || text.size() < 6) return std::nullopt;
  const auto rest = text.substr(text[4] == '-' ? 5 : 4);
  if (rest.size() < 2 || rest.size() > 3 || !ascii::is_digit(rest[1]) || !ascii::is_digit(rest.back()))
    return std::nullopt;
  const auto number = static_cast<unsigned>(rest.size() == 2 ? rest[1] - '0' : (rest[1] - '0') * 10 + rest[2] - '0');
  for (const auto& [letter, months] : year_parts) {
    if (ascii::lower(rest[0]) != letter || number < 1 || number > 12 / months) continue;
    if (months == 12) return year;
    const auto end = Date::month(*year->single_year(), number * months);
    return months == 1
               ? end
               : Date::interval(Date::month(*year->single_year(), (number - 1) * months + 1).earliest(), end.latest());
  }
  return std::nullopt;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return ascii::is_digit(c); });
}

/// A heading that is a year, "2024e", "2014 [YR2014]" or a quarter.
std::optional<MarkedPeriod> year_heading(std::string_view name) {
  if (const auto bracket = name.find(" [YR"); bracket == 4) name = name.substr(0, 4);
  if (name.size() < 4 || !is_year(name.substr(0, 4))) return std::nullopt;
  return parse_period(name);
}

Heading heading(std::string_view cell) {
  Heading result{Column::other, std::string(ascii::trim(cell)), {}};
  if (auto period = year_heading(result.name)) {
    result.column = Column::year;
    result.period = *period;
    return result;
  }
  const auto name = normal(result.name);
  for (const auto& [text, column] : synonyms)
    if (text == name) result.column = column;
  return result;
}

bool has(const OutcomeHeader& header, Column column) {
  return header.find(column).has_value();
}

/// Columns that no synonym names: what a file of series calls its figures.
std::vector<std::size_t> unnamed_columns(const OutcomeHeader& header) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    if (header.columns[i].column == Column::other && !header.columns[i].name.empty()) found.push_back(i);
  return found;
}

/// The chosen value column, whatever its heading would otherwise mean.
std::optional<std::size_t> chosen_column(const OutcomeHeader& header, std::string_view value_column) {
  for (std::size_t i = 0; i < header.columns.size() && !value_column.empty(); ++i)
    if (ascii::equal(header.columns[i].name, value_column)) return i;
  return std::nullopt;
}

std::string value_missing(const OutcomeHeader& header, const std::vector<std::size_t>& candidates,
                          std::string_view wanted) {
  std::string names;
  for (const auto i : candidates) names += (names.empty() ? "" : ", ") + header.columns[i].name;
  if (!wanted.empty()) return fmt::format("column \"{}\" (there are: {})", wanted, names);
  return candidates.empty() ? "column \"value\"" : fmt::format("choice of one value column out of: {}", names);
}

/// The chosen entity column is the only one, whatever the other headings say.
bool take_entity_column(OutcomeHeader& header, std::string_view entity_column) {
  const auto chosen = std::find_if(header.columns.begin(), header.columns.end(),
                                   [&](const Heading& heading) { return ascii::equal(heading.name, entity_column); });
  if (chosen == header.columns.end()) return false;
  for (Heading& heading : header.columns)
    if (heading.column == Column::entity || heading.column == Column::entity_code) heading.column = Column::other;
  chosen->column = Column::entity;
  return true;
}

/// One year alone may stand in any row of a table; two or more head it.
std::vector<std::size_t> label_columns(const OutcomeHeader& header) {
  std::vector<std::size_t> labels;
  if (header.values.size() < 2) return labels;
  for (std::size_t i = 0; i < header.values.front(); ++i)
    if (header.columns[i].name.empty()) labels.push_back(i);
  return labels;
}

HeaderReading long_header(OutcomeHeader header, std::string_view value_column) {
  if (!has(header, Column::period)) return {std::nullopt, "column \"period\" (or \"year\"), or columns named by years"};
  const auto named = header.find(Column::value);
  const auto candidates = unnamed_columns(header);
  std::optional<std::size_t> value = chosen_column(header, value_column);
  if (!value && value_column.empty()) value = named;
  if (!value && value_column.empty() && candidates.size() == 1) value = candidates[0];
  if (!value) return {std::nullopt, value_missing(header, candidates, value_column)};
  header.layout = header.columns[*value].column == Column::value ? Layout::tidy : Layout::series;
  header.columns[*value].column = Column::value;
  header.values = {*value};
  return {std::move(header), {}};
}

}  // namespace

std::optional<std::size_t> OutcomeHeader::find(Column column) const {
  const auto at =
      std::find_if(columns.begin(), columns.end(), [column](const Heading& h) { return h.column == column; });
  return at == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - columns.begin()));
}

std::optional<MarkedPeriod> parse_period(std::string_view text) {
  text = ascii::trim(text);
  MarkedPeriod result;
  if (text.size() >= 5) {
    result.status = mark_of(text.back());
    if (result.status) text = ascii::trim(text.substr(0, text.size() - 1));
  }
  const auto date = part_of_year(text);
  const auto parsed = date ? date : Date::parse(text);
  if (!parsed || !parsed->known()) return std::nullopt;
  result.date = *parsed;
  return result;
}

HeaderReading read_header(const std::vector<std::string>& cells, std::string_view value_column,
                          std::string_view entity_column) {
  OutcomeHeader header;
  for (const auto& cell : cells) header.columns.push_back(heading(cell));
  while (!header.columns.empty() && header.columns.back().name.empty()) header.columns.pop_back();
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    if (header.columns[i].column == Column::year) header.values.push_back(i);
  if (!entity_column.empty() && !take_entity_column(header, entity_column))
    return {std::nullopt, fmt::format("column \"{}\"", entity_column)};
  if (!has(header, Column::entity) && !has(header, Column::entity_code)) header.labels = label_columns(header);
  if (!has(header, Column::entity) && !has(header, Column::entity_code) && header.labels.empty())
    return {std::nullopt, "column \"entity\" (or \"country\")"};
  if (header.values.empty() || has(header, Column::period)) {
    header.values.clear();
    return long_header(std::move(header), value_column);
  }
  header.layout =
      has(header, Column::entity_code) && has(header, Column::indicator) ? Layout::world_bank : Layout::wide;
  return {std::move(header), {}};
}

}  // namespace avow
