#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/model_folders.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output_file.hpp"
#include "cli/session.hpp"
#include "learn/trainers.hpp"

namespace avow::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string name, data, text, out;
};

ExitCode list_trainers(Session& session) {
  RowWriter rows(session.row_options({"name", "summary", "data"}), session.results());
  for (const learn::Trainer& one : learn::trainers())
    rows.add({{"name", one.name}, {"summary", one.summary}, {"data", one.data}});
  rows.end();
  return ExitCode::done;
}

const learn::Trainer& trainer_named(const Options& options) {
  const learn::Trainer* trainer = learn::find_trainer(options.name);
  if (trainer == nullptr)
    throw Error(ErrorCode::usage, fmt::format("there is no model '{}'", options.name), "`avow train` lists them");
  if (options.data.empty())
    throw Error(ErrorCode::usage, fmt::format("{} needs to know what to learn from", trainer->name),
                fmt::format("give the place with --data: {}", trainer->data));
  return *trainer;
}

/// The file that --out names, else the model's own name in the first folder of models.
fs::path place_of(const Session& session, const Options& options) {
  if (!options.out.empty() && !options.out.ends_with(".model"))
    throw Error(ErrorCode::usage, fmt::format("--out {}: the name of a model's file ends in .model", options.out),
                "the card is written beside it, with .json instead");
  if (!options.out.empty()) return options.out;
  const auto& folders = session.settings().model_folders;
  const fs::path folder = folders.empty() ? user_model_folder() : folders.front();
  if (folder.empty())
    throw Error(ErrorCode::usage, "there is no folder for models: neither XDG_DATA_HOME nor HOME is set",
                "name the file with --out");
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw Error(ErrorCode::io, fmt::format("{}: {}", folder.string(), failed.message()));
  return folder / (options.name + ".model");
}

void write_file(const fs::path& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.finish();
}

ExitCode run(Session& session, const Options& options) {
  if (options.name.empty()) return list_trainers(session);
  const learn::Trainer& trainer = trainer_named(options);
  const fs::path place = place_of(session, options);
  learn::Training training{options.data, options.text, [&](std::string_view line) {
                             stop_if_interrupted();
                             session.console().note(line);
                           }};
  const learn::TrainedModel model = trainer.train(training);
  stop_if_interrupted();
  const auto card = learn::trained_card(trainer.name, to_string(session.today()), model);
  // The card goes first: a model without its card would be one that nobody knows the origin of.
  write_file(fs::path(place).replace_extension(".json"), card.dump(2) + "\n");
  write_file(place, model.bytes);
  session.console().note(fmt::format("wrote {} with its card", place.string()));
  RowWriter rows(session.row_options({"name", "file", "rows", "bytes", "licence"}), session.results());
  rows.add({{"name", trainer.name},
            {"file", place.string()},
            {"rows", card.value("rows", 0)},
            {"bytes", model.bytes.size()},
            {"licence", card.value("licence", "unknown")},
            {"sha256", card.at("sha256").get<std::string>()}});
  rows.end();
  return ExitCode::done;
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("NAME", options->name, "Which model; without it the models are listed");
  app.add_option("--data", options->data, "Folder or file with the labelled data")->type_name("PLACE");
  app.add_option("--text", options->text, "More text without labels, to learn what words mean from")
      ->type_name("PLACE");
  app.add_option("--out", options->out, "File of the model; else NAME.model among the models of yours")
      ->type_name("FILE");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command train_command() {
  return {"train",
          "Measure",
          "Build a model from labelled data that is not part of Avow",
          "Data whose licence does not allow a model to be shipped are learned from on your own machine. Beside the\n"
          "model lies its card (.json): what it learned from, when, how good it is. Detectors use the models that are\n"
          "among yours or named by --models.",
          {{"avow train", "the models and what each learns from"},
           {"avow train pledge --data manifestos/", "one model, for you"},
           {"avow train pledge --data manifestos/ --text corpus/ --out pledge.model", "with more text, into a file"}},
          define,
          {}};
}

}  // namespace avow::cli
