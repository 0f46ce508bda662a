#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/input_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/outcomes_command_derive.hpp"
#include "cli/outcomes_command_diff.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "engine/outcomes.hpp"
#include "publish/claim_json.hpp"
#include "query/day_range.hpp"
#include "query/names.hpp"
#include "query/observation_list.hpp"
#include "read/data_package.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{256} << 20;

struct ImportOptions {
  std::vector<std::string> files, where;
  std::string published, actual_until, retrieved, rows;
  OutcomeOptions outcomes;
};

std::pair<std::string, std::string> parse_where(const std::string& word) {
  const auto equals = word.find('=');
  if (equals == 0 || equals == std::string::npos)
    throw Error(ErrorCode::usage, fmt::format("--where: '{}' names no column and value", word), "write it as SEX=T");
  return {word.substr(0, equals), word.substr(equals + 1)};
}

std::size_t parse_row(const std::string& word) {
  std::size_t row = 0;
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), row);
  if (failed != std::errc{} || end != word.data() + word.size() || row == 0)
    throw Error(ErrorCode::usage, fmt::format("--rows: '{}' is no number of a row", word), "write it as 11..43");
  return row;
}

void take_rows(const std::string& word, OutcomeOptions& outcomes) {
  const auto dots = word.find("..");
  if (dots == std::string::npos)
    throw Error(ErrorCode::usage, fmt::format("--rows: '{}' is no range of rows", word), "write it as 11..43");
  if (dots > 0) outcomes.first_row = parse_row(word.substr(0, dots));
  if (dots + 2 < word.size()) outcomes.last_row = parse_row(word.substr(dots + 2));
}

OutcomeOptions resolved(const ImportOptions& options, Day today) {
  OutcomeOptions outcomes = options.outcomes;
  outcomes.retrieved = options.retrieved.empty() ? today : parse_one_day("--retrieved", options.retrieved);
  for (const std::string& word : options.where) outcomes.where.push_back(parse_where(word));
  if (!options.rows.empty()) take_rows(options.rows, outcomes);
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
      report(name, is_data_package(name) ? package(name) : table(name));
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
  OutcomeImport table(const std::string& name) {
    const InputFile file(name, {max_file_bytes, "that are read of one file of figures", "split the file"});
    Store& store = session_.store(Session::Access::create);
    return import_outcomes(store, session_.lexicon(), file.name(), file.bytes(), options_, session_.settings().actor);
  }

  OutcomeImport package(const std::string& name) {
    Store& store = session_.store(Session::Access::create);
    return import_package(store, session_.lexicon(), name, options_, session_.settings().actor);
  }

  void report(const std::string& name, const OutcomeImport& import) {
    for (const std::string& note : import.notes) session_.console().note(note);
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
  OutcomeFiles files(session, resolved(options, session.today()));
  for (const std::string& file : options.files) files.import(file);
  return files.end();
}

Action define_import(CLI::App& app) {
  const auto options = std::make_shared<ImportOptions>();
  OutcomeOptions& outcomes = options->outcomes;
  app.add_option("FILE", options->files, "Data files, folders of a data package, or - for standard input")->required();
  app.add_option("--indicator", outcomes.indicator, "What they measure, unless a column says so")->type_name("CODE");
  app.add_option("--published,--vintage", options->published, "Day the figures were published")->type_name("DAY");
  app.add_option("--source", outcomes.source, "Who published them, and where")->type_name("TEXT");
  app.add_option("--url", outcomes.url, "Address of the publication")->type_name("URL");
  app.add_option("--licence", outcomes.licence, "Licence of the figures")->type_name("TEXT");
  app.add_option("--unit", outcomes.unit, "Unit, unless a column or the indicator says so")->type_name("UNIT");
  app.add_option("--actual-until", options->actual_until, "Periods after it are estimates")->type_name("DATE");
  app.add_option("--retrieved", options->retrieved, "Day the file was fetched; without it, this day")->type_name("DAY");
  app.add_option("--value-column", outcomes.value_column, "Which column, in files with several")->type_name("NAME");
  app.add_option("--entity-column", outcomes.entity_column, "Which column names the country")->type_name("NAME");
  app.add_option("--where", options->where, "Only rows with this value in a column or dimension")
      ->type_name("COLUMN=VALUE");
  app.add_option("--sheet,--resource", outcomes.part, "Sheet of a workbook, resource of a data package")
      ->type_name("NAME");
  app.add_option("--header-row", outcomes.header_row, "Line or row of the headings, where it is not found")
      ->type_name("N");
  app.add_option("--rows", options->rows, "Only these lines or rows of figures")->type_name("FROM..UNTIL");
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
      "Read figures from data files",
      "Knows by content: CSV (tidy with a header, wide with a column a year, World Bank, Our World in Data), "
      "SDMX-CSV,\n"
      "answers of the World Bank's API as JSON, Excel workbooks, and folders of Frictionless or DDF data packages. A "
      "bad "
      "row\n"
      "is named with its place, and then nothing of that file is stored unless --skip-bad.",
      {{"avow outcomes import figures.csv --indicator nato:defence-share-gdp --published 2024-06-17 --source NATO",
        "one vintage"},
       {"avow outcomes import tables.xlsx --sheet TABLE3 --rows 11..43 --indicator nato:defence-share-gdp --published "
        "2024-06-17",
        "one table of a workbook"},
       {"avow outcomes import ilo.csv --where SEX=T --where AGE=15+ --indicator SL.UEM.TOTL.NE.ZS --published "
        "2025-01-15",
        "one series of SDMX-CSV"}},
      define_import,
      {}};
}

}  // namespace

Command outcomes_command() {
  return {"outcomes",
          "Bring in",
          "Import, list, compare and derive what really happened",
          "Figures are observations: an indicator's value for an entity and a period, as one publication gave it.",
          {},
          {},
          {list_command(), import_files_command(), outcomes_diff_command(), outcomes_derive_command()}};
}

}  // namespace avow::cli
