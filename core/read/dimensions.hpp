#pragma once

#include <string_view>
#include <vector>

#include "read/outcome_parser.hpp"

namespace avow {

/// Data cubes hold one figure for every combination of their dimensions; a series of ours has an entity and a period
/// and nothing else. Reads all records and throws Error (bad_input) when one of the dimensions (places of columns) has
/// more than one value among the rows that options.where takes, naming each with what there is.
void demand_single_values(std::string_view name, const std::vector<Heading>& columns,
                          const std::vector<std::size_t>& dimensions, const OutcomeOptions& options, NextRecord next);

/// Which column names the entity: options.entity_column, else the first of the names by which publishers call it.
/// nullopt when there is none.
std::optional<std::size_t> entity_dimension(const std::vector<Heading>& columns, const OutcomeOptions& options);

}  // namespace avow
