#include "publish/publication.hpp"

namespace avow {
namespace {

constexpr std::string_view claim_path = "/claim/";
constexpr std::string_view embed_path = "/embed/claim/";

std::string address(const Publication& publication, std::string_view path, const Id& id) {
  return publication.base_url + std::string(path) + id.hex();
}

}  // namespace

std::string claim_url(const Publication& publication, const Id& claim) {
  return address(publication, claim_path, claim);
}

std::string claim_jsonld_url(const Publication& publication, const Id& claim) {
  return claim_url(publication, claim) + ".jsonld";
}

std::string embed_url(const Publication& publication, const Id& claim) {
  return address(publication, embed_path, claim);
}

std::string document_url(const Publication& publication, const Id& document) {
  return address(publication, "/document/", document);
}

std::string commitment_url(const Publication& publication, const Id& commitment) {
  return address(publication, "/commitment/", commitment);
}

std::string feed_url(const Publication& publication, std::string_view name) {
  return publication.base_url + "/feed/" + std::string(name) + ".atom";
}

std::optional<Id> claim_of_url(const Publication& publication, std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  if (!url.starts_with(publication.base_url)) return std::nullopt;
  url.remove_prefix(publication.base_url.size());
  for (const std::string_view path : {claim_path, embed_path})
    if (url.starts_with(path)) return Id::parse(url.substr(path.size()));
  return std::nullopt;
}

}  // namespace avow
