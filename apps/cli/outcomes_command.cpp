#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/input_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/outcomes.hpp"
#include "publish/claim_json.hpp"
#include "query/day_range.hpp"
#include "query/names.hpp"
#include "query/observation_list.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{256} << 20;

struct ImportOptions {
  std::vector<std::string> files;
  std::string published, actual_until;
  OutcomeOptions outcomes;
};

OutcomeOptions resolved(const ImportOptions& options) {
  OutcomeOptions outcomes = options.outcomes;
  if (!options.published.empty()) outcomes.published = parse_one_day("--published", options.published);
  if (!options.actual_until.empty()) outcomes.actual_until = parse_date("--actual-until", options.actual_until);
  return outcomes;
}

/// Imports the files one after the other, each whole or not at all.
class OutcomeFiles {
 public:
  OutcomeFiles(Session& session, OutcomeOptions options)
      : session_(session),
        options_(std::move(options)),
        rows_(session.row_options({"file", "added", "known", "skipped"}), session.results()) {}

  void import(const std::string& name) {
    stop_if_interrupted();
    try {
      const InputFile file(name, {max_file_bytes, "that are read of one file of figures", "split the file"});
      Store& store = session_.store(Session::Access::create);
      report(name, import_outcomes(store, session_.lexicon(), file.name(), file.bytes(), options_,
                                   session_.settings().actor));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_input && error.code() != ErrorCode::not_found &&
          error.code() != ErrorCode::limit)
        throw;
      session_.console().problem(error);
      ++refused_;
    }
  }

  ExitCode end() {
    rows_.end();
    if (rows_.rows() == 0) return ExitCode::cannot;
    return refused_ > 0 || skipped_ > 0 ? ExitCode::partial : ExitCode::done;
  }

 private:
  void report(const std::string& name, const OutcomeImport& import) {
    for (const OutcomeProblem& problem : import.problems) session_.console().problem(problem.message);
    if (!import.problems.empty() && !options_.skip_bad) {
      session_.console().problem(fmt::format("{}: nothing of it was stored", name),
                                 "correct the rows named above, or pass over them with --skip-bad");
      ++refused_;
      return;
    }
    skipped_ += import.skipped;
    rows_.add({{"file", name}, {"added", import.added}, {"known", import.known}, {"skipped", import.skipped}});
  }

  Session& session_;
  OutcomeOptions options_;
  RowWriter rows_;
  std::size_t refused_ = 0;
  std::size_t skipped_ = 0;
};

ExitCode run_import(Session& session, const ImportOptions& options) {
  OutcomeFiles files(session, resolved(options));
  for (const std::string& file : options.files) files.import(file);
  return files.end();
}

Action define_import(CLI::App& app) {
  const auto options = std::make_shared<ImportOptions>();
  OutcomeOptions& outcomes = options->outcomes;
  app.add_option("FILE", options->files, "CSV files, or - for standard input")->required();
  app.add_option("--indicator", outcomes.indicator, "What they measure, unless a column says so")->type_name("CODE");
  app.add_option("--published,--vintage", options->published, "Day the figures were published")->type_name("DAY");
  app.add_option("--source", outcomes.source, "Who published them, and where")->type_name("TEXT");
  app.add_option("--url", outcomes.url, "Address of the publication")->type_name("URL");
  app.add_option("--licence", outcomes.licence, "Licence of the figures")->type_name("TEXT");
  app.add_option("--unit", outcomes.unit, "Unit, unless a column or the indicator says so")->type_name("UNIT");
  app.add_option("--actual-until", options->actual_until, "Periods after it are estimates")->type_name("DATE");
  app.add_option("--value-column", outcomes.value_column, "Which column, in files with several")->type_name("NAME");
  app.add_flag("--skip-bad", outcomes.skip_bad, "Pass over bad rows, naming each, and store the rest");
  return [options](Session& session) { return run_import(session, *options); };
}

struct ListOptions {
  std::string indicator, entity, period;
  bool all_vintages = false;
  std::size_t limit = 0;
};

ObservationFilter filter_of(const ListOptions& options, Session& session) {
  ObservationFilter filter;
  filter.clocks = session.clocks();
  filter.indicator = options.indicator;
  filter.entity = options.entity;
  filter.newest_only = !options.all_vintages;
  filter.limit = options.limit;
  if (!options.period.empty()) {
    const DayRange range = parse_range(options.period, session.today());
    filter.period_from = range.from;
    filter.period_until = range.until;
  }
  return filter;
}

ExitCode run_list(Session& session, const ListOptions& options) {
  Store& store = session.store(Session::Access::read);
  const std::vector<std::string> columns = {"indicator", "entity_name", "period",   "value",
                                            "unit",      "status",      "published"};
  return list_rows(session, columns, [&](const auto& add) {
    observation_list(store, session.names(), filter_of(options, session), [&](const ObservationRow& row) {
      add(observation_json(row, session.names()));
      return true;
    });
  });
}

Action define_list(CLI::App& app) {
  const auto options = std::make_shared<ListOptions>();
  app.add_option("--indicator", options->indicator, "Of this indicator")->type_name("CODE");
  app.add_option("--entity", options->entity, "Of this country or group: code or name")->type_name("WHO");
  app.add_option("--period", options->period, "Within: FROM..UNTIL, 2024")->type_name("RANGE");
  app.add_flag("--all-vintages", options->all_vintages, "Every publication of a figure, not only the newest");
  app.add_option("--limit", options->limit, "At most so many")->type_name("N");
  return [options](Session& session) { return run_list(session, *options); };
}

Command list_command() {
  return {"list",
          "",
          "List observations, the newest vintage of each",
          "",
          {{"avow outcomes list --indicator nato:defence-share-gdp --period 2024", "one year"},
           {"avow outcomes list --entity Germany --all-vintages --format csv", "with every revision"}},
          define_list,
          {},
          TakesClocks::both};
}

Command import_files_command() {
  return {
      "import",
      "",
      "Read figures from CSV files",
      "Knows tidy files with a header, wide ones with a column a year, and the layouts of the World Bank and Our World "
      "in\n"
      "Data. A bad row is named with its line and column, and then nothing of that file is stored unless --skip-bad.",
      {{"avow outcomes import figures.csv --indicator nato:defence-share-gdp --published 2024-06-17 --source NATO",
        "one vintage"}},
      define_import,
      {}};
}

}  // namespace

Command outcomes_command() {
  return {"outcomes",
          "Bring in",
          "Import and list what really happened",
          "Figures are observations: an indicator's value for an entity and a period, as one publication gave it.",
          {},
          {},
          {list_command(), import_files_command()}};
}

}  // namespace avow::cli
