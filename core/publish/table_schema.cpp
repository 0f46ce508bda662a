#include "publish/table_schema.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace avow {
namespace {

struct Column {
  std::string_view name, type, description;
};

/// Of claims (claim_fields.hpp, and what `claims` and `due` add) and of observations (observation_json). A name that
/// both have means the same in either.
constexpr Column known_columns[] = {
    {"id", "string", "Name by content: 32 hex digits"},
    {"document", "string", "Id of the document that the words stand in"},
    {"title", "string", "Of the document"},
    {"publisher", "string", "Of the document"},
    {"url", "string", "Address of the document, or of the figures' source"},
    {"quote", "string", "The words"},
    {"span", "string", "First byte and the one after the last in the document's UTF-8 text"},
    {"voice", "string", "author, turn, quotation or reported"},
    {"speaker", "string", "Code of the entity"},
    {"speaker_name", "string", "As the document has it"},
    {"said", "string", "Day or period, EDTF"},
    {"kind", "string", "pledge, forecast, statistic, fact or stance"},
    {"topic", "string", ""},
    {"strength", "string", "How strongly the speaker is bound"},
    {"negated", "boolean", "Whether it is said not to be so"},
    {"score", "number", "How sure the analyzer is, 0 to 1"},
    {"subject", "string", "Code of the entity that it is about"},
    {"subject_text", "string", "The subject as said"},
    {"indicator", "string", "Code of what is measured"},
    {"indicator_text", "string", "What is measured, as said"},
    {"relation", "string", "How the indicator must stand to the value"},
    {"upper", "number", "Upper end of a range"},
    {"unit", "string", ""},
    {"baseline", "string", "Period that a change is counted from, EDTF"},
    {"due", "string", "By when, or of a statement the period spoken of, EDTF"},
    {"due_until", "date", "Last day of due"},
    {"scope", "string", "each or total"},
    {"condition", "string", ""},
    {"target", "string", "What would make it true, in words"},
    {"testable", "boolean", "Whether there is enough of the target to check it"},
    {"missing", "string", "Parts of the target that are missing, with '; ' between"},
    {"reading", "string", "Id of the standing reading"},
    {"made_by", "string", "Analyzer or person"},
    {"verdict", "string", "The one that stands"},
    {"provisional", "boolean", "Rests on estimates or forecasts"},
    {"proposed", "boolean", "Waits for a person to confirm it"},
    {"vintage", "string", "Newest publication of figures used, EDTF"},
    {"judged", "date", "The day it was judged as if it were"},
    {"reason", "string", "Of the verdict"},
    {"assessment", "string", "Id of the verdict"},
    {"judged_by", "string", "Checker or person"},
    {"disagreement", "object", "A checker's verdict since, where it says otherwise than a person's"},
    {"disputes", "integer", "Disputes that nobody has answered"},
    {"cursor", "string", "Where the next page begins"},
    {"days_left", "integer", "Until the due date ends; negative when overdue"},
    {"entity", "string", "Code of the entity that is measured"},
    {"entity_name", "string", ""},
    {"period", "string", "Year, quarter or month measured, EDTF"},
    {"status", "string", "actual, estimate or forecast"},
    {"published", "date", "Day of publication: the vintage"},
    {"source", "string", "Publication that the figure is from"},
    {"licence", "string", "Of the source"},
    {"note", "string", ""},
    {"series", "string", "Id of the series"},
};

/// The claimed value is a number, an observed one the text that was published.
Column column_of(const std::string& name, bool observed) {
  if (name == "value") return {name, observed ? "string" : "number", observed ? "As published" : "As claimed"};
  const auto known = std::find_if(std::begin(known_columns), std::end(known_columns),
                                  [&](const Column& column) { return column.name == name; });
  return known == std::end(known_columns) ? Column{name, "any", ""} : *known;
}

}  // namespace

Json table_schema(const std::vector<std::string>& columns) {
  const auto has = [&](const char* name) { return std::find(columns.begin(), columns.end(), name) != columns.end(); };
  Json fields = Json::array();
  for (const std::string& name : columns) {
    const Column column = column_of(name, has("period"));
    Json field{{"name", column.name}, {"type", column.type}};
    if (!column.description.empty()) field["description"] = column.description;
    if (name == "id") field["constraints"] = {{"required", true}, {"unique", true}};
    fields.push_back(std::move(field));
  }
  Json schema{{"fields", std::move(fields)}, {"missingValues", {""}}};
  if (has("id")) schema["primaryKey"] = {"id"};
  return schema;
}

}  // namespace avow
