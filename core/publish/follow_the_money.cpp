#include "publish/follow_the_money.hpp"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <utility>

#include "publish/claim_summary.hpp"
#include "publish/clean_text.hpp"
#include "publish/fields.hpp"
#include "publish/iso_date.hpp"
#include "publish/target_text.hpp"
#include "publish/verdict_text.hpp"
#include "publish/web_address.hpp"
#include "query/final_verdict.hpp"

namespace avow {
namespace {

constexpr auto schemata = enum_names<EntityKind>({{EntityKind::person, "Person"},
                                                  {EntityKind::party, "Organization"},
                                                  {EntityKind::government, "PublicBody"},
                                                  {EntityKind::country, "Territory"},
                                                  {EntityKind::organisation, "Organization"},
                                                  {EntityKind::group, "Organization"}});

/// An entity of the model: every property is a list of texts, and those without a value are left out.
class Proxy {
 public:
  Proxy(std::string id, std::string_view schema) : json_{{"id", std::move(id)}, {"schema", schema}} {
    json_["properties"] = Json::object();
  }
  Proxy& add(const char* property, std::string_view value) {
    if (std::string text = clean_text(value); !text.empty()) json_["properties"][property].push_back(std::move(text));
    return *this;
  }
  const Json& json() const { return json_; }

 private:
  Json json_;
};

std::string document_id(const Id& document) {
  return "avow-document-" + document.hex();
}

/// The model names languages by ISO 639-3: "eng". Empty for what is no language.
std::string language_code(const std::string& language) {
  return language.empty() ? std::string() : uloc_getISO3Language(language.c_str());
}

/// Documents must have a file name.
std::string file_name(const Id& id, const Document& document) {
  const bool named = document.url.starts_with("file:");
  return named ? document.url.substr(5) : id.hex();
}

/// "Pledge by Pact chief, 2020-03-01".
std::string note_name(const ClaimRow& row, const Names& names) {
  std::string name(row.reading ? kinds.name(row.reading->kind) : "claim");
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  const std::string speaker = clean_line(speaker_text(row.claim, names));
  if (!speaker.empty()) name += " by " + speaker;
  return row.claim.said.known() ? name + ", " + row.claim.said.text() : name;
}

void add_reading(Proxy& note, const Reading& reading, const Names& names) {
  note.add("summary", target_text(reading.target, reading.kind, names));
  note.add("keywords", kinds.name(reading.kind)).add("keywords", reading.topic);
}

}  // namespace

FollowTheMoney::FollowTheMoney(const Names& names, const Publication& publication, Write write)
    : names_(names), publication_(publication), write_(std::move(write)) {}

void FollowTheMoney::put(const Json& entity) {
  if (!written_.insert(entity["id"].get<std::string>()).second) return;
  write_(json_text(entity) + '\n');
}

std::string FollowTheMoney::person_or_body(const std::string& code) {
  const Entity* entity = names_.entity(code);
  if (!entity) return {};
  const std::string id = "avow-entity-" + code;
  Proxy proxy(id, schemata.name(entity->kind));
  proxy.add("name", entity->name).add("wikidataId", entity->wikidata);
  for (const std::string& alias : entity->aliases) proxy.add("alias", alias);
  if (entity->kind == EntityKind::country) proxy.add("level", "country");
  put(proxy.json());
  return id;
}

void FollowTheMoney::add(const Id& id, const Document& document) {
  Proxy proxy(document_id(id), document.media_type == "text/html" ? "HyperText" : "Document");
  proxy.add("fileName", file_name(id, document)).add("title", clean_line(document.title));
  proxy.add("author", clean_line(document.author)).add("publisher", clean_line(document.publisher));
  proxy.add("publishedAt", iso_date(document.published)).add("language", language_code(document.language));
  proxy.add("mimeType", document.media_type).add("sourceUrl", web_address(document.url));
  put(proxy.json());
}

std::string FollowTheMoney::document_of(const ClaimRow& row) {
  Document known;
  known.url = row.document_url;
  known.title = row.document_title;
  known.publisher = row.document_publisher;
  add(row.claim.document, known);
  return document_id(row.claim.document);
}

void FollowTheMoney::put_documentation(const ClaimRow& row, const std::string& document, const std::string& speaker) {
  Proxy proxy("avow-said-" + row.id.hex(), "Documentation");
  proxy.add("document", document).add("entity", speaker).add("role", "speaker");
  proxy.add("date", iso_date(row.claim.said)).add("summary", row.claim.quote.exact);
  proxy.add("recordId", row.id.hex()).add("sourceUrl", claim_url(publication_, row.id));
  put(proxy.json());
}

void FollowTheMoney::add(const ClaimRow& row) {
  const std::string document = document_of(row), speaker = person_or_body(row.claim.speaker);
  const std::string subject = row.reading ? person_or_body(row.reading->target.subject) : std::string();
  Proxy note("avow-claim-" + row.id.hex(), "Note");
  note.add("name", note_name(row, names_)).add("description", row.claim.quote.exact);
  note.add("entity", speaker).add("entity", subject == speaker ? std::string() : subject).add("proof", document);
  note.add("namesMentioned", clean_line(row.claim.speaker_name)).add("createdAt", iso_date(row.claim.said));
  if (row.reading) add_reading(note, *row.reading, names_);
  if (row.assessment && judged_for_good(*row.assessment))
    note.add("notes", fmt::format("verdict: {}. {}", verdict_text(*row.assessment), row.assessment->reason));
  note.add("sourceUrl", claim_url(publication_, row.id));
  note.add("publisher", publication_.name).add("publisherUrl", publication_.base_url);
  put(note.json());
  if (!speaker.empty()) put_documentation(row, document, speaker);
}

}  // namespace avow
