#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "read/reader.hpp"

namespace avow {

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using HtmlPage = std::unique_ptr<xmlDoc, FreeXmlDocument>;

/// Parses UTF-8 text as HTML, with errors recovered as libxml2 does and nothing fetched. Linear in the text, for
/// hostile text too. Throws Error limit (deeper than limits.max_html_depth, too many attributes).
HtmlPage parse_html(std::string_view name, std::string_view text, const ReadLimits& limits);

/// The first node of the page's tree; null for an empty page.
xmlNode* first_node(const HtmlPage& page) noexcept;

/// The node after `node` in document order within `root`, by way of its children or, when `skip_children`, past them;
/// null at the end. What recursion would do, without its stack.
xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool skip_children = false) noexcept;

/// Name of an element, "" for other nodes; libxml2 gives it in lower case.
std::string_view tag_of(const xmlNode* node) noexcept;
bool is_text(const xmlNode* node) noexcept;
/// Content of a text node.
std::string_view content_of(const xmlNode* node) noexcept;
/// Value of an attribute with entities decoded; "" when there is none. Valid as long as the page.
std::string_view attribute(const xmlNode* node, const char* name) noexcept;
/// Text beneath a node, white space squeezed; of long text only the first 4 KB or so.
std::string text_of(const xmlNode* node);

}  // namespace avow
