#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/digest.hpp"

/// The publishing site, and the addresses of what it publishes, said in this one place.
namespace avow {

/// Who publishes, and where.
struct Publication {
  std::string base_url;     ///< "https://promises.example", with a path where it has one, no slash at the end
  std::string name;         ///< of whoever publishes: "Promise Watch"
  std::string licence;      ///< of the claims and verdicts as data, e.g. "CC-BY-4.0"; empty: not said
  std::string licence_url;  ///< where it is told; may be empty
};

/// <base>/claim/<32 hex digits>: the page of a claim.
std::string claim_url(const Publication& publication, const Id& claim);
/// <base>/claim/<id>.jsonld.
std::string claim_jsonld_url(const Publication& publication, const Id& claim);
/// <base>/embed/claim/<id>: the card that other sites show in a frame.
std::string embed_url(const Publication& publication, const Id& claim);
/// <base>/document/<id>.
std::string document_url(const Publication& publication, const Id& document);
/// <base>/commitment/<id>.
std::string commitment_url(const Publication& publication, const Id& commitment);
/// <base>/feed/<name>.atom; names are those of saved queries, which need no escaping.
std::string feed_url(const Publication& publication, std::string_view name);

/// The claim whose page or card an address is, of this site; nullopt for any other address. A query and a fragment play
/// no part.
std::optional<Id> claim_of_url(const Publication& publication, std::string_view url);

}  // namespace avow
