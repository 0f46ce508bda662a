#include "model/json_fields.hpp"

#include <fmt/format.h>

namespace avow::json_fields {
namespace {

const Json* find(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at == json.end() || at->is_null() ? nullptr : &*at;
}

const Json& required(const Json& json, const char* key) {
  const Json* value = find(json, key);
  if (!value) refuse(key, "is missing");
  return *value;
}

}  // namespace

void refuse(std::string_view key, std::string_view why) {
  throw Error(ErrorCode::bad_input, fmt::format("key \"{}\": {}", key, why));
}

void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void put(Json& json, const char* key, const Date& date) {
  put(json, key, date.text());
}

void put(Json& json, const char* key, const Id& id) {
  json[key] = id.hex();
}

const Json& object(const Json& json, std::string_view what) {
  if (!json.is_object()) throw Error(ErrorCode::bad_input, fmt::format("{} must be a JSON object", what));
  return json;
}

std::string text(const Json& json, const char* key) {
  const Json* value = find(json, key);
  if (!value) return {};
  if (!value->is_string()) refuse(key, "must be a text");
  return value->get<std::string>();
}

std::string required_text(const Json& json, const char* key) {
  std::string value = text(json, key);
  if (value.empty()) refuse(key, "is missing or empty");
  return value;
}

Date date(const Json& json, const char* key) {
  const std::string edtf = text(json, key);
  if (edtf.empty()) return {};
  if (auto parsed = Date::parse(edtf)) return *parsed;
  refuse(key, "'" + edtf + "' is no date of the form 2035, 2025-06 or 2025-06-24");
}

Day day(const Json& json, const char* key) {
  const std::string said = required_text(json, key);
  if (const auto parsed = parse_day(said)) return *parsed;
  refuse(key, "'" + said + "' is no day of the form 2025-06-24");
}

Id id(const Json& json, const char* key) {
  if (const auto parsed = Id::parse(required_text(json, key))) return *parsed;
  refuse(key, "must be 32 hex digits");
}

Digest digest(const Json& json, const char* key) {
  const std::string hex = text(json, key);
  if (hex.empty()) return {};
  if (const auto parsed = Digest::parse(hex)) return *parsed;
  refuse(key, "must be 64 hex digits");
}

double number(const Json& json, const char* key, double otherwise) {
  const Json* value = find(json, key);
  if (!value) return otherwise;
  if (!value->is_number()) refuse(key, "must be a number");
  return value->get<double>();
}

std::int64_t integer(const Json& json, const char* key, std::int64_t otherwise) {
  const Json* value = find(json, key);
  if (!value) return otherwise;
  if (!value->is_number_integer()) refuse(key, "must be a whole number");
  return value->get<std::int64_t>();
}

bool flag(const Json& json, const char* key) {
  const Json* value = find(json, key);
  if (!value) return false;
  if (!value->is_boolean()) refuse(key, "must be true or false");
  return value->get<bool>();
}

const Json& array(const Json& json, const char* key) {
  static const Json none = Json::array();
  const Json* value = find(json, key);
  if (!value) return none;
  if (!value->is_array()) refuse(key, "must be a list");
  return *value;
}

std::vector<std::string> texts(const Json& json, const char* key) {
  std::vector<std::string> values;
  for (const Json& item : array(json, key)) {
    if (!item.is_string()) refuse(key, "must be a list of texts");
    values.push_back(item.get<std::string>());
  }
  return values;
}

Span span(const Json& json, const char* key) {
  const Json& ends = required(json, key);
  if (!ends.is_array() || ends.size() != 2 || !ends[0].is_number_unsigned() || !ends[1].is_number_unsigned())
    refuse(key, "must be [begin, end]");
  const auto begin = ends[0].get<std::uint64_t>();
  const auto end = ends[1].get<std::uint64_t>();
  if (begin > end || end > 0xFFFFFFFFu) refuse(key, "must be [begin, end] with begin <= end");
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<Decimal> decimal(const Json& json, const char* key) {
  const Json* value = find(json, key);
  if (!value) return std::nullopt;
  object(*value, key);
  if (!value->contains("value")) refuse(key, "has no \"value\"");
  return Decimal{number(*value, "value"), number(*value, "step")};
}

Json decimal_json(const Decimal& decimal) {
  return Json{{"value", decimal.value}, {"step", decimal.step}};
}

Json span_json(const Span& span) {
  return Json::array({span.begin, span.end});
}

}  // namespace avow::json_fields
