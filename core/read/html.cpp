#include "read/html.hpp"

#include <fmt/format.h>

#include "read/hansard_html.hpp"
#include "read/html_dom.hpp"
#include "read/html_main_text.hpp"
#include "read/html_metadata.hpp"
#include "read/plain_text.hpp"

namespace avow {
namespace {

/// A record of parliament knows its own title, house and day; what it does not say is the page's.
Document complete(Document record, Metadata& page, std::string_view name) {
  if (!page.title.empty()) record.title = std::move(page.title);
  if (record.title.empty()) record.title = stem(name);
  if (!record.published.known()) record.published = std::move(page.published);
  if (record.publisher.empty()) record.publisher = std::move(page.publisher);
  record.url = std::move(page.url);
  return record;
}

}  // namespace

Document read_html(std::string_view name, std::string_view text, const ReadLimits& limits) {
  const HtmlPage page = parse_html(name, text, limits);
  Metadata found = html_metadata(page);
  Document document;
  if (is_hansard_page(page)) document = read_hansard_page(page);
  if (!document.text.empty()) return complete(std::move(document), found, name);
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
