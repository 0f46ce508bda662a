#pragma once

#include <string>
#include <string_view>

#include "read/html_dom.hpp"

namespace avow {

/// The main text of a page: paragraphs parted by empty lines, list items and headings on lines of their own; without
/// menus, captions, teasers, comments and the title itself. Every block of text gets a score, positive for running
/// text, negative for links and scraps; the element whose blocks have the greatest sum holds the article. Empty when
/// the page holds no text. Linear in the page.
std::string html_main_text(const HtmlPage& page, std::string_view title);

/// The text of a piece of HTML that is the article already, as feeds carry it: all of it but menus and what blogs add
/// below ("The post ... appeared first on ..."). Empty when it holds no text.
std::string html_fragment_text(const HtmlPage& page);

}  // namespace avow
