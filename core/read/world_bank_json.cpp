#include "read/world_bank_json.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/plain_decimal.hpp"
#include "model/json.hpp"
#include "read/ascii.hpp"

namespace avow {
namespace {

[[noreturn]] void refuse(std::string_view name, std::string_view why, std::string advice = {}) {
  throw Error(ErrorCode::bad_input, fmt::format("{}: {}", name, why), std::move(advice));
}

/// Text of a member, of a number too; empty for null and what is not there.
std::string text_at(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  if (!json.is_object() || found == json.end() || found->is_null()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number_float()) return plain_decimal(found->get<double>());
  return found->is_number() ? found->dump() : std::string();
}

const Json& member(const Json& json, const char* key) {
  static const Json none = Json::object();
  const auto found = json.is_object() ? json.find(key) : json.end();
  return json.is_object() && found != json.end() ? *found : none;
}

constexpr std::string_view columns[] = {"country code", "country", "indicator", "date", "value", "unit", "obs_status"};
constexpr Column roles[] = {Column::entity_code, Column::entity, Column::indicator, Column::period,
                            Column::value,       Column::unit,   Column::status};

OutcomeHeader header() {
  OutcomeHeader header;
  for (std::size_t i = 0; i < std::size(columns); ++i)
    header.columns.push_back({roles[i], std::string(columns[i]), {}});
  header.layout = Layout::tidy;
  header.values = {*header.find(Column::value)};
  return header;
}

CsvRecord record_of(const Json& item, std::size_t number) {
  return {number,
          {text_at(item, "countryiso3code"), text_at(member(item, "country"), "value"),
           text_at(member(item, "indicator"), "id"), text_at(item, "date"), text_at(item, "value"),
           text_at(item, "unit"), text_at(item, "obs_status")},
          {}};
}

/// "[{"message":[{"id":"120","key":"Invalid value","value":"..."}]}]"
void refuse_message(std::string_view name, const Json& answer) {
  const Json& messages = member(answer, "message");
  if (!messages.is_array() || messages.empty()) return;
  refuse(name,
         fmt::format("the World Bank's answer is a message: {}: {}", text_at(messages[0], "key"),
                     text_at(messages[0], "value")),
         "ask it again for an indicator and countries that it has");
}

/// Pages that were put one after the other are no JSON.
void refuse_pages(std::string_view name, std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      i += c == '\\';
      quoted = c != '"';
      continue;
    }
    quoted = c == '"';
    depth += (c == '[' || c == '{') - (c == ']' || c == '}');
    const bool closed = depth == 0 && (c == ']' || c == '}');
    const auto next = closed ? text.find_first_not_of(" \t\n", i + 1) : std::string_view::npos;
    if (next != std::string_view::npos && text[next] == '[')
      refuse(name, fmt::format("byte {}: a second answer begins behind the first", i + 1),
             "keep each page in a file of its own and import them all, or ask for one page with per_page=20000");
  }
}

Json answer_in(std::string_view name, std::string_view text) {
  refuse_pages(name, text);
  Json json = parse_json(text, name);
  if (json.is_array() && !json.empty()) refuse_message(name, json[0]);
  const bool fits = json.is_array() && json.size() == 2 && json[0].is_object() && json[0].contains("page") &&
                    (json[1].is_array() || json[1].is_null());
  if (!fits)
    refuse(name, "is JSON, but no answer of the World Bank's API",
           "figures come as CSV, SDMX-CSV, workbooks, data packages or the World Bank's JSON");
  return json;
}

}  // namespace

bool is_json(std::string_view text) noexcept {
  const auto start = ascii::trim(text.substr(0, 1024));
  return start.starts_with('[') || start.starts_with('{');
}

OutcomeTable world_bank_table(std::string_view name, std::string_view text, const OutcomeOptions& options) {
  const Json answer = answer_in(name, text);
  OutcomeTable table{header(), {}, options.published, PlaceKind::item, {}};
  if (!table.published) table.published = parse_day(text_at(answer[0], "lastupdated"));
  if (const auto pages = text_at(answer[0], "pages"); !pages.empty() && pages != "1" && pages != "0")
    table.notes.push_back(
        fmt::format("{}: page {} of {}; the others are files of their own", name, text_at(answer[0], "page"), pages));
  std::vector<CsvRecord> records;
  if (answer[1].is_array())
    for (const Json& item : answer[1]) records.push_back(record_of(item, records.size() + 1));
  table.next = records_of(std::move(records));
  return table;
}

}  // namespace avow
