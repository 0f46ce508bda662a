#pragma once

#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/document.hpp"
#include "model/json.hpp"
#include "store/filters.hpp"

/// What several of the records in claim_json.hpp are put together from.
namespace avow::json_parts {

inline Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}
inline Json date_or_null(const Date& date) {
  return text_or_null(date.text());
}

/// id to media_type.
Json document_head(const Id& id, const Document& document);

/// When the store learnt it.
template <typename T>
void put_journal(Json& json, const Recorded<T>& record) {
  json["journal"] = record.journal_number;
  json["recorded"] = record.at.text();
}

template <typename T, typename Form>
Json list(const std::vector<T>& all, const Form& form) {
  Json json = Json::array();
  for (const T& one : all) json.push_back(form(one));
  return json;
}

}  // namespace avow::json_parts
