#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/observation.hpp"

namespace avow {

/// What a column of a data file holds.
enum class Column {
  other,
  entity,
  entity_code,
  period,
  value,
  indicator,
  unit,
  exponent,  ///< power of ten that the values are given in (SDMX: UNIT_MULT)
  status,
  published,
  source,
  url,
  licence,
  note,
  year
};

/// A period as data files write it: EDTF, "2014Q1", "2014-Q1", "2014-S2" (half a year), "2014M05", "2014-M05",
/// "2014-A1", or "2014 [YR2014]", with "e" (estimate), "f" or "p" (forecast, projection) behind it or not. Weeks are
/// none: nullopt.
struct MarkedPeriod {
  Date date;
  std::optional<Status> status;
};
std::optional<MarkedPeriod> parse_period(std::string_view text);

/// A column with all that its heading says.
struct Heading {
  Column column = Column::other;
  std::string name;     ///< as the file has it
  MarkedPeriod period;  ///< of a year column
};

/// The layouts, tried in this order.
enum class Layout { world_bank, wide, tidy, series };

/// A header that has been understood.
struct OutcomeHeader {
  Layout layout = Layout::tidy;
  std::vector<Heading> columns;
  std::vector<std::size_t> values;  ///< which columns hold values: the years of a wide file, else one
  /// Columns without a heading left of the first year, of a file where no column is headed as the entity: the first of
  /// them that is filled names it, as in tables whose totals stand one column further left.
  std::vector<std::size_t> labels;

  /// Place of the first column of that sort.
  std::optional<std::size_t> find(Column column) const;
};

/// How a row of headings is read. `value_column` names the value column of a file with several (OWID), `entity_column`
/// the one that names the entity where its heading does not say so.
struct HeaderReading {
  std::optional<OutcomeHeader> header;
  std::string missing;  ///< when there is no header: which column is missed, in words
};
HeaderReading read_header(const std::vector<std::string>& cells, std::string_view value_column,
                          std::string_view entity_column);

}  // namespace avow
