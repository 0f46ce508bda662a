#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/vocabulary.hpp"
#include "plugin/values.hpp"

/// Tables with a header, and figures out of them, for tasks that judge.
namespace avow::learn {

/// A row of a CSV or TSV file by the names in its first row.
class TableRow {
 public:
  TableRow(std::string where, std::map<std::string, std::string> cells)
      : where_(std::move(where)), cells_(std::move(cells)) {}
  /// Empty when there is no such column.
  const std::string& cell(const std::string& name) const;
  /// Throws Error (bad_input) naming file and line when it is empty or not there.
  const std::string& required(const std::string& name) const;
  const std::string& where() const { return where_; }  ///< "file.csv:12"

 private:
  std::string where_;
  std::map<std::string, std::string> cells_;
};

/// Throws Error (bad_input) for a file that cannot be read or breaks the rules of CSV.
std::vector<TableRow> read_table(const std::filesystem::path& file);

/// *.csv and *.tsv in the folder itself, by path; of a file, the file. Throws Error (bad_input) when there is none.
std::vector<std::filesystem::path> sentence_tables(const std::filesystem::path& data);

/// The code of a country that is given by code or name; as it is where the vocabulary knows neither.
std::string country_code(const Lexicon& lexicon, const std::string& country);

/// The figures of figures/*.csv beside the sentences, as a checker asks for them: columns indicator (a code or measure
/// of the vocabulary), country, period, value and, where they are known, unit and published. A figure whose day of
/// publication is not given came out at an unknown time: on the last day judged.
class FigureTable final : public CheckHost {
 public:
  FigureTable(const std::filesystem::path& data, const Lexicon& lexicon);

  /// The day to judge by, after every publication.
  Day today() const { return today_; }

  /// The indicators that there are figures of.
  std::set<std::string> indicators() const;

  Observations observations(const ObservationQuery& query) override;
  std::vector<Member> members(const std::string& group, Day day) override;
  std::vector<Passage> passages(const PassageQuery& query) override;

 private:
  using Series = std::pair<std::string, std::string>;  ///< indicator, country
  Day today_;
  std::map<Series, std::map<std::pair<Day, Day>, std::vector<ObservedValue>>> figures_;
};

}  // namespace avow::learn
