#include "plugin/serialise.hpp"

#include "model/json_fields.hpp"

namespace avow {

using namespace json_fields;

namespace {

std::string named(std::string_view word) {
  return std::string(word);
}

Decimal required_decimal(const Json& json, const char* key) {
  if (const auto value = decimal(json, key)) return *value;
  refuse(key, "is missing");
}

const Json& member(const Json& json, const char* key) {
  if (!json.contains(key)) refuse(key, "is missing");
  return json.at(key);
}

// ---- annotations ----------------------------------------------------------------------------------------------------

Json to(const Sentence& sentence) {
  return Json{{"span", span_json(sentence.span)}};
}
void from(const Json& json, Sentence& sentence) {
  sentence.span = span(json, "span");
}

Json to(const VoiceSpan& voice) {
  Json json{{"content", span_json(voice.content)},
            {"source", span_json(voice.source)},
            {"cue", span_json(voice.cue)},
            {"kind", named(voices.name(voice.kind))}};
  put(json, "name", voice.name);
  json["interviewer"] = voice.interviewer;
  return json;
}
void from(const Json& json, VoiceSpan& voice) {
  voice = {span(json, "content"),      span(json, "source"), span(json, "cue"),
           word(json, "kind", voices), text(json, "name"),   flag(json, "interviewer")};
}

Json to(const Quantity& quantity) {
  Json json{{"span", span_json(quantity.span)},
            {"number", span_json(quantity.number)},
            {"value", decimal_json(quantity.value)}};
  if (quantity.range) json["upper"] = decimal_json(quantity.upper);
  put(json, "unit", quantity.unit);
  json["bound"] = named(bounds.name(quantity.bound));
  json["change"] = named(changes.name(quantity.change));
  put(json, "per", quantity.per);
  json["counted"] = span_json(quantity.counted);
  json["loose"] = quantity.loose;
  return json;
}
void from(const Json& json, Quantity& quantity) {
  const bool range = json.contains("upper");
  quantity = {span(json, "span"),
              span(json, "number"),
              required_decimal(json, "value"),
              range,
              range ? required_decimal(json, "upper") : Decimal{},
              text(json, "unit"),
              word(json, "bound", bounds),
              word(json, "change", changes),
              text(json, "per"),
              span(json, "counted"),
              flag(json, "loose")};
}

Json to(const DateMention& mention) {
  Json json{{"span", span_json(mention.span)}};
  put(json, "date", mention.date);
  json["role"] = named(date_roles.name(mention.role));
  json["relative"] = mention.relative;
  return json;
}
void from(const Json& json, DateMention& mention) {
  mention = {span(json, "span"), date(json, "date"), word(json, "role", date_roles), flag(json, "relative")};
}

Json to(const Mention& mention) {
  return Json{
      {"span", span_json(mention.span)}, {"kind", named(mention_kinds.name(mention.kind))}, {"code", mention.code}};
}
void from(const Json& json, Mention& mention) {
  mention = {span(json, "span"), word(json, "kind", mention_kinds), text(json, "code")};
}

Json to(const Cue& cue) {
  return Json{{"span", span_json(cue.span)}, {"label", cue.label}};
}
void from(const Json& json, Cue& cue) {
  cue = {span(json, "span"), text(json, "label")};
}

Json to(const std::pair<std::string, std::string>& figure) {
  return Json{{"name", figure.first}, {"value", figure.second}};
}
void from(const Json& json, std::pair<std::string, std::string>& figure) {
  figure = {text(json, "name"), text(json, "value")};
}

Json to(const Evidence& evidence) {
  Json json{{"kind", named(evidence_kinds.name(evidence.kind))}, {"reference", evidence.reference}};
  put(json, "note", evidence.note);
  return json;
}
void from(const Json& json, Evidence& evidence) {
  evidence = {word(json, "kind", evidence_kinds), required_text(json, "reference"), text(json, "note")};
}

template <typename Item>
void put_list(Json& json, const char* key, const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(to(item));
  json[key] = std::move(list);
}

template <typename Item>
std::vector<Item> list(const Json& json, const char* key) {
  std::vector<Item> items;
  for (const Json& item : array(json, key)) from(object(item, key), items.emplace_back());
  return items;
}

}  // namespace

// ---- towards a detector, and back -----------------------------------------------------------------------------------

void to_json(Json& json, const AnnotatedDocument& document) {
  json = Json{{"id", document.id.hex()}, {"document", document.document}};
  put(json, "read_as", document.annotations.language);
  put_list(json, "sentences", document.annotations.sentences);
  put_list(json, "voices", document.annotations.voices);
  put_list(json, "quantities", document.annotations.quantities);
  put_list(json, "dates", document.annotations.dates);
  put_list(json, "mentions", document.annotations.mentions);
}

void from_json(const Json& json, OwnedDocument& document) {
  object(json, "an annotated document");
  document.id = id(json, "id");
  from_json(member(json, "document"), document.document);
  document.annotations = {text(json, "read_as"),
                          list<Sentence>(json, "sentences"),
                          list<VoiceSpan>(json, "voices"),
                          list<Quantity>(json, "quantities"),
                          list<DateMention>(json, "dates"),
                          list<Mention>(json, "mentions")};
}

void to_json(Json& json, const Candidate& candidate) {
  json = Json{{"span", span_json(candidate.span)}, {"kind", named(kinds.name(candidate.kind))}};
  put(json, "topic", candidate.topic);
  put(json, "strength", named(strengths.name(candidate.strength)));
  json["negated"] = candidate.negated;
  json["score"] = candidate.score;
  json["target"] = candidate.target;
  put_list(json, "cues", candidate.cues);
}

void from_json(const Json& json, Candidate& candidate) {
  object(json, "a candidate");
  candidate = {};
  candidate.span = span(json, "span");
  candidate.kind = word(json, "kind", kinds);
  candidate.topic = text(json, "topic");
  candidate.strength = word(json, "strength", strengths);
  candidate.negated = flag(json, "negated");
  candidate.score = number(json, "score");
  from_json(member(json, "target"), candidate.target);
  candidate.cues = list<Cue>(json, "cues");
}

// ---- towards a checker, and back ------------------------------------------------------------------------------------

void to_json(Json& json, const CheckRequest& request) {
  json = Json{{"claim", request.claim.hex()}, {"reading", request.reading.hex()}};
  put(json, "quote", request.quote);
  put(json, "speaker", request.speaker);
  put(json, "said", request.said);
  json["kind"] = named(kinds.name(request.kind));
  put(json, "strength", named(strengths.name(request.strength)));
  json["negated"] = request.negated;
  json["target"] = request.target;
  json["today"] = to_string(request.today);
  put(json, "subject_name", request.subject_name);
}

void from_json(const Json& json, CheckRequest& request) {
  object(json, "a check request");
  request = {};
  request.claim = id(json, "claim");
  request.reading = id(json, "reading");
  request.quote = text(json, "quote");
  request.speaker = text(json, "speaker");
  request.said = date(json, "said");
  request.kind = word(json, "kind", kinds);
  request.strength = word(json, "strength", strengths);
  request.negated = flag(json, "negated");
  from_json(member(json, "target"), request.target);
  request.today = day(json, "today");
  request.subject_name = text(json, "subject_name");
}

void to_json(Json& json, const Judgement& judgement) {
  json = Json{{"verdict", named(verdicts.name(judgement.verdict))},
              {"provisional", judgement.provisional},
              {"reason", judgement.reason}};
  put_list(json, "figures", judgement.figures);
  put_list(json, "evidence", judgement.evidence);
}

void from_json(const Json& json, Judgement& judgement) {
  object(json, "a judgement");
  judgement = {word(json, "verdict", verdicts), flag(json, "provisional"), required_text(json, "reason"),
               list<std::pair<std::string, std::string>>(json, "figures"), list<Evidence>(json, "evidence")};
}

// ---- what a checker asks, and is answered ---------------------------------------------------------------------------

void to_json(Json& json, const ObservationQuery& query) {
  json = Json::object();
  put(json, "indicator", query.indicator);
  put(json, "entity", query.entity);
  put(json, "from", query.from);
  put(json, "until", query.until);
  put(json, "published_until", query.published_until);
}

void from_json(const Json& json, ObservationQuery& query) {
  object(json, "a query for observations");
  query = {text(json, "indicator"), text(json, "entity"), date(json, "from"), date(json, "until"),
           date(json, "published_until")};
}

void to_json(Json& json, const ObservedValue& value) {
  json = Json{{"id", value.id.hex()}};
  put(json, "indicator", value.indicator);
  put(json, "entity", value.entity);
  put(json, "period", value.period);
  json["value"] = decimal_json(value.value);
  put(json, "unit", value.unit);
  json["status"] = named(statuses.name(value.status));
  json["published"] = to_string(value.published);
  put(json, "source", value.source);
}

void from_json(const Json& json, ObservedValue& value) {
  object(json, "an observation");
  value = {id(json, "id"),
           text(json, "indicator"),
           text(json, "entity"),
           date(json, "period"),
           required_decimal(json, "value"),
           text(json, "unit"),
           word(json, "status", statuses),
           day(json, "published"),
           text(json, "source")};
}

void to_json(Json& json, const MemberQuery& query) {
  json = Json{{"group", query.group}, {"day", to_string(query.day)}};
}

void from_json(const Json& json, MemberQuery& query) {
  object(json, "a query for members");
  query = {text(json, "group"), day(json, "day")};
}

void to_json(Json& json, const Member& member) {
  json = Json{{"code", member.code}};
  put(json, "name", member.name);
  put(json, "from", member.from);
  put(json, "until", member.until);
}

void from_json(const Json& json, Member& member) {
  object(json, "a member");
  member = {text(json, "code"), text(json, "name"), date(json, "from"), date(json, "until")};
}

void to_json(Json& json, const PassageQuery& query) {
  json = Json::object();
  put(json, "words", query.words);
  put(json, "from", query.from);
  put(json, "until", query.until);
  json["limit"] = query.limit;
  put(json, "any_words", query.any_words);
  put(json, "entity", query.entity);
}

void from_json(const Json& json, PassageQuery& query) {
  object(json, "a query for passages");
  const std::int64_t limit = integer(json, "limit");
  if (limit < 0) refuse("limit", "must not be negative");
  query = {text(json, "words"),     date(json, "from"),  date(json, "until"), static_cast<std::size_t>(limit),
           text(json, "any_words"), text(json, "entity")};
}

void to_json(Json& json, const Passage& passage) {
  json = Json{{"document", passage.document.hex()}, {"span", span_json(passage.span)}, {"text", passage.text}};
  put(json, "published", passage.published);
}

void from_json(const Json& json, Passage& passage) {
  object(json, "a passage");
  passage = {id(json, "document"), span(json, "span"), text(json, "text"), date(json, "published")};
}

}  // namespace avow
