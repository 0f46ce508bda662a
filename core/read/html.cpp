#include "read/html.hpp"

#include <fmt/format.h>

#include "read/html_dom.hpp"
#include "read/html_main_text.hpp"
#include "read/html_metadata.hpp"
#include "read/plain_text.hpp"

namespace avow {

Document read_html(std::string_view name, std::string_view text, const ReadLimits& limits) {
  const HtmlPage page = parse_html(name, text, limits);
  Metadata found = html_metadata(page);
  Document document;
  document.text = html_main_text(page, found.title);
  if (document.text.empty())
    throw Error(ErrorCode::bad_input, fmt::format("{}: the page holds no text", name),
                "a page that is filled by a script must be saved after it has run");
  document.url = std::move(found.url);
  document.title = found.title.empty() ? std::string(stem(name)) : std::move(found.title);
  document.publisher = std::move(found.publisher);
  document.author = std::move(found.author);
  document.language = std::move(found.language);
  document.published = std::move(found.published);
  document.media_type = "text/html";
  return document;
}

}  // namespace avow
