#pragma once

#include <string_view>

#include "read/outcome_parser.hpp"

namespace avow {

/// Whether the text begins with the headings of SDMX-CSV: DATAFLOW (1.0), or STRUCTURE and STRUCTURE_ID (2.0).
bool is_sdmx_csv(std::string_view text);

/// SDMX-CSV 1.0 and 2.0 (github.com/sdmx-twg/sdmx-csv), with codes alone, with "CODE: Label" in one cell, or with a
/// column of labels behind each of codes (OECD). Dimensions are the columns before OBS_VALUE, attributes those behind.
/// The entity is options.entity_column, else REF_AREA, GEO, COUNTRY, LOCATION, ..., its ISO codes of two letters made
/// those of three; the indicator options.indicator,
/// else the dimension INDICATOR or SERIES. Every other dimension must have one value among the rows that options.where
/// takes. UNIT_MEASURE (or "unit") is the unit, UNIT_MULT its power of ten, OBS_STATUS (or OBS_FLAG) the status; the
/// vintage is options.published, else LAST UPDATE. A row with the action D (delete) is a problem: stores delete
/// nothing. `text` must outlive the table. Throws Error (bad_input): no such columns, or a choice to make, with what
/// there is.
OutcomeTable sdmx_table(std::string_view name, std::string_view text, const OutcomeOptions& options);

}  // namespace avow
