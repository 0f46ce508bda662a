#include "read/format.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "model/json.hpp"
#include "read/ascii.hpp"
#include "read/encoding.hpp"
#include "read/office.hpp"
#include "read/subtitles.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

constexpr std::array tags = {"html"sv, "head"sv,    "body"sv,       "title"sv,   "meta"sv,   "link"sv,
                             "base"sv, "style"sv,   "script"sv,     "div"sv,     "p"sv,      "h1"sv,
                             "h2"sv,   "article"sv, "main"sv,       "section"sv, "header"sv, "table"sv,
                             "ul"sv,   "ol"sv,      "blockquote"sv, "span"sv,    "center"sv, "font"sv};

/// Outermost elements of the XML that is read, without their prefix.
struct Root {
  std::string_view name;
  Format format;
};
constexpr Root roots[] = {{"rss", Format::feed},      {"feed", Format::feed},
                          {"RDF", Format::feed},      {"publicwhip", Format::hansard},
                          {"TEI", Format::parlamint}, {"teiCorpus", Format::parlamint}};

/// Lines of the beginning that are tried; the first may be the bad one.
constexpr int lines_tried = 3;
/// A DTD with all its entities may stand before the outermost element.
constexpr std::size_t head_size = 65536;

bool is_document(std::string_view line) {
  try {
    const Json json = parse_json(line, "line");
    return json.is_object() && json.contains("text");
  } catch (const Error&) {
    return false;
  }
}

/// Behind a DTD, whose declarations stand between brackets; "" when it does not end.
std::string_view behind_doctype(std::string_view markup) {
  const auto end = markup.find_first_of("[>");
  if (end == std::string_view::npos) return {};
  if (markup[end] == '>') return markup.substr(end + 1);
  const auto bracket = markup.find(']', end);
  const auto close = bracket == std::string_view::npos ? bracket : markup.find('>', bracket);
  return close == std::string_view::npos ? std::string_view{} : markup.substr(close + 1);
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

/// The name of the outermost element, whatever stands before it.
std::string_view root_name(std::string_view text) {
  auto markup = first_markup(text);
  if (ascii::starts_with(markup, "<!doctype")) markup = first_markup(behind_doctype(markup));
  if (!markup.starts_with('<')) return {};
  const auto is_name = [](char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || c == ':' || c == '-' || c == '_' || c == '.';
  };
  const auto begin = markup.begin() + 1;
  return {begin, std::find_if_not(begin, markup.end(), is_name)};
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

bool is_html(std::string_view text) {
  const auto name = root_name(text);
  if (std::any_of(tags.begin(), tags.end(), [&](auto tag) { return ascii::equal(tag, name); })) return true;
  return ascii::starts_with(first_markup(text), "<!doctype html");
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

Format byte_format(std::string_view bytes, std::size_t max_line) {
  if (bytes.starts_with("%PDF-")) return Format::pdf;
  if (bytes.starts_with("\x1F\x8B")) return Format::gzip;
  if (is_open_document(bytes)) return Format::open_document;
  if (is_word(bytes)) return Format::word;
  return is_ndjson(bytes, max_line) ? Format::ndjson : Format::encoded_text;
}

Format text_format(std::string_view text) {
  if (is_webvtt(text) || is_subrip(text)) return Format::subtitles;
  const auto name = local_name(root_name(text));
  for (const auto& root : roots)
    if (root.name == name) return root.format;
  return is_html(text) ? Format::html : Format::text;
}

std::string_view unknown_xml(std::string_view text) {
  if (text_format(text) != Format::text) return {};
  const auto begin = ascii::trim(text.substr(0, head_size));
  const auto name = root_name(text);
  if (name.empty() && (begin.starts_with("<?xml") || begin.starts_with("<!--"))) return "without an element";
  return begin.starts_with("<?xml") ? name : ""sv;
}

std::string_view not_a_document(std::string_view bytes) {
  constexpr std::size_t enough = 1 << 16;
  const auto format = byte_format(bytes, enough);
  return format == Format::encoded_text ? binary_format(bytes) : ""sv;
}

}  // namespace avow
