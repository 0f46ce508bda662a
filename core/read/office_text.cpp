#include "read/office_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "read/ascii.hpp"
#include "read/text_lines.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What is no part of the text as it is read: pictures and boxes, what was deleted, notes, codes of fields, and the
/// second telling of what an older program would show.
constexpr std::array word_left_out = {"w:del"sv,       "w:moveFrom"sv, "w:instrText"sv, "w:drawing"sv, "w:pict"sv,
                                      "mc:Fallback"sv, "w:pPr"sv,      "w:rPr"sv,       "w:object"sv,  "w:delText"sv,
                                      "w:sectPr"sv,    "w:tblPr"sv,    "w:tblGrid"sv,   "w:rt"sv};
constexpr std::array open_left_out = {
    "text:note"sv,    "office:annotation"sv,   "office:annotation-end"sv, "text:tracked-changes"sv,
    "draw:frame"sv,   "text:sequence-decls"sv, "text:table-of-content"sv, "text:alphabetical-index"sv,
    "office:forms"sv, "text:ruby-text"sv};

/// What an element within a paragraph stands for.
struct Sign {
  std::string_view element;
  char text;
};
constexpr Sign signs[] = {{"w:tab", ' '},  {"w:br", '\n'},    {"w:cr", '\n'},           {"w:noBreakHyphen", '-'},
                          {"text:s", ' '}, {"text:tab", ' '}, {"text:line-break", '\n'}};

/// Lines of a paragraph, each squeezed.
std::string squeeze_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto line = ascii::line_at(text, at);
    at += line.size() + 1;
    const auto squeezed = ascii::squeeze(line);
    if (!squeezed.empty()) out += (out.empty() ? "" : "\n") + squeezed;
  }
  return out;
}

/// The two formats differ in the names of their elements.
struct Names {
  std::string_view paragraph, heading, list, table, row, cell;
  bool text_in_runs;  ///< Word's text stands in <w:t> only; all other text is white space of the file
};
constexpr Names word{"w:p", "", "", "w:tbl", "w:tr", "w:tc", true};
constexpr Names open_document{"text:p",           "text:h", "text:list-item", "table:table", "table:table-row",
                              "table:table-cell", false};

class Reader {
 public:
  Reader(const Names& names, bool is_word) : names_(names), is_word_(is_word) {}

  /// Recursion ends where XmlTree's limit on depth does.
  void blocks(pugi::xml_node node, bool in_list) {
    for (const auto child : node.children()) {
      const std::string_view name = child.name();
      if (left_out(name)) continue;
      if (name == names_.paragraph || (!names_.heading.empty() && name == names_.heading)) {
        paragraph(child, in_list);
      } else if (name == names_.table) {
        rows(child);
      } else {
        blocks(child, in_list || name == names_.list);
      }
    }
  }
  OfficeText take() && { return {std::move(title_), std::move(lines_).take()}; }

 private:
  bool left_out(std::string_view name) const { return is_word_ ? in(word_left_out, name) : in(open_left_out, name); }

  void paragraph(pugi::xml_node node, bool in_list) {
    auto text = squeeze_lines(text_of(node));
    if (title_.empty() && style_of(node) == "Title") title_ = text;
    const bool item = in_list || node.child("w:pPr").child("w:numPr");
    item ? lines_.line(text) : lines_.paragraph(text);
  }

  std::string_view style_of(pugi::xml_node node) const {
    return is_word_ ? node.child("w:pPr").child("w:pStyle").attribute("w:val").value()
                    : node.attribute("text:style-name").value();
  }

  /// A row is a line, its cells parted by bars; tables within cells are part of the cell.
  void rows(pugi::xml_node table) {
    for (auto node = table.first_child(); node;) {
      const bool row = node.name() == names_.row;
      if (row) lines_.line(row_text(node));
      node = xml::next(node, table, row || left_out(node.name()));
    }
  }
  std::string row_text(pugi::xml_node row) const {
    std::string line;
    for (const auto cell : row.children()) {
      if (cell.name() != names_.cell) continue;
      const auto text = ascii::squeeze(text_of(cell));
      if (!text.empty()) line += (line.empty() ? "" : " | ") + text;
    }
    return line;
  }

  std::string text_of(pugi::xml_node root) const {
    std::string text;
    for (auto node = root; node;) {
      const std::string_view name = node.name();
      const bool skipped = node != root && left_out(name);
      if (name == names_.paragraph && node != root) text += '\n';
      for (const auto& sign : signs)
        if (name == sign.element) text += sign.text;
      if (!skipped && xml::is_text(node) && is_shown(node)) text += xml::value(node);
      node = xml::next(node, root, skipped);
    }
    return text;
  }
  bool is_shown(pugi::xml_node text_node) const {
    return !names_.text_in_runs || std::string_view(text_node.parent().name()) == "w:t";
  }

  const Names& names_;
  bool is_word_;
  TextLines lines_;
  std::string title_;
};

}  // namespace

OfficeText word_text(pugi::xml_node root) {
  Reader reader(word, true);
  reader.blocks(xml::first(root, "w:body"), false);
  return std::move(reader).take();
}

OfficeText open_document_text(pugi::xml_node root) {
  Reader reader(open_document, false);
  reader.blocks(xml::first(root, "office:text"), false);
  return std::move(reader).take();
}

}  // namespace avow
