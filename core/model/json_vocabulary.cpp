// Entities, indicators and scales as JSON: the form of the files in schema/vocabulary.

#include "model/json.hpp"
#include "model/json_fields.hpp"

namespace avow {

using namespace json_fields;

void to_json(Json& json, const Entity& entity) {
  json = Json{{"code", entity.code}, {"kind", entity_kinds.name(entity.kind)}, {"name", entity.name}};
  put(json, "wikidata", entity.wikidata);
  if (!entity.aliases.empty()) json["aliases"] = entity.aliases;
  for (const Membership& membership : entity.memberships) {
    Json item{{"group", membership.group}};
    put(item, "role", membership.role);
    put(item, "from", membership.from);
    put(item, "until", membership.until);
    json["memberships"].push_back(std::move(item));
  }
}

void from_json(const Json& json, Entity& entity) {
  object(json, "an entity");
  entity = {};
  entity.code = required_text(json, "code");
  entity.kind = word(json, "kind", entity_kinds);
  entity.name = required_text(json, "name");
  entity.wikidata = text(json, "wikidata");
  entity.aliases = texts(json, "aliases");
  for (const Json& item : array(json, "memberships")) {
    object(item, "a membership");
    entity.memberships.push_back(
        {required_text(item, "group"), text(item, "role"), date(item, "from"), date(item, "until")});
  }
}

void to_json(Json& json, const Indicator& indicator) {
  json = Json{{"code", indicator.code}, {"name", indicator.name}, {"measure", indicator.measure}};
  put(json, "unit", indicator.unit);
  put(json, "publisher", indicator.publisher);
  put(json, "definition", indicator.definition);
  json["rank"] = indicator.rank;
  if (!indicator.phrases.empty()) json["phrases"] = indicator.phrases;
}

void from_json(const Json& json, Indicator& indicator) {
  object(json, "an indicator");
  indicator = {};
  indicator.code = required_text(json, "code");
  indicator.name = required_text(json, "name");
  indicator.measure = required_text(json, "measure");
  indicator.unit = text(json, "unit");
  indicator.publisher = text(json, "publisher");
  indicator.definition = text(json, "definition");
  const std::int64_t rank = integer(json, "rank");
  if (rank < 0 || rank > 1'000'000) refuse("rank", "must lie between 0 and 1000000");
  indicator.rank = static_cast<int>(rank);
  indicator.phrases = texts(json, "phrases");
}

void to_json(Json& json, const Scale& scale) {
  json = Json{{"code", scale.code}, {"name", scale.name}};
  put(json, "source", scale.source);
  json["entries"] = Json::array();
  for (const ScaleEntry& entry : scale.entries)
    json["entries"].push_back(Json{{"verdict", entry.verdict}, {"label", entry.label}});
}

void from_json(const Json& json, Scale& scale) {
  object(json, "a scale");
  scale = {};
  scale.code = required_text(json, "code");
  scale.name = required_text(json, "name");
  scale.source = text(json, "source");
  for (const Json& item : array(json, "entries")) {
    object(item, "an entry of a scale");
    word(item, "verdict", verdicts);
    scale.entries.push_back({required_text(item, "verdict"), required_text(item, "label")});
  }
}

}  // namespace avow
