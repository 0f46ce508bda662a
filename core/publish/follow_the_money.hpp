#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "model/document.hpp"
#include "model/json.hpp"
#include "publish/publication.hpp"
#include "query/names.hpp"
#include "store/filters.hpp"

namespace avow {

/// Claims as entities of the FollowTheMoney model (followthemoney.tech, schemata as of 4.11), one JSON object a line,
/// for Aleph, OpenAleph and the tools around them:
///   speakers, subjects  Person, Organization, PublicBody (governments), Territory (countries), with wikidataId
///   documents           Document, or HyperText for a page of HTML
///   a claim             Note: the words as description, whom it is by and about as entity, the document as proof, the
///                       target as summary, a verdict as notes where it was reached for good; and where the speaker is
///                       known a Documentation, which leads from the document to the speaker with role and day
/// Ids are made of content ids and of codes, so that the same thing has the same id wherever it comes from. What a
/// claim refers to is written before it, once each. Names and publication must outlive it. One thread.
class FollowTheMoney {
 public:
  /// `write` is given whole lines with the line feed.
  using Write = std::function<void(std::string_view)>;
  FollowTheMoney(const Names& names, const Publication& publication, Write write);

  /// A document with all that is known of it but its text. A claim that comes first writes what its row tells.
  void add(const Id& id, const Document& document);
  void add(const ClaimRow& row);

 private:
  void put(const Json& entity);
  /// Id of the entity with a code, which is written when it is new; empty when the code is unknown.
  std::string person_or_body(const std::string& code);
  std::string document_of(const ClaimRow& row);
  void put_documentation(const ClaimRow& row, const std::string& document, const std::string& speaker);

  const Names& names_;
  const Publication& publication_;
  Write write_;
  std::set<std::string> written_;  ///< ids
};

}  // namespace avow
