#include "read/sdmx_csv.hpp"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/dimensions.hpp"
#include "read/row_choice.hpp"

namespace avow {
namespace {

using Role = std::pair<std::string_view, Column>;

/// Columns that are no dimensions, whatever their place.
constexpr std::array roles = {Role{"TIME_PERIOD", Column::period},
                              Role{"TIME", Column::period},
                              Role{"OBS_VALUE", Column::value},
                              Role{"UNIT_MEASURE", Column::unit},
                              Role{"UNIT", Column::unit},
                              Role{"UNIT_MULT", Column::exponent},
                              Role{"OBS_STATUS", Column::status},
                              Role{"OBS_FLAG", Column::status},
                              Role{"COMMENT_OBS", Column::note},
                              Role{"OBS_COMMENT", Column::note},
                              Role{"LAST UPDATE", Column::published}};
constexpr std::array<std::string_view, 6> structure = {"DATAFLOW",       "STRUCTURE", "STRUCTURE_ID",
                                                       "STRUCTURE_NAME", "ACTION",    "LAST UPDATE"};
constexpr std::array<std::string_view, 3> indicator_names = {"INDICATOR", "SERIES", "INDICATOR_CODE"};

bool is_structure(std::string_view id) {
  return std::any_of(structure.begin(), structure.end(), [&](auto known) { return ascii::equal(id, known); });
}

/// What the columns are.
struct Cube {
  OutcomeHeader header;
  std::vector<std::size_t> dimensions;  ///< that must have one value each
  std::optional<std::size_t> action;
};

/// A column of labels stands behind the one of its codes: "REF_AREA","Reference area".
bool is_label(const std::vector<Heading>& columns, std::size_t at) {
  const std::string& name = columns[at].name;
  return at > 0 && (code_of(name).find(' ') != std::string_view::npos || ascii::equal(name, columns[at - 1].name));
}

Column role_of(std::string_view id) {
  const auto role = std::find_if(roles.begin(), roles.end(), [&](const Role& r) { return ascii::equal(r.first, id); });
  return role == roles.end() ? Column::other : role->second;
}

std::optional<std::size_t> indicator_dimension(const std::vector<Heading>& columns) {
  for (const auto name : indicator_names)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (ascii::equal(code_of(columns[i].name), name)) return i;
  return std::nullopt;
}

std::size_t demand(std::string_view name, const OutcomeHeader& header, std::optional<std::size_t> place,
                   std::string_view what, std::string_view advice) {
  if (place) return *place;
  throw Error(ErrorCode::bad_input, fmt::format("{}: no column of this SDMX-CSV {}", name, what),
              fmt::format("{}; it has: {}", advice, column_names(header.columns)));
}

Cube cube_of(std::string_view name, const CsvRecord& headings, const OutcomeOptions& options) {
  Cube cube;
  for (const auto& cell : headings.cells) cube.header.columns.push_back({Column::other, std::string(cell), {}});
  auto& columns = cube.header.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (const auto role = role_of(code_of(columns[i].name)); !cube.header.find(role) || role == Column::other)
      columns[i].column = role;
    if (ascii::equal(columns[i].name, "ACTION")) cube.action = i;
  }
  const auto value = demand(name, cube.header, cube.header.find(Column::value), "is OBS_VALUE", "is it whole?");
  demand(name, cube.header, cube.header.find(Column::period), "is TIME_PERIOD", "is it whole?");
  const auto entity = demand(name, cube.header, entity_dimension(columns, options), "names the country",
                             "say with --entity-column which one does");
  columns[entity].column = Column::entity;
  if (const auto indicator = indicator_dimension(columns); indicator && options.indicator.empty())
    columns[*indicator].column = Column::indicator;
  for (std::size_t i = 0; i < value; ++i)
    if (columns[i].column == Column::other && !is_structure(code_of(columns[i].name)) && !is_label(columns, i))
      cube.dimensions.push_back(i);
  cube.header.layout = Layout::tidy;
  cube.header.values = {value};
  return cube;
}

/// "2025-01-15T23:00:00" and Eurostat's "15/01/25 23:00:00" as YYYY-MM-DD; other texts as they are.
std::string day_of(std::string_view text) {
  const auto day = text.substr(0, std::min(text.find_first_of(" T"), text.size()));
  if (day.size() == 8 && day[2] == '/' && day[5] == '/')
    return fmt::format("20{}-{}-{}", day.substr(6), day.substr(3, 2), day.substr(0, 2));
  return std::string(day);
}

/// ISO leaves QM to QZ and X to its users, and publishers mean by such codes what they like: "EA" is no XEA.
bool is_of_users(std::string_view iso3) {
  return iso3.empty() || iso3[0] == 'X' || (iso3[0] == 'Q' && iso3[1] >= 'M');
}

/// "NLD" of "NL", as our entities are called; Eurostat's EL and UK as well. Other codes as they are.
std::string country_code(std::string_view code) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != 2 || !std::all_of(code.begin(), code.end(), upper)) return std::string(code);
  const auto iso2 = code == "EL" ? "GR" : code == "UK" ? "GB" : code;
  const std::string iso3 = uloc_getISO3Country(fmt::format("und_{}", iso2).c_str());
  return is_of_users(iso3) ? std::string(code) : iso3;
}

/// Codes without their labels where a column is read; values that say that there is none as empty.
void simplify(CsvRecord& record, const Cube& cube, bool use_update) {
  for (std::size_t i = 0; i < std::min(record.cells.size(), cube.header.columns.size()); ++i) {
    const Column column = cube.header.columns[i].column;
    auto& cell = record.cells[i];
    if (column == Column::published) cell = use_update ? day_of(cell) : std::string();
    if (column == Column::value && ascii::equal(ascii::trim(cell), "nan")) cell.clear();
    if (column != Column::other && column != Column::note && column != Column::published)
      cell = column == Column::entity ? country_code(code_of(cell)) : std::string(code_of(cell));
  }
  if (cube.action && *cube.action < record.cells.size() && ascii::equal(ascii::trim(record.cells[*cube.action]), "D")) {
    record.cells.resize(*cube.action + 1);
    record.problem =
        "the action D deletes figures, and a store keeps them; take the row out, or retract what was wrong";
  }
}

}  // namespace

bool is_sdmx_csv(std::string_view text) {
  CsvReader csv(text, csv_separator(text));
  CsvRecord record;
  if (!csv.next(record) || record.cells.size() < 3) return false;
  const auto first = code_of(record.cells[0]);
  return ascii::equal(first, "DATAFLOW") ||
         (ascii::starts_with(first, "STRUCTURE") && ascii::equal(ascii::trim(record.cells[1]), "STRUCTURE_ID"));
}

OutcomeTable sdmx_table(std::string_view name, std::string_view text, const OutcomeOptions& options) {
  const char separator = csv_separator(text);
  const auto csv = std::make_shared<CsvReader>(text, separator);
  CsvRecord headings;
  csv->next(headings);
  const auto cube = std::make_shared<const Cube>(cube_of(name, headings, options));
  demand_single_values(name, cube->header.columns, cube->dimensions, options,
                       [reader = CsvReader(text, separator), first = true](CsvRecord& record) mutable {
                         if (first && !reader.next(record)) return false;
                         first = false;
                         return reader.next(record);
                       });
  OutcomeTable table{cube->header, {}, options.published, PlaceKind::line, {}};
  table.next = [csv, cube, use_update = !options.published](CsvRecord& record) {
    if (!csv->next(record)) return false;
    simplify(record, *cube, use_update);
    return true;
  };
  return table;
}

}  // namespace avow
