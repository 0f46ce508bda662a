#include "cli/vocabulary_commands.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "engine/vocabulary.hpp"
#include "model/json.hpp"

namespace avow::cli {
namespace {

std::set<std::string> known_entities(Store& store) {
  std::set<std::string> codes;
  for (const Entity& entity : store.entities({})) codes.insert(entity.code);
  return codes;
}

ExitCode run(Session& session, const std::vector<std::string>& files, const std::string& action) {
  Store& store = session.store(Session::Access::create);
  RowWriter rows(session.row_options({"file", "added"}), session.results());
  for (const std::string& file : files) {
    const Vocabulary vocabulary = read_vocabulary(file, known_entities(store));
    const std::size_t added = add_vocabulary(store, vocabulary, session.settings().actor, action + " " + file);
    rows.add({{"file", file}, {"added", added}});
  }
  rows.end();
  return ExitCode::done;
}

}  // namespace

Command vocabulary_import_command(const std::string& parent) {
  const std::string action = parent + " import";
  const auto define = [action](CLI::App& app) -> Action {
    const auto files = std::make_shared<std::vector<std::string>>();
    app.add_option("FILE", *files, "JSON files of entities, indicators and scales, or folders of them")->required();
    return [files, action](Session& session) { return run(session, *files, action); };
  };
  return {"import",
          "",
          "Add or replace entities, indicators and scales from files",
          "A code that is there already gets a newer version; the older one stays in the journal. Each file is taken "
          "whole or\n"
          "not at all.",
          {{fmt::format("avow {} parliament.json", action), "your own, in the form of schema/vocabulary/"}},
          define,
          {}};
}

}  // namespace avow::cli
