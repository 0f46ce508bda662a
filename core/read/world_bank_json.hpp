#pragma once

#include <string_view>

#include "read/outcome_parser.hpp"

namespace avow {

/// Whether the text is a JSON array or object.
bool is_json(std::string_view text) noexcept;

/// An answer of the World Bank's API, version 2 (api.worldbank.org/v2/country/.../indicator/...?format=json): a header
/// with the page and the day of the last update, which is the vintage unless options.published is set, and a list of
/// figures. The entity is the ISO code, else the name. A message of the API's is the error. Of an answer in several
/// pages each is a file; two pages one after the other in one file are refused. Values are the shortest decimals that
/// are the same binary numbers. Throws Error (bad_input, saying what the file is and is not), limit.
OutcomeTable world_bank_table(std::string_view name, std::string_view text, const OutcomeOptions& options);

}  // namespace avow
