#include "read/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/json.hpp"
#include "read/ascii.hpp"
#include "read/date_guess.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

/// Names of <meta name|property|itemprop>, the best first.
constexpr std::array title_names = {"og:title"sv, "twitter:title"sv, "dc.title"sv, "headline"sv};
constexpr std::array author_names = {"author"sv, "article:author"sv, "dc.creator"sv,
                                     "byl"sv,    "parsely-author"sv, "sailthru.author"sv};
constexpr std::array date_names = {
    "article:published_time"sv, "datepublished"sv,  "article:published"sv, "og:published_time"sv, "publishdate"sv,
    "publish-date"sv,           "pubdate"sv,        "publication_date"sv,  "parsely-pub-date"sv,  "sailthru.date"sv,
    "dc.date.issued"sv,         "dcterms.issued"sv, "dcterms.created"sv,   "dc.date"sv,           "date"sv};
constexpr std::array publisher_names = {"og:site_name"sv, "publisher"sv, "dc.publisher"sv, "application-name"sv};

/// Scripts larger than this are no metadata that is worth the parsing.
constexpr std::size_t max_json_ld = std::size_t{1} << 20;

/// All of a page that may say something, gathered in one walk.
struct Gathered {
  std::vector<std::pair<std::string, std::string>> metas;  ///< name in lower case, content
  std::vector<Json> linked;                                ///< objects of JSON-LD that are about the article
  std::string title, heading, canonical, language, byline;
  Date time;
  Date shown;  ///< in an element below the heading that is named for it
};

bool is_article_type(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto fits = [](const Json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("Posting") || text == "WebPage" || text == "Report";
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type);
}

/// JSON-LD is an object, an array of them, or an object with them under "@graph".
void gather_linked(const Json& json, std::vector<Json>& objects) {
  if (json.is_array()) {
    for (const auto& element : json)
      if (element.is_object() && is_article_type(element)) objects.push_back(element);
    return;
  }
  if (!json.is_object()) return;
  if (is_article_type(json)) objects.push_back(json);
  if (const auto graph = json.find("@graph"); graph != json.end() && graph->is_array()) gather_linked(*graph, objects);
}

void gather_script(const xmlNode* node, Gathered& page) {
  if (!ascii::equal(attribute(node, "type"), "application/ld+json") || node->children == nullptr) return;
  std::string text;
  for (const auto* child = node->children; child != nullptr; child = child->next)
    if (child->content != nullptr) text += content_of(child);
  if (text.size() > max_json_ld) return;
  try {
    gather_linked(parse_json(ascii::trim(text), "JSON-LD"), page.linked);
  } catch (const Error&) {
    // Pages carry broken JSON-LD often enough; what it would have said is then looked for elsewhere.
  }
}

void gather_meta(const xmlNode* node, Gathered& page) {
  const auto content = attribute(node, "content");
  if (content.empty()) return;
  for (const auto* name : {"property", "name", "itemprop"})
    if (const auto key = attribute(node, name); !key.empty())
      page.metas.emplace_back(ascii::lower(key), ascii::squeeze(content));
}

void gather_byline(const xmlNode* node, Gathered& page) {
  const bool by = attribute(node, "rel") == "author" || attribute(node, "itemprop") == "author" ||
                  ascii::lower(attribute(node, "class")).find("byline") != std::string::npos;
  if (!by || !page.byline.empty()) return;
  auto text = text_of(node);
  if (text.size() <= 80) page.byline = std::move(text);
}

void gather_time(const xmlNode* node, Gathered& page) {
  if (page.time.known()) return;
  const auto stated = attribute(node, "datetime");
  const Date date = leading_date(stated.empty() ? std::string_view(text_of(node)) : stated);
  if (date.is_day()) page.time = date;
}

/// A day in an element such as <div class="article-date">, below the heading: above it stands today's.
void gather_shown_date(const xmlNode* node, Gathered& page) {
  if (page.heading.empty() || page.shown.known()) return;
  const auto names = ascii::lower(attribute(node, "class").substr(0, 256));
  const auto named = [&](const char* word) { return names.find(word) != std::string::npos; };
  if (!named("date") && !named("publish") && !named("posted")) return;
  const auto text = text_of(node);
  constexpr std::size_t longest = 60;
  if (text.size() <= longest && !named("update")) page.shown = dateline(text);
  if (!page.shown.is_day()) page.shown = {};
}

void gather(const xmlNode* node, Gathered& page) {
  const auto tag = tag_of(node);
  if (tag.empty()) return;
  if (tag == "meta") return gather_meta(node, page);
  if (tag == "script") return gather_script(node, page);
  if (tag == "html") page.language = attribute(node, "lang");
  if (tag == "title" && page.title.empty()) page.title = text_of(node);
  if (tag == "h1" && page.heading.empty()) page.heading = text_of(node);
  if (tag == "link" && ascii::equal(attribute(node, "rel"), "canonical")) page.canonical = attribute(node, "href");
  if (tag == "time") gather_time(node, page);
  gather_byline(node, page);
  gather_shown_date(node, page);
}

template <std::size_t N>
std::string meta(const Gathered& page, const std::array<std::string_view, N>& names) {
  for (const auto name : names)
    for (const auto& [key, content] : page.metas)
      if (key == name) return content;
  return {};
}

/// A value of JSON-LD as text: itself, the "name" of an object, or the same of an array's elements.
std::string text_in(const Json& value) {
  if (value.is_string()) return ascii::squeeze(value.get_ref<const std::string&>());
  if (value.is_object()) return value.contains("name") && value["name"].is_string() ? text_in(value["name"]) : "";
  std::string joined;
  for (const auto& element : value.is_array() ? value : Json::array()) {
    const auto one = element.is_array() ? "" : text_in(element);
    if (!one.empty()) joined += (joined.empty() ? "" : ", ") + one;
  }
  return joined;
}

std::string linked(const Gathered& page, const char* key) {
  for (const auto& object : page.linked)
    if (const auto found = object.find(key); found != object.end())
      if (auto text = text_in(*found); !text.empty()) return text;
  return {};
}

std::string first_of(std::initializer_list<std::string> candidates) {
  for (const auto& candidate : candidates)
    if (!candidate.empty()) return candidate;
  return {};
}

/// An author's address (article:author of some pages) is not a name.
std::string name_only(std::string text) {
  return text.starts_with("http") ? std::string() : text;
}

/// A name without "By"; accounts are nobody's name.
std::string author_name(std::string name) {
  if (ascii::starts_with(name, "by ")) name.erase(0, 3);
  constexpr std::array accounts = {"admin"sv, "administrator"sv, "editor"sv, "root"sv, "webmaster"sv};
  const bool account =
      std::any_of(accounts.begin(), accounts.end(), [&](auto word) { return ascii::equal(word, name); });
  return account ? std::string() : name;
}

/// Where the name of a site begins that stands behind a title: "Quay and crane | The Gull".
struct SiteName {
  std::size_t title_size = std::string::npos;
  std::string_view site;
};
SiteName site_behind(std::string_view title) {
  SiteName last;
  for (const auto separator : {" | "sv, " - "sv, " \xE2\x80\x93 "sv, " \xE2\x80\x94 "sv, " :: "sv}) {
    const auto at = title.rfind(separator);
    if (at == std::string_view::npos || at == 0) continue;
    if (last.title_size == std::string::npos || at > last.title_size) last = {at, title.substr(at + separator.size())};
  }
  return last;
}

/// Takes the name of the site off a title when it is the publisher's, or when the page's heading does without it; then
/// it is the publisher's, if nobody else says who that is.
void part_title(Metadata& metadata, const std::string& heading) {
  const auto found = site_behind(metadata.title);
  if (found.title_size == std::string::npos) return;
  const auto title = metadata.title.substr(0, found.title_size);
  const bool as_heading = ascii::equal(title, heading);
  if (!as_heading && !ascii::equal(found.site, metadata.publisher)) return;
  if (metadata.publisher.empty()) metadata.publisher = found.site;
  metadata.title = title;
}

/// The day in an address such as ".../2019/11/18/quay".
Date day_in(std::string_view address) {
  for (auto at = address.find("/20"); at != std::string_view::npos; at = address.find("/20", at + 1)) {
    const auto part = address.substr(at + 1, 11);
    if (part.size() == 11 && part[4] == '/' && part[10] == '/')
      if (Date date = leading_date(part.substr(0, 10)); date.is_day()) return date;
  }
  return {};
}

Date date_of(const Gathered& page) {
  for (const auto& text :
       {meta(page, std::array{date_names[0]}), linked(page, "datePublished"), meta(page, date_names)})
    if (Date date = leading_date(text); date.is_day()) return date;
  for (const auto& date : {page.time, page.shown})
    if (date.known()) return date;
  return day_in(page.canonical);
}

std::string address(const std::string& text) {
  return text.starts_with("http") ? text : std::string();
}

}  // namespace

Metadata html_metadata(const HtmlPage& page) {
  Gathered found;
  for (const auto* node = first_node(page); node != nullptr; node = next_node(node, nullptr)) gather(node, found);
  Metadata metadata;
  metadata.title = first_of({meta(found, title_names), linked(found, "headline"), found.title, found.heading});
  metadata.author =
      author_name(first_of({name_only(meta(found, author_names)), linked(found, "author"), found.byline}));
  metadata.publisher = first_of({meta(found, publisher_names), linked(found, "publisher")});
  metadata.url = first_of({address(found.canonical), address(meta(found, std::array{"og:url"sv}))});
  metadata.language = found.language;
  metadata.published = date_of(found);
  part_title(metadata, found.heading);
  return metadata;
}

}  // namespace avow
