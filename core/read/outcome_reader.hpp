#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "model/observation.hpp"

namespace avow {

/// What the user says about a data file; columns of the file win over it where they exist.
struct OutcomeOptions {
  std::string indicator;  ///< code; may be empty when the file has an indicator column
  std::string source;
  std::string url;
  std::string licence;
  std::string unit;
  std::optional<Day> published;  ///< the vintage
  std::optional<Date>
      actual_until;          ///< periods after it are estimates, those ending by it actual, unless the file says
  std::string value_column;  ///< which one, for files with several (OWID)
  bool skip_bad = false;
};

/// One row before its names are resolved.
struct OutcomeRow {
  std::size_t line = 0;    ///< from 1, as an editor counts
  std::size_t column = 0;  ///< of the value, from 1
  std::size_t entity_column = 0;
  std::string indicator;   ///< code or publisher's code, as the file or the options say
  std::string entity;      ///< as the file says: a name or an ISO code
  Date period;
  std::string value;  ///< checked to be a decimal; never empty (missing values are no rows)
  std::string unit;
  Status status = Status::actual;
  Day published{};
  std::string note;
  std::string source;
  std::string url;
  std::string licence;
};

/// A row or cell that is wrong: the message names file, line and column and what to do.
struct OutcomeProblem {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
};

struct OutcomeFile {
  std::vector<OutcomeRow> rows;
  std::vector<OutcomeProblem> problems;
};

/// Reads a CSV (RFC 4180) in one of these layouts, known by its header: tidy (entity|country, period|year|time, value
/// [, indicator, unit, status, published_on, source, note]); wide (a column a year; a year with "e", "f" or "p" behind
/// it is an estimate or forecast); World Bank ("Country Name","Country Code","Indicator Name","Indicator Code",years,
/// after its preamble); OWID (Entity[,Code],Year,columns); Gapminder datapoints (geo,time,code). Empty cells and "..",
/// "...", "n/a", "xxx" are missing. Bad cells become problems; only what makes the whole file unreadable is thrown:
/// Error bad_input (empty, no header that fits, a missing column, named), limit.
OutcomeFile read_outcomes(std::string_view name, std::string_view bytes, const OutcomeOptions& options);

}  // namespace avow
