#include "query/corrections.hpp"

#include <string_view>
#include <utility>

namespace avow {
namespace {

std::string amount(const std::optional<Decimal>& value) {
  return value ? to_string(value->value) : std::string();
}

struct Field {
  std::string_view name;
  std::string (*text)(const Reading& reading);
};
constexpr Field fields[] = {
    {"kind", [](const Reading& reading) { return std::string(kinds.name(reading.kind)); }},
    {"topic", [](const Reading& reading) { return reading.topic; }},
    {"subject", [](const Reading& reading) { return reading.target.subject; }},
    {"indicator", [](const Reading& reading) { return reading.target.indicator; }},
    {"relation", [](const Reading& reading) { return std::string(relations.name(reading.target.relation)); }},
    {"value", [](const Reading& reading) { return amount(reading.target.value); }},
    {"upper", [](const Reading& reading) { return amount(reading.target.upper); }},
    {"unit", [](const Reading& reading) { return reading.target.unit; }},
    {"baseline", [](const Reading& reading) { return reading.target.baseline.text(); }},
    {"due", [](const Reading& reading) { return reading.target.due.text(); }},
    {"scope", [](const Reading& reading) { return std::string(scopes.name(reading.target.scope)); }},
    {"condition", [](const Reading& reading) { return reading.target.condition; }},
    {"strength", [](const Reading& reading) { return std::string(strengths.name(reading.strength)); }},
    {"negated", [](const Reading& reading) { return std::string(reading.negated ? "true" : "false"); }}};

std::string or_nothing(const std::string& text) {
  return text.empty() ? "nothing" : text;
}

}  // namespace

std::vector<FieldChange> changed_fields(const Reading& before, const Reading& after) {
  std::vector<FieldChange> changes;
  for (const Field& field : fields) {
    std::string earlier = field.text(before), later = field.text(after);
    if (earlier != later) changes.push_back({std::string(field.name), std::move(earlier), std::move(later)});
  }
  return changes;
}

std::string changes_text(const std::vector<FieldChange>& changes) {
  std::string text;
  for (const FieldChange& one : changes)
    text += (text.empty() ? "" : ", ") + one.field + " from " + or_nothing(one.before) + " to " + or_nothing(one.after);
  return text;
}

}  // namespace avow
