#include "publish/data_package.hpp"

#include <algorithm>
#include <utility>

#include "publish/clean_text.hpp"
#include "publish/table_schema.hpp"
#include "publish/web_address.hpp"

namespace avow {
namespace {

/// Adds it unless the list has one like it.
void add_new(Json& list, Json item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

Json source_node(const Series& series) {
  Json node{{"title", clean_line(series.source)}};
  if (const std::string path = web_address(series.url); !path.empty()) node["path"] = path;
  return node;
}

/// `name` may hold letters, digits, and - . _ alone; the words as they were given are the title.
Json licence_node(const std::string& words, const std::string& address) {
  std::string name = clean_line(words);
  Json node{{"name", name}, {"title", name}};
  for (char& c : name) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '_';
    if (!plain) c = '-';
  }
  node["name"] = name;
  if (const std::string path = web_address(address); !path.empty()) node["path"] = path;
  return node;
}

Json resource_node(const PublishedTable& table) {
  Json node{{"name", table.name},
            {"type", "table"},
            {"title", table.title},
            {"path", table.path},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", table.bytes},
            {"hash", "sha256:" + table.digest.hex()},
            {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", "\""}, {"doubleQuote", true}}},
            {"schema", table_schema(table.columns)}};
  Json sources = Json::array(), licences = Json::array();
  for (const Series& series : table.sources) {
    if (!series.source.empty()) add_new(sources, source_node(series));
    if (!series.licence.empty()) add_new(licences, licence_node(series.licence, {}));
  }
  if (!sources.empty()) node["sources"] = std::move(sources);
  if (!licences.empty()) node["licenses"] = std::move(licences);
  return node;
}

}  // namespace

Json data_package(const std::vector<PublishedTable>& tables, const Publication& publication,
                  const std::optional<Instant>& newest) {
  Json package{
      {"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
      {"name", "avow"},
      {"title", publication.name + ": claims, verdicts and figures"},
      {"homepage", publication.base_url},
      {"contributors", {{{"title", publication.name}, {"path", publication.base_url}, {"roles", {"publisher"}}}}}};
  if (newest) package["created"] = newest->text();
  if (!publication.licence.empty())
    package["licenses"] = Json::array({licence_node(publication.licence, publication.licence_url)});
  package["resources"] = Json::array();
  for (const PublishedTable& table : tables) package["resources"].push_back(resource_node(table));
  return package;
}

}  // namespace avow
