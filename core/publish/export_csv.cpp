#include "publish/export_csv.hpp"

#include <array>
#include <utility>

#include "model/json.hpp"
#include "publish/csv_text.hpp"
#include "publish/record_json.hpp"
#include "publish/rows.hpp"

namespace avow {
namespace {

/// A kind's file and its flat columns; "maker.plugin" is a field within a field.
struct Sheet {
  RecordKind kind;
  std::string_view file;
  std::vector<std::string> columns;
};

const std::vector<Sheet>& sheets() {
  static const std::vector<Sheet> all{
      {RecordKind::entity, "entities.csv", {"code", "kind", "name", "wikidata", "aliases"}},
      {RecordKind::indicator, "indicators.csv", {"code", "name", "measure", "unit", "publisher", "definition", "rank"}},
      {RecordKind::scale, "scales.csv", {"code", "name", "source"}},
      {RecordKind::document,
       "documents.csv",
       {"id", "url", "title", "publisher", "author", "speaker", "published", "language", "media_type", "raw"}},
      {RecordKind::series, "series.csv", {"id", "indicator", "source", "url", "licence"}},
      {RecordKind::observation,
       "observations.csv",
       {"id", "series", "entity", "period", "value", "unit", "status", "published", "note"}},
      {RecordKind::claim,
       "claims.csv",
       {"id", "document", "span", "quote", "voice", "speaker_name", "speaker", "said"}},
      {RecordKind::reading,
       "readings.csv",
       {"id",
        "claim",
        "kind",
        "topic",
        "strength",
        "negated",
        "score",
        "target.subject",
        "target.indicator",
        "target.relation",
        "target.value.value",
        "target.upper.value",
        "target.unit",
        "target.baseline",
        "target.due",
        "target.scope",
        "target.condition",
        "maker.plugin",
        "maker.version",
        "maker.revision",
        "maker.person",
        "reason",
        "corrects"}},
      {RecordKind::assessment,
       "assessments.csv",
       {"id", "reading", "verdict", "provisional", "proposed", "today", "vintage", "reason", "maker.plugin",
        "maker.version", "maker.revision", "maker.person"}},
      {RecordKind::link,
       "links.csv",
       {"id", "from", "to", "kind", "confirmed", "score", "reason", "maker.plugin", "maker.person"}},
      {RecordKind::analysis,
       "analyses.csv",
       {"id", "kind", "subject", "maker.plugin", "maker.version", "maker.revision", "failure"}},
      {RecordKind::retraction, "retractions.csv", {"id", "kind", "subject", "person", "reason", "at"}},
      {RecordKind::dispute, "disputes.csv", {"id", "claim", "kind", "subject", "person", "as", "reason", "at"}},
      {RecordKind::answer, "answers.csv", {"id", "dispute", "ruling", "person", "reason", "at"}}};
  return all;
}

const Sheet& sheet_of(RecordKind kind) {
  for (const Sheet& sheet : sheets())
    if (sheet.kind == kind) return sheet;
  return sheets().front();
}

std::string cell_at(const Json& record, std::string_view path) {
  const Json* value = &record;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const auto found = value->find(path.substr(0, dot));
    if (found == value->end()) return {};
    value = &*found;
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return cell_text(*value);
}

std::string header_of(const Sheet& sheet) {
  std::string line;
  for (const std::string& column : sheet.columns) line += column + ',';
  return line += "json\r\n";
}

std::string row_of(const Sheet& sheet, const Json& record) {
  std::string line;
  for (const std::string& column : sheet.columns) {
    append_csv_cell(line, cell_at(record, column));
    line.push_back(',');
  }
  append_csv_cell(line, record_line(record));
  return line += "\r\n";
}

}  // namespace

void export_csv(Store& store, const std::function<void(RecordKind, std::string_view)>& write) {
  std::array<bool, record_kinds.table.size()> begun{};
  store.each_record([&](const AnyRecord& record, std::int64_t) {
    const auto kind = kind_of(record);
    if (!kind) return;  // ranks of analyzers: of the store's own, for imports alone
    const Sheet& sheet = sheet_of(*kind);
    const auto at = static_cast<std::size_t>(sheet.kind);
    if (!std::exchange(begun.at(at), true)) write(sheet.kind, header_of(sheet));
    write(sheet.kind, row_of(sheet, record_json(record)));
  });
}

std::string csv_file_name(RecordKind kind) {
  return std::string(sheet_of(kind).file);
}

const std::vector<RecordKind>& csv_kinds() {
  static const std::vector<RecordKind> kinds_in_order = [] {
    std::vector<RecordKind> all;
    for (const Sheet& sheet : sheets()) all.push_back(sheet.kind);
    return all;
  }();
  return kinds_in_order;
}

}  // namespace avow
