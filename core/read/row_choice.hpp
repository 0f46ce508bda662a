#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/csv.hpp"
#include "read/outcome_layouts.hpp"

namespace avow {

/// Which rows of a table are wanted, by what stands in columns that the user names: {"SEX", "T"}. A cell of code and
/// label ("T: Total") is meant by its code or by all of it; case does not matter.
class RowChoice {
 public:
  /// Error (bad_input) when a column is not there, naming those that are.
  RowChoice(std::string_view name, const std::vector<Heading>& columns,
            const std::vector<std::pair<std::string, std::string>>& where);
  bool takes(const CsvRecord& record) const;

 private:
  std::vector<std::pair<std::size_t, std::string>> wanted_;
};

/// The headings, for messages: "REF_AREA, SEX, OBS_VALUE".
std::string column_names(const std::vector<Heading>& columns);

/// "FRA" of "FRA: France"; the whole when there is no label behind a code.
std::string_view code_of(std::string_view cell) noexcept;

}  // namespace avow
