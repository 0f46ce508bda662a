#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "base/error.hpp"
#include "base/instant.hpp"
#include "model/json.hpp"

/// Reading and writing single fields of JSON objects, with one message for each way a field can be wrong.
namespace avow::json_fields {

[[noreturn]] void refuse(std::string_view key, std::string_view why);

/// Written only when it says something.
void put(Json& json, const char* key, const std::string& text);
void put(Json& json, const char* key, const Date& date);
void put(Json& json, const char* key, const Id& id);

const Json& object(const Json& json, std::string_view what);
/// Empty when absent.
std::string text(const Json& json, const char* key);
std::string required_text(const Json& json, const char* key);
Date date(const Json& json, const char* key);
Day day(const Json& json, const char* key);
Id id(const Json& json, const char* key);
Digest digest(const Json& json, const char* key);
double number(const Json& json, const char* key, double otherwise = 0);
std::int64_t integer(const Json& json, const char* key, std::int64_t otherwise = 0);
bool flag(const Json& json, const char* key);
std::vector<std::string> texts(const Json& json, const char* key);
Span span(const Json& json, const char* key);
/// nullopt when absent.
std::optional<Decimal> decimal(const Json& json, const char* key);
/// The array at `key`; an empty one when absent.
const Json& array(const Json& json, const char* key);

Json decimal_json(const Decimal& decimal);
Json span_json(const Span& span);

template <typename Enum, std::size_t N>
Enum word(const Json& json, const char* key, const EnumNames<Enum, N>& names) {
  const std::string said = text(json, key);
  if (const auto value = names.parse(said)) return *value;
  refuse(key, "'" + said + "' is not one of the words for it");
}

}  // namespace avow::json_fields
