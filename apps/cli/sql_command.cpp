#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "model/json.hpp"
#include "publish/sql_json.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string statement;
  std::size_t max_rows = SqlLimits{}.rows;
  double max_seconds = std::chrono::duration<double>(SqlLimits{}.time).count();
};

/// A JSON object holds a name once: of two columns of one name the second is called "id_2".
std::vector<std::string> distinct(std::vector<std::string> names) {
  std::set<std::string> taken;
  for (std::string& name : names) {
    const std::string said = name;
    for (int number = 2; !taken.insert(name).second; ++number) name = fmt::format("{}_{}", said, number);
  }
  return names;
}

ExitCode run(Session& session, const Options& options) {
  const auto time = std::chrono::milliseconds(static_cast<std::int64_t>(options.max_seconds * 1000));
  const SqlResult result = session.store(Session::Access::read).sql(options.statement, {options.max_rows, time});
  const std::vector<std::string> columns = distinct(result.columns);
  RowWriter rows(session.row_options(columns), session.results());
  for (const auto& cells : result.rows) {
    Json row = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) row[columns[i]] = sql_cell_json(cells[i]);
    rows.add(row);
  }
  rows.end();
  return rows.rows() == 0 ? ExitCode::nothing_matched : ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("STATEMENT", options->statement, "One SELECT over the tables and views of docs/schema.md")->required();
  app.add_option("--max-rows", options->max_rows, "Refuse to give more")->type_name("N");
  app.add_option("--max-time", options->max_seconds, "Stop after so many seconds")
      ->type_name("S")
      ->check(CLI::Range(0.001, 86400.0));
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command sql_command() {
  return {"sql",
          "Ask",
          "Run one read-only SQL statement on the store",
          "",
          {{"avow sql 'SELECT verdict, count(*) AS n FROM verdicts GROUP BY verdict'", "how the verdicts stand"}},
          define,
          {}};
}

}  // namespace avow::cli
