#include "read/data_package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "read/ascii.hpp"
#include "read/csv.hpp"
#include "read/ddf.hpp"
#include "read/encoding.hpp"
#include "read/outcome_parser.hpp"
#include "read/xlsx.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

constexpr const char* description_name = "datapackage.json";

[[noreturn]] void refuse(std::string_view where, std::string_view why, std::string advice = {}) {
  throw Error(ErrorCode::bad_input, fmt::format("{}: {}", where, why), std::move(advice));
}

const Json* member(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  return json.is_object() && found != json.end() && !found->is_null() ? &*found : nullptr;
}

std::string text_at(const Json& json, const char* key) {
  const Json* found = member(json, key);
  return found && found->is_string() ? found->get<std::string>() : std::string();
}

/// The first of these members that says something, of each item of a list, joined: "CC-BY-4.0; ODbL-1.0".
std::string joined(const Json& json, const char* list, std::initializer_list<const char*> keys) {
  const Json* items = member(json, list);
  std::string all;
  if (!items || !items->is_array()) return all;
  for (const Json& item : *items)
    for (const char* key : keys)
      if (const auto text = text_at(item, key); !text.empty()) {
        all += (all.empty() ? "" : "; ") + text;
        break;
      }
  return all;
}

/// How the file of a resource is written.
struct Dialect {
  char delimiter = 0;  ///< 0: the one that the file holds most
  bool header = true;
  std::string comment;
  bool skip_space = false;
};

Dialect dialect_of(const std::string& where, const Json& resource) {
  Dialect dialect;
  const Json* said = member(resource, "dialect");
  if (!said) return dialect;
  if (!said->is_object()) refuse(where, "its dialect is a reference, and only one written out is read");
  if (const auto delimiter = text_at(*said, "delimiter"); !delimiter.empty()) {
    if (delimiter.size() != 1) refuse(where, fmt::format("its delimiter \"{}\" is not one character", delimiter));
    dialect.delimiter = delimiter[0];
  }
  if (const auto quote = text_at(*said, "quoteChar"); !quote.empty() && quote != "\"")
    refuse(where, fmt::format("its quoteChar is {}, and only \" is read", quote));
  if (const Json* header = member(*said, "header"); header && header->is_boolean()) dialect.header = *header;
  if (const Json* skip = member(*said, "skipInitialSpace"); skip && skip->is_boolean()) dialect.skip_space = *skip;
  dialect.comment = text_at(*said, "commentChar");
  return dialect;
}

/// A column as the schema describes it.
struct Field {
  std::string name;
  std::string decimal, group;  ///< characters of its numbers; empty: a point and none
};

struct Schema {
  std::vector<Field> fields;
  std::vector<std::string> missing;
};

Schema schema_of(const std::string& where, const Json& resource) {
  Schema schema;
  const Json* said = member(resource, "schema");
  if (!said) return schema;
  if (!said->is_object()) refuse(where, "its schema is a reference, and only one written out is read");
  if (const Json* fields = member(*said, "fields"); fields && fields->is_array())
    for (const Json& field : *fields)
      schema.fields.push_back({text_at(field, "name"), text_at(field, "decimalChar"), text_at(field, "groupChar")});
  if (const Json* missing = member(*said, "missingValues"); missing && missing->is_array())
    for (const Json& value : *missing)
      schema.missing.push_back(value.is_string() ? value.get<std::string>() : text_at(value, "value"));
  return schema;
}

void erase_all(std::string& text, std::string_view what) {
  for (auto at = text.find(what); at != std::string::npos && !what.empty(); at = text.find(what, at))
    text.erase(at, what.size());
}

/// Brings a record into the form of any other CSV.
void simplify(CsvRecord& record, const Schema& schema, const Dialect& dialect) {
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    std::string& cell = record.cells[i];
    if (dialect.skip_space) cell.erase(0, std::min(cell.find_first_not_of(' '), cell.size()));
    if (std::find(schema.missing.begin(), schema.missing.end(), cell) != schema.missing.end()) cell.clear();
    if (i >= schema.fields.size()) continue;
    erase_all(cell, schema.fields[i].group);
    if (const std::string& point = schema.fields[i].decimal; !point.empty() && point != ".")
      if (const auto at = cell.find(point); at != std::string::npos) cell.replace(at, point.size(), ".");
  }
}

/// Records of a resource's text, which must outlive them.
NextRecord records_of(std::string_view text, Schema schema, Dialect dialect) {
  const char separator = dialect.delimiter != 0 ? dialect.delimiter : csv_separator(text);
  return [csv = CsvReader(text, separator), schema = std::move(schema), dialect = std::move(dialect),
          first = true](CsvRecord& record) mutable {
    if (std::exchange(first, false) && !dialect.header) {
      record = {1, {}, {}};
      for (const Field& field : schema.fields) record.cells.push_back(field.name);
      return true;
    }
    do {
      if (!csv.next(record)) return false;
    } while (!dialect.comment.empty() && record.cells[0].starts_with(dialect.comment));
    simplify(record, schema, dialect);
    return true;
  };
}

std::vector<std::string> paths_of(const std::string& where, const Json& resource) {
  const Json* path = member(resource, "path");
  if (!path) refuse(where, "has no path; figures written into the description are not read");
  if (path->is_string()) return {path->get<std::string>()};
  std::vector<std::string> paths;
  for (const Json& part : *path) {
    if (!part.is_string()) refuse(where, "has a path that is no text");
    paths.push_back(part.get<std::string>());
  }
  if (paths.empty()) refuse(where, "has no path");
  return paths;
}

/// By the format that is said, else by the ending of the path.
bool is_table(const Json& resource) {
  std::string format = ascii::lower(text_at(resource, "format"));
  const Json* path = member(resource, "path");
  const Json* first = path && path->is_array() && !path->empty() ? &(*path)[0] : path;
  if (format.empty() && first && first->is_string())
    format = ascii::lower(fs::path(first->get<std::string>()).extension().string());
  if (format.starts_with('.')) format.erase(0, 1);
  return format.empty() || format == "csv" || format == "tsv" || format == "txt" || format == "xlsx";
}

std::string resource_name(const Json& resource, std::size_t number) {
  const auto name = text_at(resource, "name");
  return name.empty() ? fmt::format("resource {}", number + 1) : name;
}

class PackageReader {
 public:
  PackageReader(const PackageFiles& files, const Json& description, const OutcomeOptions& options)
      : files_(files), description_(description), options_(with_provenance(description, options)) {}

  void read(const Json& resource, const std::string& name) {
    const std::string where = files_.name(description_name) + ": " + name;
    const auto paths = paths_of(where, resource);
    std::string bytes;
    for (const std::string& path : paths) bytes += digest.read(files_, path);
    OutcomeOptions options = with_provenance(resource, options_);
    options.part.clear();
    reading.tables.push_back({files_.name(paths[0]), table(files_.name(paths[0]), bytes, resource, where, options)});
  }

  PackageReading reading;
  PackageDigest digest;

 private:
  static OutcomeFile table(const std::string& name, const std::string& bytes, const Json& resource,
                           const std::string& where, const OutcomeOptions& options) {
    if (is_workbook(bytes)) return read_outcomes(name, bytes, options);
    const std::string text = decode_text(name, bytes);
    OutcomeTable table{{},
                       records_of(text, schema_of(where, resource), dialect_of(where, resource)),
                       options.published,
                       PlaceKind::line,
                       {}};
    find_header(name, table, options);
    return parse_outcomes(name, table, options);
  }

  const PackageFiles& files_;
  const Json& description_;
  OutcomeOptions options_;
};

std::string names_of(const Json& resources) {
  std::string names;
  for (std::size_t i = 0; i < resources.size(); ++i)
    names += (names.empty() ? "" : ", ") + resource_name(resources[i], i);
  return names;
}

PackageReading read_resources(const PackageFiles& files, const Json& description, const OutcomeOptions& options) {
  const Json* resources = member(description, "resources");
  if (!resources || !resources->is_array()) refuse(files.name(description_name), "lists no resources");
  PackageReader reader(files, description, options);
  for (std::size_t i = 0; i < resources->size(); ++i) {
    const Json& resource = (*resources)[i];
    const std::string name = resource_name(resource, i);
    if (!options.part.empty() && name != options.part) continue;
    if (options.part.empty() && (!is_table(resource) || !member(resource, "path"))) {
      reader.reading.notes.push_back(
          fmt::format("{}: {} is no file of rows and was passed over", files.name(description_name), name));
      continue;
    }
    reader.read(resource, name);
  }
  if (reader.reading.tables.empty())
    refuse(
        files.name(description_name),
        options.part.empty() ? "has no resource that is a table" : fmt::format("has no resource \"{}\"", options.part),
        "it has: " + names_of(*resources));
  reader.reading.digest = reader.digest.hex();
  return std::move(reader.reading);
}

std::optional<Day> day_at(const Json& json, const char* key) {
  return parse_day(std::string_view(text_at(json, key)).substr(0, 10));
}

}  // namespace

std::string PackageDigest::read(const PackageFiles& files, const std::string& path) {
  std::string bytes = files.read(path);
  digests_ += sha256(bytes).hex();
  return bytes;
}

std::string PackageDigest::hex() const {
  return sha256(digests_).hex();
}

OutcomeOptions with_provenance(const Json& description, OutcomeOptions options) {
  const auto fill = [](std::string& field, std::string said) {
    if (field.empty()) field = std::move(said);
  };
  fill(options.licence, joined(description, "licenses", {"name", "title", "path"}));
  fill(options.licence, text_at(description, "license"));
  fill(options.source, joined(description, "sources", {"title", "name"}));
  fill(options.url, joined(description, "sources", {"path", "link", "web"}));
  fill(options.url, text_at(description, "homepage"));
  if (!options.published) options.published = day_at(description, "modified");
  if (!options.published) options.published = day_at(description, "created");
  return options;
}

bool is_data_package(const fs::path& path) {
  std::error_code failure;
  return fs::is_directory(path, failure) || path.filename() == description_name;
}

PackageReading read_data_package(const fs::path& path, const OutcomeOptions& options,
                                 const std::function<bool(const std::string&)>& knows_indicator) {
  std::error_code failure;
  const PackageFiles files(fs::is_directory(path, failure) ? path : path.parent_path());
  const bool described = files.has(description_name);
  const Json description = described ? parse_json(files.read(description_name), files.name(description_name)) : Json();
  if (is_ddf(files)) return read_ddf(files, description, options, knows_indicator);
  if (!described)
    throw Error(ErrorCode::not_found,
                fmt::format("{}: holds neither a {} nor files of DDF", path.string(), description_name),
                "name the files of figures themselves");
  return read_resources(files, description, options);
}

}  // namespace avow
