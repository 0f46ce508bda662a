#include "publish/atom_feed.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "publish/claim_summary.hpp"
#include "publish/clean_text.hpp"
#include "publish/content_uuid.hpp"
#include "publish/web_address.hpp"

namespace avow {
namespace {

pugi::xml_node append(pugi::xml_node parent, const char* element, const std::string& text) {
  pugi::xml_node node = parent.append_child(element);
  node.text().set(clean_text(text).c_str());
  return node;
}

void append_link(pugi::xml_node parent, const char* relation, const char* type, const std::string& address) {
  if (address.empty()) return;
  pugi::xml_node link = parent.append_child("link");
  link.append_attribute("rel") = relation;
  if (*type != '\0') link.append_attribute("type") = type;
  link.append_attribute("href") = address.c_str();
}

void append_category(pugi::xml_node parent, const std::string& term) {
  if (!term.empty()) parent.append_child("category").append_attribute("term") = clean_line(term).c_str();
}

void append_head(pugi::xml_node root, const FeedTitle& feed, Instant updated, const Publication& publication) {
  const Id id = Canonical("feed").field("site", publication.base_url).field("name", feed.name).id();
  append(root, "id", "urn:uuid:" + content_uuid(id));
  append(root, "title", feed.title);
  append(root, "updated", updated.text());
  append(root.append_child("author"), "name", publication.name);
  append_link(root, "self", "application/atom+xml", feed_url(publication, feed.name));
  append_link(root, "alternate", "text/html", feed.page_url);
  if (!publication.licence.empty()) append(root, "rights", publication.licence);
}

void append_entry(pugi::xml_node root, const ChangedClaim& claim, const Names& names, const Publication& publication) {
  const ClaimRow& row = claim.row;
  pugi::xml_node entry = root.append_child("entry");
  append(entry, "id", "urn:uuid:" + content_uuid(row.id));
  append(entry, "title", claim_headline(row, names));
  append(entry, "updated", claim.at.text());
  append_link(entry, "alternate", "text/html", claim_url(publication, row.id));
  append_link(entry, "alternate", "application/ld+json", claim_jsonld_url(publication, row.id));
  append_link(entry, "via", "", web_address(row.document_url));
  if (row.reading) {
    append_category(entry, std::string(kinds.name(row.reading->kind)));
    append_category(entry, row.reading->topic);
  }
  append(entry, "content", claim_summary(row, names)).append_attribute("type") = "text";
}

}  // namespace

std::string atom_feed(const FeedTitle& feed, const std::vector<ChangedClaim>& claims, const Names& names,
                      const Publication& publication) {
  Instant newest;
  for (const ChangedClaim& claim : claims) newest = std::max(newest, claim.at);
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("feed");
  root.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
  append_head(root, feed, newest, publication);
  for (const ChangedClaim& claim : claims) append_entry(root, claim, names, publication);
  std::ostringstream text;
  text << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  document.save(text, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(text).str();
}

}  // namespace avow
