// Writes the rows of a store that the questions are about as CSV files, for peers/load.sh to load elsewhere.
//
//   avow_bench_export_rows STORE FOLDER

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "publish/csv_text.hpp"

namespace {

struct Table {
  const char* name;
  const char* select;
};
/// All of each row but for what no question is about: bytes and texts of documents, cues, figures of verdicts.
constexpr std::array<Table, 9> tables{
    {{"claim",
      "SELECT c.key, lower(hex(r.id)), c.document, c.quote, c.speaker, c.speaker_name, c.said_earliest, c.said_latest "
      "FROM claim AS c JOIN record AS r ON r.key = c.key"},
     {"reading",
      "SELECT x.key, lower(hex(r.id)), x.claim, x.kind, x.topic, x.subject, x.indicator, x.relation, x.value, x.unit, "
      "x.due, x.due_latest, x.strength, x.negated FROM reading AS x JOIN record AS r ON r.key = x.key"},
     {"assessment",
      "SELECT a.key, lower(hex(r.id)), a.reading, a.verdict, a.provisional, a.proposed, a.today, a.vintage, a.reason "
      "FROM assessment AS a JOIN record AS r ON r.key = a.key"},
     {"assessment_evidence", "SELECT assessment, position, kind, reference, note FROM assessment_evidence"},
     {"document",
      "SELECT d.key, lower(hex(r.id)), d.title, d.url, d.publisher, d.published_latest FROM document AS d JOIN record "
      "AS r ON r.key = d.key"},
     {"observation",
      "SELECT o.key, lower(hex(r.id)), o.series, o.entity, o.period, o.value, o.unit, o.status, o.published FROM "
      "observation AS o JOIN record AS r ON r.key = o.key"},
     {"series", "SELECT key, indicator, source, url, licence FROM series"},
     {"membership",
      "SELECT e.code, b.group_code, b.since_earliest, b.until_latest FROM entity_membership AS b JOIN entity AS e ON "
      "e.key = b.entity"},
     {"journal_entry", "SELECT number, at, action, actor, last_record FROM journal_entry"}}};

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A cell that is not there has nothing between its commas; an empty text has quotation marks there.
void append_cell(std::string& line, sqlite3_stmt* statement, int column) {
  if (column > 0) line += ',';
  if (sqlite3_column_type(statement, column) == SQLITE_NULL) return;
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  const std::string_view cell(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  if (cell.empty())
    line += "\"\"";
  else
    avow::append_csv_cell(line, cell);
}

void write(sqlite3* handle, const Table& table, const std::filesystem::path& file) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(handle, table.select, -1, &raw, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(handle));
  const std::unique_ptr<sqlite3_stmt, Close> statement(raw);
  std::ofstream out(file, std::ios::binary);
  std::string line;
  while (sqlite3_step(raw) == SQLITE_ROW) {
    line.clear();
    for (int column = 0; column < sqlite3_column_count(raw); ++column) append_cell(line, raw, column);
    out << line << '\n';
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

int main(int count_of_values, char** values) try {
  if (count_of_values < 3) {
    std::fprintf(stderr, "avow_bench_export_rows STORE FOLDER\n");
    return 2;
  }
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(values[1], &raw, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, Close> handle(raw);
  if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(raw));
  const std::filesystem::path folder = values[2];
  std::filesystem::create_directories(folder);
  for (const Table& table : tables) write(raw, table, folder / (std::string(table.name) + ".csv"));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_export_rows: %s\n", error.what());
  return 2;
}
