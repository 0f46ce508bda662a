#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "learn/evaluation.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string task, data, text, errors;
};

ExitCode list_tasks(Session& session) {
  RowWriter rows(session.row_options({"task", "summary", "data", "published"}), session.results());
  for (const learn::Task& task : learn::tasks())
    rows.add({{"task", task.name}, {"summary", task.summary}, {"data", task.data}, {"published", task.published}});
  rows.end();
  return ExitCode::done;
}

const learn::Task& task_named(const Options& options) {
  const learn::Task* task = learn::find_task(options.task);
  if (task == nullptr)
    throw Error(ErrorCode::usage, fmt::format("there is no task '{}'", options.task),
                "`avow evaluate` lists the tasks");
  if (options.data.empty())
    throw Error(ErrorCode::usage, fmt::format("{} needs to know where its data is", task->name),
                fmt::format("give the place with --data: {}", task->data));
  if (options.errors == "-")
    throw Error(ErrorCode::usage, "--errors: the figures go to standard output", "name a file for the errors");
  return *task;
}

/// Four digits: more would only show how the sum was made.
double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Json row_of(const learn::Task& task, const learn::Evaluation& evaluation, const learn::Figure& figure) {
  const learn::Interval interval = learn::bootstrap(*figure.metric, figure.units);
  return {{"task", task.name},
          {"system", figure.system},
          {"what", figure.what},
          {"metric", figure.metric->name},
          {"value", rounded(learn::value(*figure.metric, figure.units))},
          {"low", rounded(interval.low)},
          {"high", rounded(interval.high)},
          {"units", figure.units.size()},
          {"unit", evaluation.unit}};
}

/// The texts of a data set may hold anything, a line of JSON may not.
std::string line_of(const nlohmann::json& error) {
  return error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

ExitCode run(Session& session, const Options& options) {
  if (options.task.empty()) return list_tasks(session);
  const learn::Task& task = task_named(options);
  std::optional<OutputFile> errors;
  learn::Evaluation evaluation;
  evaluation.data = options.data;
  evaluation.text = options.text;
  // Only models that were asked for: one that was trained on the task's own data would measure nothing.
  if (const auto& folders = session.settings().model_folders; !folders.empty()) evaluation.models = folders.front();
  if (!options.errors.empty()) {
    errors.emplace(options.errors);
    evaluation.error = [&](const nlohmann::json& error) {
      stop_if_interrupted();
      errors->write(line_of(error));
    };
  }
  task.run(evaluation);
  stop_if_interrupted();
  if (errors) errors->finish();
  RowWriter rows(session.row_options({"system", "what", "metric", "value", "low", "high", "units"}), session.results());
  for (const learn::Figure& figure : evaluation.figures) rows.add(row_of(task, evaluation, figure));
  rows.end();
  return rows.rows() == 0 ? ExitCode::nothing_matched : ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("TASK", options->task, "What is measured; without it the tasks are listed");
  app.add_option("--data", options->data, "Folder or file that holds the task's labelled data")->type_name("PLACE");
  app.add_option("--text", options->text, "More text without labels, for tasks that train in the run")
      ->type_name("PLACE");
  app.add_option("--errors", options->errors, "Write each error into a new file, as NDJSON")->type_name("FILE");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command evaluate_command() {
  return {"evaluate",
          "Measure",
          "Measure what is found against labelled data, beside simple baselines",
          "Counts as each task's own evaluator counts. The intervals hold 95 %, by drawing the units anew a thousand "
          "times.",
          {{"avow evaluate", "the tasks, their data and the best published figures"},
           {"avow evaluate sentences --data corpus/", "one task"},
           {"avow evaluate sentences --data corpus/ --errors wrong.ndjson", "with what was missed or wrong"}},
          define,
          {}};
}

}  // namespace avow::cli
