#include "read/format.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "model/json.hpp"
#include "read/ascii.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

constexpr std::array tags = {"html"sv, "head"sv,    "body"sv,       "title"sv,   "meta"sv,   "link"sv,
                             "base"sv, "style"sv,   "script"sv,     "div"sv,     "p"sv,      "h1"sv,
                             "h2"sv,   "article"sv, "main"sv,       "section"sv, "header"sv, "table"sv,
                             "ul"sv,   "ol"sv,      "blockquote"sv, "span"sv,    "center"sv, "font"sv};

struct Root {
  std::string_view tag;
  std::string_view what;
};
constexpr Root roots[] = {{"<rss", "an RSS feed"}, {"<feed", "an Atom feed"}, {"<rdf:rdf", "an RDF feed"}};

/// Lines of the beginning that are tried; the first may be the bad one.
constexpr int lines_tried = 3;
constexpr std::size_t head_size = 4096;

bool is_document(std::string_view line) {
  try {
    const Json json = parse_json(line, "line");
    return json.is_object() && json.contains("text");
  } catch (const Error&) {
    return false;
  }
}

/// What stands behind byte order mark, white space, XML declaration and comments.
std::string_view first_markup(std::string_view text) {
  for (text = ascii::trim(text.substr(0, head_size));; text = ascii::trim(text)) {
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) return text;
    const auto end = text.find(comment ? "-->" : ">");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + (comment ? 3 : 1));
  }
}

}  // namespace

bool is_ndjson(std::string_view bytes, std::size_t max_line) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (int tried = 0; tried < lines_tried && !bytes.empty();) {
    const auto line = ascii::line_at(bytes.substr(0, max_line), 0);
    const auto content = ascii::trim(line);
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    if (content.empty()) continue;
    if (!content.starts_with('{')) return false;
    if (is_document(content)) return true;
    ++tried;
  }
  return false;
}

bool is_html(std::string_view text) {
  const auto markup = first_markup(text);
  if (ascii::starts_with(markup, "<!doctype html")) return true;
  if (!markup.starts_with('<')) return false;
  const auto is_name = [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c) || c == ':' || c == '-'; };
  const auto begin = markup.begin() + 1;
  const std::string_view name(begin, std::find_if_not(begin, markup.end(), is_name));
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return ascii::equal(tag, name); });
}

std::string_view other_xml(std::string_view text) {
  const auto markup = first_markup(text);
  for (const auto& root : roots)
    if (ascii::starts_with(markup, root.tag)) return root.what;
  return ascii::trim(text.substr(0, head_size)).starts_with("<?xml") ? "XML other than HTML" : ""sv;
}

}  // namespace avow
