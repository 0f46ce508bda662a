#pragma once

#include <string>

#include "model/json.hpp"
#include "publish/publication.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

/// The parts that schema.org records of this site are made of. Field names and types are those of schema.org; what is
/// not known is left out.
namespace avow::schema_org {

/// Ids of the nodes of a claim within its page: "<permalink>#claim", so that records that speak of it agree.
std::string claim_node_id(const Publication& publication, const Id& claim);
std::string quotation_node_id(const Publication& publication, const Id& claim);

/// Puts the field when there is something to put.
void put(Json& node, const char* field, const std::string& text);
void put(Json& node, const char* field, Json part);

/// Who said it: a Person or an Organization where the vocabulary knows, else a Thing of that name, with its Wikidata
/// address as `sameAs`; null when nobody knows.
Json speaker_node(const Claim& claim, const Names& names);

/// Whoever publishes the verdicts, as an Organization.
Json publisher_node(const Publication& publication);

/// The document that the words stand in, as far as the row tells: a CreativeWork under its own address where it has one
/// on the web, else under that of its page here.
Json work_node(const ClaimRow& row, const Publication& publication);

/// The utterance as a Claim: text, author, datePublished (the day it was said), appearance.
Json claim_node(const ClaimRow& row, const Names& names, const Publication& publication);

}  // namespace avow::schema_org
