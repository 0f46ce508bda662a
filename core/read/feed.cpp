#include "read/feed.hpp"

#include <fmt/format.h>

#include <array>

#include "base/utf8.hpp"
#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/html_dom.hpp"
#include "read/html_main_text.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

constexpr std::array body_names = {"content:encoded"sv, "content"sv, "xhtml:body"sv,
                                   "description"sv,     "summary"sv, "tagline"sv};
constexpr std::array author_names = {"author"sv, "dc:creator"sv, "creator"sv, "itunes:author"sv, "managingEditor"sv};
constexpr std::array date_names = {"pubDate"sv,    "published"sv, "issued"sv,   "dc:date"sv,         "dcterms:issued"sv,
                                   "prism:date"sv, "updated"sv,   "modified"sv, "dcterms:created"sv, "created"sv};
constexpr std::array address_names = {"feedburner:origLink"sv, "link"sv, "guid"sv, "id"sv};

/// A feed: its outermost element, whose prefix ("atom:feed") its own elements have too, and what it says of itself.
struct Feed {
  std::string prefix;
  bool atom = false;
  std::string title, author, language, address;
};

/// The child with this name; in a feed with a prefix, with or without it.
pugi::xml_node child(const Feed& feed, pugi::xml_node element, std::string_view name) {
  for (const auto node : element.children()) {
    std::string_view found = node.name();
    if (!feed.prefix.empty() && found.starts_with(feed.prefix)) found.remove_prefix(feed.prefix.size());
    if (found == name) return node;
  }
  return {};
}

bool is_html(std::string_view text) {
  for (auto at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (ascii::is_alpha(next) || next == '/' || next == '!') return true;
  }
  return false;
}

/// Text that may be HTML as text. Entities are decoded once by XML; what stands there still is HTML's.
std::string readable(const Delivery& delivery, const std::string& text) {
  if (is_html(text)) return html_fragment_text(parse_html(delivery.name, text, delivery.limits));
  return std::string(ascii::trim(xml::decoded(text)));
}

/// A title or name: one line, without what markup there may be.
std::string title_of(const Delivery& delivery, pugi::xml_node element) {
  return element ? ascii::squeeze(readable(delivery, xml::text(element))) : std::string();
}

std::string body_text(const Delivery& delivery, const XmlTree& tree, pugi::xml_node element) {
  const auto type = xml::attribute(element, "type");
  const bool markup = element.find_child([](pugi::xml_node node) { return node.type() == pugi::node_element; });
  if (type == "xhtml" || markup)
    return html_fragment_text(parse_html(delivery.name, tree.inner_source(element), delivery.limits));
  const auto text = xml::text(element);
  return type == "text" || type == "text/plain" ? std::string(ascii::trim(text)) : readable(delivery, text);
}

std::string entry_text(const Delivery& delivery, const Feed& feed, const XmlTree& tree, pugi::xml_node entry) {
  for (const auto name : body_names)
    if (const auto element = child(feed, entry, name))
      if (auto text = body_text(delivery, tree, element); !text.empty()) return text;
  return {};
}

/// "http://host" of an address.
std::string_view origin_of(std::string_view address) {
  const auto host = address.find("://");
  return host == std::string_view::npos ? "" : address.substr(0, address.find('/', host + 3));
}

/// A whole address; one that begins at the host's root is completed by the feed's own. Empty for others.
std::string whole_address(const Feed& feed, std::string_view address) {
  if (address.starts_with("http://") || address.starts_with("https://")) return std::string(address);
  const auto origin = origin_of(feed.address);
  if (origin.empty() || !address.starts_with('/')) return {};
  if (address.starts_with("//")) return fmt::format("{}{}", origin.substr(0, origin.find('/')), address);
  return fmt::format("{}{}", origin, address);
}

/// RSS writes the address into a link, Atom into its href; of many, the one that leads to the page.
std::string link_of(const Feed& feed, pugi::xml_node element) {
  std::string second_best;
  for (const auto node : element.children()) {
    if (node.name() != feed.prefix + "link" && node.name() != "link"sv && node.name() != "atom:link"sv) continue;
    const auto href = xml::attribute(node, "href");
    auto address = whole_address(feed, href.empty() ? xml::line(node) : href);
    const auto relation = xml::attribute(node, "rel");
    if (!address.empty() && (relation.empty() || relation == "alternate")) return address;
    if (relation != "self" && relation != "enclosure" && second_best.empty()) second_best = std::move(address);
  }
  return second_best;
}

std::string address_of(const Feed& feed, pugi::xml_node entry) {
  for (const auto name : address_names) {
    const auto element = child(feed, entry, name);
    if (!element) continue;
    auto address = name == "link" ? link_of(feed, entry) : whole_address(feed, xml::line(element));
    if (!address.empty() && xml::attribute(element, "isPermaLink") != "false") return address;
  }
  return whole_address(feed, xml::attribute(entry, "rdf:about"));
}

/// "ada@example.org (Ada Vale)" and <name>Ada Vale</name> are Ada Vale; a bare address of mail is nobody's name.
std::string name_of(const Delivery& delivery, const Feed& feed, pugi::xml_node author) {
  const auto named = child(feed, author, "name");
  if (named) return title_of(delivery, named);
  auto text = title_of(delivery, author);
  const auto open = text.find('(');
  if (text.find('@') == std::string::npos) return text;
  return open == std::string::npos ? std::string() : text.substr(open + 1, text.find(')', open) - open - 1);
}

std::string author_of(const Delivery& delivery, const Feed& feed, pugi::xml_node element) {
  for (const auto name : author_names) {
    std::string names;
    for (const auto node : element.children()) {
      if (node.name() != name && node.name() != feed.prefix + std::string(name)) continue;
      const auto one = name_of(delivery, feed, node);
      if (!one.empty()) names += (names.empty() ? "" : ", ") + one;
    }
    if (!names.empty()) return names;
  }
  return {};
}

Date date_of(const Feed& feed, pugi::xml_node element) {
  for (const auto name : date_names)
    if (const auto node = child(feed, element, name))
      if (Date date = leading_date(xml::line(node)); date.known()) return date;
  return {};
}

std::string language_of(const Feed& feed, pugi::xml_node element) {
  for (const auto* name : {"language", "dc:language"})
    if (const auto node = child(feed, element, name)) return xml::line(node);
  return xml::attribute(element, "xml:lang");
}

/// RSS 0.9 and 1.0 put the entries beside the channel that describes them, the others into it.
Feed describe(const Delivery& delivery, pugi::xml_node root) {
  Feed feed;
  const std::string_view name = root.name();
  feed.atom = xml::local_name(root) == "feed";
  if (feed.atom) feed.prefix = name.substr(0, name.size() - xml::local_name(root).size());
  const auto channel = feed.atom ? root : root.child("channel");
  feed.address = link_of(feed, channel);
  feed.title = title_of(delivery, child(feed, channel, "title"));
  feed.author = feed.atom ? author_of(delivery, feed, channel) : std::string();
  feed.language = language_of(feed, channel);
  if (feed.language.empty()) feed.language = xml::attribute(root, "xml:lang");
  return feed;
}

/// The first words of a text, for want of a title.
std::string beginning(std::string_view text) {
  constexpr std::size_t title_size = 80;
  const auto line = ascii::line_at(text, 0);
  if (line.size() <= title_size) return std::string(line);
  const auto words = utf8::prefix(line, title_size);
  return std::string(words.substr(0, words.rfind(' '))) + "\xE2\x80\xA6";
}

class FeedReader {
 public:
  FeedReader(const Delivery& delivery, std::string_view text)
      : delivery_(delivery), text_(text), tree_(delivery.name, text, delivery.limits) {}

  void run() {
    feed_ = describe(delivery_, tree_.root());
    element_name_ = feed_.prefix + (feed_.atom ? "entry" : "item");
    for (auto node = tree_.root(); node;) {
      const bool found = node.name() == element_name_;
      if (found) entry(tree_, node);
      node = xml::next(node, tree_.root(), found);
    }
    if (tree_.fault()) behind(tree_.fault()->byte);
    end();
  }

 private:
  void entry(const XmlTree& tree, pugi::xml_node element) {
    if (!tree.is_whole(element)) return;
    ++number_;
    std::optional<Document> document;
    try {
      document = document_of(tree, element);
    } catch (const Error& error) {
      delivery_.failure(error);
    }
    if (document) delivery_.document(std::move(*document), tree.source(element), fmt::format("entry={}", number_));
  }

  Document document_of(const XmlTree& tree, pugi::xml_node element) const {
    Document document;
    document.title = title_of(delivery_, child(feed_, element, "title"));
    document.text = entry_text(delivery_, feed_, tree, element);
    if (document.text.empty()) document.text = document.title;
    if (document.text.empty())
      throw Error(ErrorCode::bad_input,
                  fmt::format("{}: entry {} of the feed has neither title nor text", delivery_.name, number_));
    if (document.title.empty()) document.title = beginning(document.text);
    document.url = address_of(feed_, element);
    document.author = author_of(delivery_, feed_, element);
    if (document.author.empty()) document.author = feed_.author;
    document.published = date_of(feed_, element);
    document.publisher = feed_.title;
    document.language = xml::attribute(element, "xml:lang");
    if (document.language.empty()) document.language = feed_.language;
    document.media_type = feed_.atom ? "application/atom+xml" : "application/rss+xml";
    return document;
  }

  /// The entries behind the place where the feed stops being XML, each by itself.
  void behind(std::size_t fault) {
    const std::string begin = "<" + element_name_;
    const std::string end = "</" + element_name_;
    for (auto at = text_.find(begin, fault); at != std::string_view::npos; at = text_.find(begin, at + 1)) {
      const auto close = std::min(text_.find(end, at), text_.size());
      const auto slice = text_.substr(at, std::min(text_.find('>', close), text_.size()) + 1 - at);
      const XmlTree tree(delivery_.name, slice, delivery_.limits);
      if (tree.root().name() == element_name_) entry(tree, tree.root());
      at = close;
      if (at >= text_.size()) return;
    }
  }

  /// What is missing, when something is.
  void end() const {
    const auto kind = feed_.atom ? "an Atom" : "an RSS";
    const auto fault = tree_.fault()
                           ? fmt::format("byte {} is not well-formed XML ({})", tree_.fault()->byte, tree_.fault()->why)
                           : "";
    if (number_ == 0)
      throw Error(ErrorCode::bad_input, fmt::format("{}: is {} feed without an entry that can be read{}{}",
                                                    delivery_.name, kind, fault.empty() ? "" : ": ", fault));
    if (!fault.empty())
      delivery_.failure(Error(ErrorCode::bad_input, fmt::format("{}: {} of the feed", delivery_.name, fault),
                              "the entries that are whole were read"));
  }

  const Delivery& delivery_;
  std::string_view text_;
  XmlTree tree_;
  Feed feed_;
  std::string element_name_;
  std::size_t number_ = 0;
};

}  // namespace

void read_feed(const Delivery& delivery, std::string_view text) {
  FeedReader(delivery, text).run();
}

}  // namespace avow
