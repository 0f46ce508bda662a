#include "read/xml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "read/ascii.hpp"

namespace avow {
namespace {

/// A tag of four bytes becomes a node of sixty; more than this would fill the memory of a small machine.
constexpr std::size_t max_tags = 8'000'000;

constexpr unsigned int parse_flags = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_eol;

/// Entities that hold entities, in the DTD that a file brings along.
void refuse_nested_entities(std::string_view name, std::string_view text) {
  const auto doctype = text.find("<!DOCTYPE");
  if (doctype == std::string_view::npos) return;
  const auto end = std::min(text.find("]>", doctype), text.size());
  constexpr std::string_view declaration = "<!ENTITY";
  for (auto at = text.find(declaration, doctype); at < end; at = text.find(declaration, at + 1)) {
    const auto value = text.substr(at, std::min(text.find('>', at), end) - at);
    for (auto ampersand = value.find('&'); ampersand < value.size(); ampersand = value.find('&', ampersand + 1))
      if (!value.substr(ampersand).starts_with("&#"))
        throw Error(ErrorCode::bad_input,
                    fmt::format("{}: byte {}: its DTD declares an entity that holds another", name, at),
                    "Avow expands no such entities; give the file without its DTD");
  }
}

void refuse_size(std::string_view name, std::string_view text) {
  const auto tags =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '<' || c == '='; }));
  if (tags > max_tags)
    throw Error(ErrorCode::limit, fmt::format("{}: XML of more than {} tags and attributes", name, max_tags),
                "split it into its documents");
}

void refuse_depth(std::string_view name, const pugi::xml_document& document, std::size_t limit) {
  std::size_t depth = 0;
  for (pugi::xml_node node = document.first_child(); node;) {
    if (node.first_child()) {
      if (++depth > limit)
        throw Error(ErrorCode::limit, fmt::format("{}: XML nested deeper than {} elements", name, limit),
                    "give the text of it as plain text");
      node = node.first_child();
      continue;
    }
    for (; node && !node.next_sibling(); node = node.parent()) --depth;
    if (node) node = node.next_sibling();
  }
}

}  // namespace

XmlTree::XmlTree(std::string_view name, std::string_view text, const ReadLimits& limits) : text_(text) {
  refuse_size(name, text);
  refuse_nested_entities(name, text);
  const auto result = document_.load_buffer(text.data(), text.size(), parse_flags, pugi::encoding_utf8);
  if (!result && result.status != pugi::status_no_document_element)
    fault_ = Fault{static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), result.description()};
  refuse_depth(name, document_, limits.max_html_depth);
}

namespace {

/// Behind the ">" of the tag that is open at `at`; quoted values may hold one.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  for (char quote = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && c == '>') return at + 1;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return text.size() + 1;
}

/// Behind the end tag with this name, the `number`th from `at` on; past the end of the text when there are fewer.
std::size_t behind_end_tags(std::string_view text, std::size_t at, std::string_view name, std::size_t number) {
  const std::string tag = "</" + std::string(name);
  for (at = text.find(tag, at); at != std::string_view::npos; at = text.find(tag, at + 1)) {
    const auto behind = at + tag.size();
    const bool this_name = behind < text.size() && (text[behind] == '>' || ascii::is_space(text[behind]));
    if (!this_name || --number > 0) continue;
    const auto bracket = text.find('>', behind);
    if (bracket != std::string_view::npos) return bracket + 1;
  }
  return text.size() + 1;
}

}  // namespace

/// pugixml remembers where the name stands.
std::size_t XmlTree::begin_of(pugi::xml_node element) const {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 1)) - 1;
}

/// The end tag stands behind all that the element holds, and before all that follows it. Going from the last
/// descendant keeps this from reading an element once for each of its ancestors.
std::size_t XmlTree::end_of(pugi::xml_node element) const {
  pugi::xml_node last = element;
  std::size_t closing = 1;  // end tags with this name, ours the last of them
  while (last.last_child()) {
    last = last.last_child();
    closing += std::string_view(last.name()) == element.name();
  }
  auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(last.offset_debug(), 0));
  if (last.type() == pugi::node_cdata) at = std::min(text_.find("]]>", at), text_.size());
  if (last.type() == pugi::node_element) {
    at = end_of_tag(text_, at);
    if (at > text_.size()) return at;
    if (text_[at - 2] == '/' && last == element) return at;
    if (text_[at - 2] == '/' && std::string_view(last.name()) == element.name()) --closing;
  }
  return behind_end_tags(text_, at, element.name(), closing);
}

std::string_view XmlTree::source(pugi::xml_node element) const {
  const auto begin = begin_of(element);
  return text_.substr(begin, end_of(element) - begin);
}

std::string_view XmlTree::inner_source(pugi::xml_node element) const {
  const auto child = element.first_child();
  if (!child) return {};
  // Text begins where its offset says, an element or CDATA one or nine bytes earlier, behind its "<" or "<![CDATA[".
  auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(child.offset_debug(), 0));
  if (child.type() == pugi::node_element) --begin;
  const auto end = text_.rfind("</", std::min(end_of(element), text_.size()) - 1);
  return end == std::string_view::npos || end < begin ? text_.substr(begin) : text_.substr(begin, end - begin);
}

bool XmlTree::is_whole(pugi::xml_node element) const {
  const auto end = end_of(element);
  return end <= text_.size() && (!fault_ || end <= fault_->byte + 1);
}

namespace xml {

std::string_view local_name(pugi::xml_node node) noexcept {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_text(pugi::xml_node node) noexcept {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

std::string value(pugi::xml_node text_node) {
  return text_node.type() == pugi::node_cdata ? std::string(text_node.value()) : decoded(text_node.value());
}

std::string attribute(pugi::xml_node element, const char* name) {
  const auto found = element.attribute(name);
  return found ? ascii::squeeze(decoded(found.value())) : std::string();
}

std::string text(pugi::xml_node node) {
  std::string out;
  for (auto at = node; at; at = next(at, node))
    if (is_text(at)) out += value(at);
  return out;
}

std::string line(pugi::xml_node node) {
  return ascii::squeeze(text(node));
}

pugi::xml_node first(pugi::xml_node node, std::string_view name) {
  for (auto at = node; at; at = next(at, node))
    if (name == at.name() && at.type() == pugi::node_element) return at;
  return {};
}

pugi::xml_node next(pugi::xml_node node, pugi::xml_node root, bool skip_children) {
  if (!skip_children && node.first_child()) return node.first_child();
  for (; node && node != root; node = node.parent())
    if (node.next_sibling()) return node.next_sibling();
  return {};
}

}  // namespace xml
}  // namespace avow
