#include "read/xlsx.hpp"

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <unordered_map>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "base/plain_decimal.hpp"
#include "read/ascii.hpp"
#include "read/encoding.hpp"
#include "read/xlsx_dates.hpp"
#include "read/xml_tree.hpp"
#include "read/zip_archive.hpp"

namespace avow {
namespace {

constexpr const char* workbook_part = "xl/workbook.xml";
/// What Excel has at most.
constexpr std::size_t max_columns = 16'384;
constexpr std::size_t max_rows = 1'048'576;
/// Cells that are kept of one sheet, empty ones between filled ones too.
constexpr std::size_t max_cells = 8'000'000;

ReadLimits workbook_limits() {
  ReadLimits limits;
  limits.max_bytes = std::size_t{256} << 20;
  return limits;
}

/// A part of the package as a tree; its text lives as long.
struct Part {
  std::string text;
  std::unique_ptr<XmlTree> tree;
  pugi::xml_node root() const { return tree ? tree->root() : pugi::xml_node(); }
};

Part part_of(std::string_view name, const ZipArchive& archive, const std::string& member) {
  Part part;
  const auto bytes = archive.read(member.c_str());
  if (!bytes) return part;
  part.text = decode_text(name, *bytes);
  part.tree = std::make_unique<XmlTree>(name, part.text, workbook_limits());
  if (const auto& fault = part.tree->fault())
    throw Error(ErrorCode::bad_input,
                fmt::format("{}: {}: byte {} is not well-formed XML ({})", name, member, fault->byte, fault->why),
                "save the workbook again, or its sheet as CSV");
  return part;
}

struct Sheet {
  std::string name;
  std::string member;
  bool hidden = false;
};

/// Names of parts by the ids that the workbook calls them with.
std::unordered_map<std::string, std::string> targets_of(const Part& relations) {
  std::unordered_map<std::string, std::string> targets;
  for (const auto relation : relations.root().children()) {
    const auto target = xml::attribute(relation, "Target");
    targets[xml::attribute(relation, "Id")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return targets;
}

/// The id of a relation, whatever prefix the file gives to its namespace.
std::string relation_of(pugi::xml_node sheet) {
  for (const auto attribute : sheet.attributes())
    if (std::string_view(attribute.name()).ends_with(":id")) return attribute.value();
  return {};
}

std::vector<Sheet> sheets_of(const Part& workbook, const Part& relations) {
  const auto targets = targets_of(relations);
  std::vector<Sheet> sheets;
  for (auto node = workbook.root(); node; node = xml::next(node, workbook.root()))
    if (xml::local_name(node) == "sheet")
      if (const auto target = targets.find(relation_of(node)); target != targets.end())
        sheets.push_back({xml::attribute(node, "name"), target->second,
                          static_cast<bool>(node.attribute("state")) &&
                              std::string_view(node.attribute("state").value()) != "visible"});
  return sheets;
}

const Sheet& chosen_sheet(std::string_view name, const std::vector<Sheet>& sheets, const std::string& wanted) {
  const Sheet* only = nullptr;
  std::string names;
  std::size_t shown = 0;
  for (const Sheet& sheet : sheets) {
    if (!wanted.empty() && ascii::equal(sheet.name, wanted)) return sheet;
    names += (names.empty() ? "" : ", ") + sheet.name;
    if (sheet.hidden) continue;
    only = &sheet;
    ++shown;
  }
  if (wanted.empty() && shown == 1) return *only;
  throw Error(ErrorCode::bad_input,
              wanted.empty() ? fmt::format("{}: the workbook has several sheets", name)
                             : fmt::format("{}: the workbook has no sheet \"{}\"", name, wanted),
              "name one with --sheet; there are: " + names);
}

/// Text of a shared or an inline string: its runs, without the phonetic guides of East Asian scripts.
std::string string_of(pugi::xml_node item) {
  std::string text;
  for (auto node = item; node;) {
    const bool guide = xml::local_name(node) == "rPh";
    if (xml::is_text(node) && xml::local_name(node.parent()) == "t") text += xml::value(node);
    node = xml::next(node, item, guide);
  }
  return text;
}

std::vector<std::string> shared_strings(const Part& part) {
  std::vector<std::string> strings;
  for (const auto item : part.root().children())
    if (xml::local_name(item) == "si") strings.push_back(string_of(item));
  return strings;
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const auto at : node.children())
    if (xml::local_name(at) == name) return at;
  return {};
}

/// Column of "AB12", from 1; 0 for what is no reference.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (!ascii::is_alpha(c)) break;
    column = column * 26 + static_cast<std::size_t>(ascii::lower(c) - 'a' + 1);
    if (column > max_columns) return 0;
  }
  return column;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(std::string_view name, const Part& strings, const Part& styles, const Part& workbook)
      : name_(name), strings_(shared_strings(strings)), dates_(styles.root(), workbook.root()) {}

  std::vector<CsvRecord> read(pugi::xml_node root) {
    std::vector<CsvRecord> rows;
    for (const auto row : child(root, "sheetData").children()) {
      if (xml::local_name(row) != "row") continue;
      line_ = number_of(row.attribute("r").value()).value_or(line_ + 1);
      if (line_ > max_rows) refuse_size();
      if (row.attribute("hidden").as_bool()) {
        ++hidden;
      } else {
        rows.push_back(record(row));
      }
    }
    for (CsvRecord& row : rows) {
      cells_ += width_ - row.cells.size();
      if (cells_ > max_cells) refuse_size();
      row.cells.resize(width_);
    }
    return rows;
  }

  std::size_t hidden = 0;

 private:
  [[noreturn]] void refuse_size() const {
    throw Error(ErrorCode::limit, fmt::format("{}: a sheet of more than {} cells", name_, max_cells),
                "save the part of it that holds figures as CSV");
  }

  CsvRecord record(pugi::xml_node row) {
    CsvRecord record;
    record.line = line_;
    for (const auto cell : row.children()) {
      if (xml::local_name(cell) != "c") continue;
      const auto column = column_of(cell.attribute("r").value());
      const auto place = column == 0 ? record.cells.size() : column - 1;
      std::string text = value(cell);
      if (text.empty()) continue;
      if (place >= record.cells.size()) record.cells.resize(place + 1);
      record.cells[place] = std::move(text);
    }
    cells_ += record.cells.size();
    width_ = std::max(width_, record.cells.size());
    if (cells_ > max_cells) refuse_size();
    return record;
  }

  std::string value(pugi::xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return ascii::squeeze(string_of(child(cell, "is")));
    const std::string text = xml::text(child(cell, "v"));
    if (type == "s") {
      const auto at = number_of(text);
      return at && *at < strings_.size() ? ascii::squeeze(strings_[*at]) : std::string();
    }
    if (type == "e") return text == "#N/A" ? std::string() : text;
    if (type == "str" || type == "b") return text;
    return type == "d" ? text.substr(0, text.find('T')) : number(text, cell.attribute("s").as_uint());
  }

  /// A date by its style, else the number without an exponent.
  std::string number(const std::string& text, unsigned style) const {
    const auto decimal = parse_decimal(text);
    if (!decimal) return text;
    if (auto date = dates_.text(decimal->value, style)) return *std::move(date);
    return plain_decimal(decimal->value);
  }

  std::string_view name_;
  std::vector<std::string> strings_;
  XlsxDates dates_;
  std::size_t line_ = 0, width_ = 0, cells_ = 0;
};

Sheet sheet_to_read(std::string_view name, const ZipArchive& archive, const Part& workbook, const std::string& wanted) {
  const Part relations = part_of(name, archive, "xl/_rels/workbook.xml.rels");
  return chosen_sheet(name, sheets_of(workbook, relations), wanted);
}

}  // namespace

bool is_workbook(std::string_view bytes) noexcept {
  return bytes.starts_with("PK\x03\x04") && bytes.find(workbook_part) != std::string_view::npos;
}

OutcomeTable xlsx_table(std::string_view name, std::string_view bytes, const OutcomeOptions& options) {
  const ZipArchive archive(name, bytes, workbook_limits());
  const Part workbook = part_of(name, archive, workbook_part);
  const Sheet sheet = sheet_to_read(name, archive, workbook, options.part);
  const Part cells = part_of(name, archive, sheet.member);
  SheetReader reader(name, part_of(name, archive, "xl/sharedStrings.xml"), part_of(name, archive, "xl/styles.xml"),
                     workbook);
  std::vector<CsvRecord> rows = reader.read(cells.root());
  OutcomeTable table{{}, {}, options.published, PlaceKind::row, {}};
  if (reader.hidden > 0)
    table.notes.push_back(
        fmt::format("{}: {} hidden rows of sheet {} were passed over", name, reader.hidden, sheet.name));
  table.next = records_of(std::move(rows));
  return table;
}

}  // namespace avow
