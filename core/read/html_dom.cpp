#include "read/html_dom.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>

#include "read/ascii.hpp"
#include "read/html_guard.hpp"

namespace avow {
namespace {

struct FreeContext {
  void operator()(htmlParserCtxt* context) const noexcept { htmlFreeParserCtxt(context); }
};

/// What the SAX callback needs to know; libxml2 carries it in _private.
struct DepthWatch {
  std::size_t limit = 0;
  bool passed = false;
};

/// Every element passes through here; parsing stops at the first that lies too deep.
void start_element(void* user, const xmlChar* name, const xmlChar** attributes) {
  auto* const context = static_cast<htmlParserCtxt*>(user);
  auto* const watch = static_cast<DepthWatch*>(context->_private);
  if (static_cast<std::size_t>(context->nodeNr) >= watch->limit) {
    watch->passed = true;
    xmlStopParser(context);
    return;
  }
  xmlSAX2StartElement(user, name, attributes);
}

constexpr std::size_t chunk_size = 64 * 1024;
/// text_of is for titles and names; more than this is none, and nested elements must not be read over and over.
constexpr std::size_t max_short_text = 4096;

/// Pushed in chunks, so that a stop takes effect at once.
void push_all(htmlParserCtxt* context, std::string_view text, const DepthWatch& watch) {
  while (!text.empty() && !watch.passed) {
    const auto chunk = text.substr(0, chunk_size);
    htmlParseChunk(context, chunk.data(), static_cast<int>(chunk.size()), 0);
    text.remove_prefix(chunk.size());
  }
  htmlParseChunk(context, nullptr, 0, 1);
}

}  // namespace

HtmlPage parse_html(std::string_view name, std::string_view text, const ReadLimits& limits) {
  guard_html(name, text, limits);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreatePushParserCtxt(nullptr, nullptr, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (!context) throw Error(ErrorCode::internal, "libxml2 gave no parser");
  htmlCtxtUseOptions(context.get(), HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
                                        HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  // Our own limits are the stricter ones where it matters; libxml2's would cut the page short without a word.
  context->options |= XML_PARSE_HUGE;
  DepthWatch watch{limits.max_html_depth};
  context->_private = &watch;
  context->sax->startElement = start_element;
  push_all(context.get(), text, watch);
  HtmlPage page(context->myDoc);
  context->myDoc = nullptr;
  if (watch.passed)
    throw Error(ErrorCode::limit, fmt::format("{}: HTML nested deeper than {} elements", name, limits.max_html_depth),
                "save the text of the page and give that");
  return page;
}

xmlNode* first_node(const HtmlPage& page) noexcept {
  return page ? page->children : nullptr;
}

xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool skip_children) noexcept {
  if (!skip_children && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
    if (node == nullptr || node->type != XML_ELEMENT_NODE) return nullptr;
  }
  return nullptr;
}

std::string_view tag_of(const xmlNode* node) noexcept {
  if (node->type != XML_ELEMENT_NODE) return {};
  return reinterpret_cast<const char*>(node->name);
}

bool is_text(const xmlNode* node) noexcept {
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != nullptr;
}

std::string_view content_of(const xmlNode* node) noexcept {
  return reinterpret_cast<const char*>(node->content);
}

std::string_view attribute(const xmlNode* node, const char* name) noexcept {
  if (node->type != XML_ELEMENT_NODE) return {};
  for (const auto* found = node->properties; found != nullptr; found = found->next)
    if (std::string_view(reinterpret_cast<const char*>(found->name)) == name)
      return found->children != nullptr && is_text(found->children) ? content_of(found->children) : std::string_view{};
  return {};
}

std::string text_of(const xmlNode* node) {
  std::string text;
  for (const xmlNode* at = node; at != nullptr && text.size() < max_short_text; at = next_node(at, node))
    if (is_text(at)) text += content_of(at);
  return ascii::squeeze(text);
}

}  // namespace avow
