#include "read/pdf_page.hpp"

#include <algorithm>
#include <array>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// Gaps, as shares of a line's height, that part no words behind a first letter of another size.
constexpr double no_gap = 0.12;
constexpr double small_gap = 0.5;

struct Replacement {
  std::string_view from, to;
};
/// Characters of typesetting, and those that show nothing.
constexpr Replacement replacements[] = {{"\xEF\xAC\x80", "ff"},  {"\xEF\xAC\x81", "fi"},  {"\xEF\xAC\x82", "fl"},
                                        {"\xEF\xAC\x83", "ffi"}, {"\xEF\xAC\x84", "ffl"}, {"\xEF\xAC\x85", "st"},
                                        {"\xEF\xAC\x86", "st"},  {"\xE2\x80\x8B", ""},    {"\xEF\xBB\xBF", ""},
                                        {"\xC2\xA0", " "}};

std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += text[at++];
      continue;
    }
    const auto* found = std::find_if(std::begin(replacements), std::end(replacements), [&](const auto& replacement) {
      return text.substr(at).starts_with(replacement.from);
    });
    const bool known = found != std::end(replacements);
    out += known ? found->to : text.substr(at, 1);
    at += known ? found->from.size() : 1;
  }
  return out;
}

/// A place in points. A page can say anything; what lies farther off than any page reaches lies there.
double number(pugi::xml_node node, const char* name) {
  constexpr double farthest = 1e5;
  const double value = node.attribute(name).as_double();
  return value >= -farthest ? std::min(value, farthest) : -farthest;  // NaN too
}

bool is_capital(std::string_view text) {
  return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_ordinal(std::string_view text) {
  constexpr std::array endings = {"st"sv, "nd"sv, "rd"sv, "th"sv, "e"sv, "er"sv, "re"sv};
  return std::find(endings.begin(), endings.end(), text) != endings.end();
}

/// "F" and "ROM" in small capitals, "W" and "e" behind a large initial, "45" and its raised "th": one word, which the
/// change of size has parted.
bool is_parted_word(std::string_view line, std::string_view next, double gap) {
  const auto last = line.substr(line.rfind(' ') + 1);
  if (last.empty() || gap >= small_gap) return false;
  if (ascii::is_digit(last.back()) && is_ordinal(next)) return gap < no_gap;
  if (!is_capital(last)) return false;
  const bool also_word = "AIO"sv.find(last) != std::string_view::npos;
  return gap < no_gap || (is_lower(next[0]) && !also_word);
}

PdfLine line_of(pugi::xml_node node) {
  PdfLine line{number(node, "xMin"), number(node, "yMin"), number(node, "xMax"), number(node, "yMax"), {}};
  double end = 0;
  for (const auto word : node.children("word")) {
    const auto text = plain(xml::line(word));
    if (text.empty()) continue;
    const double gap = (number(word, "xMin") - end) / std::max(line.height(), 1.0);
    if (!line.text.empty() && !is_parted_word(line.text, text, gap)) line.text += ' ';
    line.text += text;
    end = number(word, "xMax");
  }
  line.text = ascii::squeeze(line.text);
  return line;
}

PdfPage page_of(pugi::xml_node node) {
  PdfPage page{number(node, "width"), number(node, "height"), {}};
  for (const auto flow : node.children("flow"))
    for (const auto found : flow.children("block")) {
      PdfBlock block;
      for (const auto line : found.children("line"))
        if (auto read = line_of(line); !read.text.empty()) block.lines.push_back(std::move(read));
      if (!block.lines.empty()) page.blocks.push_back(std::move(block));
    }
  return page;
}

}  // namespace

PdfContent parse_pdf_content(std::string_view name, std::string_view xml, const ReadLimits& limits) {
  const XmlTree tree(name, xml, limits);
  PdfContent content;
  const auto head = tree.root().child("head");
  content.title = xml::line(head.child("title"));
  for (const auto meta : head.children("meta")) {
    const auto key = xml::attribute(meta, "name");
    if (key == "Author") content.author = xml::attribute(meta, "content");
    if (key == "CreationDate") content.made = leading_date(xml::attribute(meta, "content"));
  }
  for (const auto page : tree.root().child("body").child("doc").children("page"))
    content.pages.push_back(page_of(page));
  return content;
}

}  // namespace avow
