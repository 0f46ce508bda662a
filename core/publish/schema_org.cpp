#include "publish/schema_org.hpp"

#include <utility>

#include "publish/claim_summary.hpp"
#include "publish/clean_text.hpp"
#include "publish/iso_date.hpp"
#include "publish/web_address.hpp"

namespace avow::schema_org {
namespace {

const char* type_of(const Entity* entity) {
  if (!entity) return "Thing";
  return entity->kind == EntityKind::person ? "Person" : "Organization";
}

}  // namespace

std::string claim_node_id(const Publication& publication, const Id& claim) {
  return claim_url(publication, claim) + "#claim";
}

std::string quotation_node_id(const Publication& publication, const Id& claim) {
  return claim_url(publication, claim) + "#quotation";
}

void put(Json& node, const char* field, const std::string& text) {
  if (!text.empty()) node[field] = text;
}

void put(Json& node, const char* field, Json part) {
  if (!part.is_null()) node[field] = std::move(part);
}

Json speaker_node(const Claim& claim, const Names& names) {
  const std::string name = clean_line(speaker_text(claim, names));
  if (name.empty()) return nullptr;
  const Entity* entity = names.entity(claim.speaker);
  Json node{{"@type", type_of(entity)}, {"name", name}};
  if (entity && !entity->wikidata.empty()) node["sameAs"] = "http://www.wikidata.org/entity/" + entity->wikidata;
  return node;
}

Json publisher_node(const Publication& publication) {
  return {{"@type", "Organization"}, {"name", publication.name}, {"url", publication.base_url}};
}

Json work_node(const ClaimRow& row, const Publication& publication) {
  const std::string page = document_url(publication, row.claim.document), source = web_address(row.document_url);
  Json node{{"@type", "CreativeWork"}, {"@id", page}, {"url", source.empty() ? page : source}};
  put(node, "name", clean_line(row.document_title));
  if (const std::string publisher = clean_line(row.document_publisher); !publisher.empty())
    node["publisher"] = {{"@type", "Organization"}, {"name", publisher}};
  return node;
}

Json claim_node(const ClaimRow& row, const Names& names, const Publication& publication) {
  Json node{{"@type", "Claim"},
            {"@id", claim_node_id(publication, row.id)},
            {"url", claim_url(publication, row.id)},
            {"text", clean_text(row.claim.quote.exact)}};
  put(node, "author", speaker_node(row.claim, names));
  put(node, "datePublished", iso_date(row.claim.said));
  node["appearance"] = work_node(row, publication);
  return node;
}

}  // namespace avow::schema_org
