#include "publish/claim_jsonld.hpp"

#include <utility>

#include "publish/claim_review.hpp"
#include "publish/claim_summary.hpp"
#include "publish/clean_text.hpp"
#include "publish/iso_date.hpp"
#include "publish/schema_org.hpp"

namespace avow {
namespace {

using schema_org::put;

Json quotation_node(const ClaimRow& row, const Document& document, const Names& names, const Publication& publication) {
  const Json speaker = schema_org::speaker_node(row.claim, names);
  Json node{{"@type", "Quotation"},
            {"@id", schema_org::quotation_node_id(publication, row.id)},
            {"text", clean_text(row.claim.quote.exact)}};
  put(node, "spokenByCharacter", speaker);
  if (row.claim.voice != Voice::reported) put(node, "creator", speaker);
  put(node, "dateCreated", iso_date(row.claim.said));
  put(node, "inLanguage", document.language);
  node["isPartOf"] = {{"@id", document_url(publication, row.claim.document)}};
  node["citation"] = citation_text(row, names);
  return node;
}

/// What the row tells of the document, and what only the document does.
Json document_node(const ClaimRow& row, const Document& document, const Publication& publication) {
  Json node = schema_org::work_node(row, publication);
  put(node, "datePublished", iso_date(document.published));
  put(node, "inLanguage", document.language);
  if (const std::string author = clean_line(document.author); !author.empty())
    node["author"] = {{"@type", "Thing"}, {"name", author}};
  return node;
}

}  // namespace

Json claim_jsonld(const ClaimRow& row, const Document& document, const Names& names, const Publication& publication,
                  const Scale* scale) {
  Json claim = schema_org::claim_node(row, names, publication);
  claim["appearance"] = {{"@id", schema_org::quotation_node_id(publication, row.id)}};
  Json graph = Json::array(
      {std::move(claim), quotation_node(row, document, names, publication), document_node(row, document, publication)});
  if (auto review = claim_review(row, names, publication, scale)) {
    review->erase("@context");
    graph.push_back(*std::move(review));
  }
  return {{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
}

}  // namespace avow
