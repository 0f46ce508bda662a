#include "read/ddf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <unordered_map>

#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/csv.hpp"
#include "read/dimensions.hpp"
#include "read/encoding.hpp"
#include "read/outcome_parser.hpp"

namespace avow {
namespace {

constexpr std::string_view datapoints = "ddf--datapoints--";
constexpr std::string_view entities = "ddf--entities--";
constexpr std::string_view concepts = "ddf--concepts";
constexpr std::array<std::string_view, 6> times = {"time", "year", "quarter", "month", "week", "day"};
/// Measures that a note or a message names.
constexpr std::size_t max_named = 20;

bool is_csv(const std::string& file, std::string_view prefix) {
  return file.starts_with(prefix) && file.ends_with(".csv");
}

/// What a set says of one of its measures.
struct Concept {
  std::string source, url;
};

/// A file of the set as text, with its headings.
struct DdfFile {
  std::string name;
  std::string text;
  CsvRecord headings;

  std::size_t column(std::string_view heading) const {
    const auto& cells = headings.cells;
    return static_cast<std::size_t>(std::find(cells.begin(), cells.end(), heading) - cells.begin());
  }
  CsvReader rows() const {
    CsvReader csv(text, ',');
    CsvRecord ignored;
    csv.next(ignored);
    return csv;
  }
};

std::string cell_at(const CsvRecord& record, std::size_t column) {
  return column < record.cells.size() ? std::string(ascii::trim(record.cells[column])) : std::string();
}

/// The dimensions of "ddf--datapoints--a--b--by--geo--time.csv": {"geo", "time"}. One may be cut to some of its values:
/// "geo-nrl-ost" is "geo".
std::vector<std::string> dimensions_in(std::string_view file) {
  std::vector<std::string> names;
  auto at = file.find("--by--");
  if (at == std::string_view::npos) return names;
  std::string_view rest = file.substr(at + 6);
  rest = rest.substr(0, rest.size() - 4);
  while (!rest.empty()) {
    const auto end = std::min(rest.find("--"), rest.size());
    const auto name = rest.substr(0, end);
    names.emplace_back(name.substr(0, name.find('-')));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return names;
}

class DdfReader {
 public:
  DdfReader(const PackageFiles& files, const Json& description, const OutcomeOptions& options,
            const std::function<bool(const std::string&)>& knows_indicator)
      : files_(files), options_(with_provenance(description, options)), knows_indicator_(knows_indicator) {
    set_name_ = description.is_object() ? description.value("title", description.value("name", "")) : "";
  }

  PackageReading read() {
    const auto all = files_.list();
    for (const std::string& file : all)
      if (is_csv(file, concepts)) take_concepts(open(file));
    for (const std::string& file : all)
      if (is_csv(file, entities)) take_entities(open(file));
    for (const std::string& file : all)
      if (is_csv(file, datapoints) && may_hold(file)) take_datapoints(file);
    check_choice();
    reading_.digest = digest_.hex();
    return std::move(reading_);
  }

 private:
  DdfFile open(const std::string& file) {
    DdfFile opened{files_.name(file), {}, {}};
    opened.text = decode_text(opened.name, digest_.read(files_, file));
    CsvReader(opened.text, ',').next(opened.headings);
    return opened;
  }

  void take_concepts(const DdfFile& file) {
    const auto code = file.column("concept"), source = file.column("source"), url = file.column("source_url");
    auto rows = file.rows();
    for (CsvRecord row; rows.next(row);) concepts_[cell_at(row, code)] = {cell_at(row, source), cell_at(row, url)};
  }

  /// "ddf--entities--geo--country.csv": its key is headed by the set or by its domain.
  void take_entities(const DdfFile& file) {
    const auto iso = file.column("iso3166_1_alpha3"), name = file.column("name");
    std::size_t key = 0;
    for (const std::string_view part : {std::string_view("geo"), std::string_view("country")})
      if (const auto at = file.column(part); at < file.headings.cells.size()) key = at;
    auto rows = file.rows();
    for (CsvRecord row; rows.next(row);) {
      std::string said = cell_at(row, iso);
      if (said.empty()) said = cell_at(row, name);
      if (!said.empty()) entity_names_.try_emplace(cell_at(row, key), said);
    }
  }

  /// By its name alone, so that of hundreds of files only those that matter are read.
  bool may_hold(const std::string& file) {
    const auto by = file.find("--by--");
    std::string_view rest = std::string_view(file).substr(datapoints.size(), by - datapoints.size());
    bool wanted = false;
    while (by != std::string::npos && !rest.empty()) {
      const auto end = std::min(rest.find("--"), rest.size());
      const std::string measure(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 2, rest.size()));
      wanted |= is_wanted(measure);
    }
    return wanted;
  }

  bool is_wanted(const std::string& measure) {
    measures_.insert(measure);
    if (!options_.value_column.empty()) return measure == options_.value_column;
    const bool known = !options_.indicator.empty() || knows_indicator_(measure);
    if (!known) unknown_.insert(measure);
    return known;
  }

  void take_datapoints(const std::string& path) {
    const DdfFile file = open(path);
    const auto dimensions = dimensions_in(path);
    for (const std::string& heading : file.headings.cells)
      if (std::find(dimensions.begin(), dimensions.end(), heading) == dimensions.end() && is_wanted(heading))
        take_measure(file, dimensions, heading);
  }

  void take_measure(const DdfFile& file, const std::vector<std::string>& dimensions, const std::string& measure) {
    OutcomeTable table{header(file, dimensions, measure), {}, options_.published, PlaceKind::line, {}};
    OutcomeOptions options = options_;
    if (options.indicator.empty()) options.indicator = measure;
    const Concept& about = concepts_[measure];
    if (options.source.empty()) options.source = !about.source.empty() ? about.source : set_name_;
    if (options.url.empty()) options.url = about.url;
    const auto entity = *table.header->find(Column::entity);
    table.next = [this, rows = file.rows(), entity](CsvRecord& record) mutable {
      if (!rows.next(record)) return false;
      if (entity < record.cells.size())
        if (const auto name = entity_names_.find(record.cells[entity]); name != entity_names_.end())
          record.cells[entity] = name->second;
      return true;
    };
    taken_.insert(measure);
    reading_.tables.push_back({file.name, parse_outcomes(file.name, table, options)});
  }

  OutcomeHeader header(const DdfFile& file, const std::vector<std::string>& dimensions, const std::string& measure) {
    OutcomeHeader header;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < file.headings.cells.size(); ++i) {
      const std::string& name = file.headings.cells[i];
      header.columns.push_back({Column::other, name, {}});
      if (name == measure) header.values = {i};
      if (std::find(dimensions.begin(), dimensions.end(), name) == dimensions.end()) continue;
      const bool time = std::find(times.begin(), times.end(), name) != times.end();
      if (time) header.columns[i].column = Column::period;
      if (!time) others.push_back(i);
    }
    const auto entity = others.size() == 1 ? std::optional(others[0]) : entity_dimension(header.columns, options_);
    if (!entity || !header.find(Column::period))
      throw Error(ErrorCode::bad_input, fmt::format("{}: no dimension names the country, or none the time", file.name),
                  "say with --entity-column which dimension names the country");
    header.columns[*entity].column = Column::entity;
    std::erase(others, *entity);
    demand_single_values(file.name, header.columns, others, options_,
                         [rows = file.rows()](CsvRecord& record) mutable { return rows.next(record); });
    return header;
  }

  static std::string listed(const std::set<std::string>& names) {
    std::string text;
    std::size_t named = 0;
    for (const std::string& name : names)
      if (++named <= max_named) text += (text.empty() ? "" : ", ") + name;
    return names.size() > max_named ? text + ", ..." : text;
  }

  void check_choice() {
    const std::string set = files_.name("");
    if (taken_.empty())
      throw Error(
          ErrorCode::bad_input,
          options_.value_column.empty() ? fmt::format("{}: none of its measures is an indicator", set)
                                        : fmt::format("{}: has no measure \"{}\"", set, options_.value_column),
          "choose one with --value-column and say with --indicator what it measures; it has: " + listed(measures_));
    if (taken_.size() > 1 && !options_.indicator.empty())
      throw Error(ErrorCode::bad_input,
                  fmt::format("{}: holds {} measures, which cannot all be {}", set, taken_.size(), options_.indicator),
                  "choose one with --value-column; it has: " + listed(measures_));
    if (!unknown_.empty())
      reading_.notes.push_back(fmt::format("{}: {} measures are no indicators and were passed over: {}", set,
                                           unknown_.size(), listed(unknown_)));
  }

  const PackageFiles& files_;
  OutcomeOptions options_;
  const std::function<bool(const std::string&)>& knows_indicator_;
  std::string set_name_;
  std::unordered_map<std::string, Concept> concepts_;
  std::unordered_map<std::string, std::string> entity_names_;
  std::set<std::string> measures_, unknown_, taken_;
  PackageDigest digest_;
  PackageReading reading_;
};

}  // namespace

bool is_ddf(const PackageFiles& files) {
  const auto all = files.list();
  return std::any_of(all.begin(), all.end(), [](const std::string& file) { return is_csv(file, datapoints); });
}

PackageReading read_ddf(const PackageFiles& files, const Json& description, const OutcomeOptions& options,
                        const std::function<bool(const std::string&)>& knows_indicator) {
  return DdfReader(files, description, options, knows_indicator).read();
}

}  // namespace avow
