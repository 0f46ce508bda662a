// Documents, claims, readings and links as JSON.

#include "model/json.hpp"
#include "model/json_fields.hpp"

namespace avow {

using namespace json_fields;

void to_json(Json& json, const Document& document) {
  json = Json{{"id", id_of(document).hex()}, {"url", document.url}};
  put(json, "title", document.title);
  put(json, "publisher", document.publisher);
  put(json, "author", document.author);
  put(json, "speaker", document.speaker);
  put(json, "published", document.published);
  put(json, "language", document.language);
  put(json, "media_type", document.media_type);
  json["raw"] = document.raw.hex();
  json["text"] = document.text;
}

void from_json(const Json& json, Document& document) {
  object(json, "a document");
  document = {text(json, "url"),           text(json, "title"),     text(json, "publisher"), text(json, "author"),
              text(json, "speaker"),       date(json, "published"), text(json, "language"),  text(json, "media_type"),
              required_text(json, "text"), digest(json, "raw")};
}

void to_json(Json& json, const Maker& maker) {
  json = Json::object();
  put(json, "plugin", maker.plugin);
  put(json, "version", maker.version);
  if (!maker.is_person()) {
    json["revision"] = maker.revision;
    json["configuration"] = maker.configuration.hex();
  }
  put(json, "person", maker.person);
  if (maker.at.microseconds != 0) json["at"] = maker.at.microseconds;
}

void from_json(const Json& json, Maker& maker) {
  object(json, "a maker");
  const std::int64_t revision = integer(json, "revision");
  if (revision < 0 || revision > 0xFFFFFFFF) refuse("revision", "is out of range");
  maker = {text(json, "plugin"),          text(json, "version"), static_cast<std::uint32_t>(revision),
           digest(json, "configuration"), text(json, "person"),  Instant{integer(json, "at")}};
}

void to_json(Json& json, const Claim& claim) {
  json = Json{{"id", id_of(claim).hex()},         {"document", claim.document.hex()}, {"span", span_json(claim.span)},
              {"quote", claim.quote.exact},       {"prefix", claim.quote.prefix},     {"suffix", claim.quote.suffix},
              {"voice", voices.name(claim.voice)}};
  put(json, "speaker_name", claim.speaker_name);
  put(json, "speaker", claim.speaker);
  put(json, "said", claim.said);
}

void from_json(const Json& json, Claim& claim) {
  object(json, "a claim");
  claim = {id(json, "document"),
           span(json, "span"),
           {text(json, "prefix"), required_text(json, "quote"), text(json, "suffix")},
           word(json, "voice", voices),
           text(json, "speaker_name"),
           text(json, "speaker"),
           date(json, "said")};
}

void to_json(Json& json, const Target& target) {
  json = Json::object();
  put(json, "subject_text", target.subject_text);
  put(json, "subject", target.subject);
  put(json, "indicator_text", target.indicator_text);
  put(json, "indicator", target.indicator);
  put(json, "relation", std::string(relations.name(target.relation)));
  if (target.value) json["value"] = decimal_json(*target.value);
  if (target.upper) json["upper"] = decimal_json(*target.upper);
  put(json, "unit", target.unit);
  put(json, "baseline", target.baseline);
  put(json, "due", target.due);
  put(json, "scope", std::string(scopes.name(target.scope)));
  put(json, "condition", target.condition);
  put(json, "hedge", std::string(hedges.name(target.hedge)));
}

void from_json(const Json& json, Target& target) {
  object(json, "a target");
  target = {};
  target.subject_text = text(json, "subject_text");
  target.subject = text(json, "subject");
  target.indicator_text = text(json, "indicator_text");
  target.indicator = text(json, "indicator");
  target.relation = word(json, "relation", relations);
  target.value = decimal(json, "value");
  target.upper = decimal(json, "upper");
  target.unit = text(json, "unit");
  target.baseline = date(json, "baseline");
  target.due = date(json, "due");
  target.scope = word(json, "scope", scopes);
  target.condition = text(json, "condition");
  target.hedge = word(json, "hedge", hedges);
}

void to_json(Json& json, const Reading& reading) {
  json = Json{{"id", id_of(reading).hex()}, {"claim", reading.claim.hex()}, {"kind", kinds.name(reading.kind)}};
  put(json, "topic", reading.topic);
  json["target"] = reading.target;
  put(json, "strength", std::string(strengths.name(reading.strength)));
  json["negated"] = reading.negated;
  json["score"] = reading.score;
  json["cues"] = Json::array();
  for (const Cue& cue : reading.cues) json["cues"].push_back({{"span", span_json(cue.span)}, {"label", cue.label}});
  json["maker"] = reading.maker;
  put(json, "reason", reading.reason);
  if (!reading.corrects.empty()) json["corrects"] = reading.corrects.hex();
}

void from_json(const Json& json, Reading& reading) {
  object(json, "a reading");
  reading = {};
  reading.claim = id(json, "claim");
  reading.kind = word(json, "kind", kinds);
  reading.topic = text(json, "topic");
  if (json.contains("target")) from_json(json.at("target"), reading.target);
  reading.strength = word(json, "strength", strengths);
  reading.negated = flag(json, "negated");
  reading.score = number(json, "score");
  for (const Json& item : array(json, "cues")) {
    object(item, "a cue");
    reading.cues.push_back({span(item, "span"), text(item, "label")});
  }
  if (json.contains("maker")) from_json(json.at("maker"), reading.maker);
  reading.reason = text(json, "reason");
  if (json.contains("corrects")) reading.corrects = id(json, "corrects");
}

void to_json(Json& json, const Link& link) {
  json = Json{{"id", id_of(link).hex()},     {"from", link.from.hex()},
              {"to", link.to.hex()},         {"kind", link_kinds.name(link.kind)},
              {"confirmed", link.confirmed}, {"score", link.score}};
  put(json, "reason", link.reason);
  json["maker"] = link.maker;
}

void from_json(const Json& json, Link& link) {
  object(json, "a link");
  link = {};
  link.from = id(json, "from");
  link.to = id(json, "to");
  link.kind = word(json, "kind", link_kinds);
  link.confirmed = flag(json, "confirmed");
  link.score = number(json, "score");
  link.reason = text(json, "reason");
  if (json.contains("maker")) from_json(json.at("maker"), link.maker);
}

}  // namespace avow
