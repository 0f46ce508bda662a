#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/error.hpp"
#include "cli/command_tree.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "store/open.hpp"
#include "store/saved_queries.hpp"

namespace avow::cli {
namespace {

constexpr const char* askable[] = {"claims", "due", "scorecard", "stale", "commitments", "show", "history"};

struct Words {
  std::string name;
  std::vector<std::string> words;
};

/// The words as a command line of their own. Error (usage) for what is none, or asks nothing.
void parse_words(CommandTree& tree, const std::vector<std::string>& words) {
  const bool asks =
      !words.empty() && std::find(std::begin(askable), std::end(askable), words.front()) != std::end(askable);
  if (!asks)
    throw Error(ErrorCode::usage, "what is saved must be a question",
                "e.g. avow saved add kept -- claims --verdict kept");
  try {
    tree.root().parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorCode::usage, fmt::format("these words cannot be asked: {}", error.what()),
                fmt::format("`avow {} --help` shows how it is used", words.front()));
  }
}

Json query_json(const SavedQuery& query) {
  return {{"name", query.name}, {"words", query.words}, {"person", query.person}, {"at", query.at.text()}};
}

SavedQuery wanted(Session& session, const std::string& name) {
  if (auto query = saved_query(session.settings().database, name)) return *std::move(query);
  throw Error(ErrorCode::not_found, fmt::format("no query is saved as '{}'", name), "`avow saved list` names them");
}

ExitCode list(Session& session) {
  return list_rows(session, {"name", "words", "person", "at"}, [&](const auto& add) {
    for (const SavedQuery& query : saved_queries(session.settings().database)) add(query_json(query));
  });
}

ExitCode add(Session& session, const Words& options) {
  CommandTree tree;
  parse_words(tree, options.words);
  const SavedQuery query{options.name, options.words, session.settings().actor, system_now()};
  save_query(session.settings().database, query);
  return list_rows(session, {"name", "words", "person", "at"}, [&](const auto& put) { put(query_json(query)); });
}

/// With the clocks and the format of this run.
ExitCode run(Session& session, const std::string& name) {
  CommandTree tree;
  parse_words(tree, wanted(session, name).words);
  return tree.selected_action()(session);
}

ExitCode remove(Session& session, const std::string& name) {
  wanted(session, name);
  remove_query(session.settings().database, name);
  return ExitCode::done;
}

Action define_named(CLI::App& app, ExitCode (*act)(Session&, const std::string&)) {
  const auto name = std::make_shared<std::string>();
  app.add_option("NAME", *name, "The query's name")->required();
  return [name, act](Session& session) { return act(session, *name); };
}

Action define_add(CLI::App& app) {
  const auto options = std::make_shared<Words>();
  app.add_option("NAME", options->name, "Letters, digits, - and _; one that is there is replaced")->required();
  app.add_option("WORDS", options->words, "After --: the command and its arguments")->required();
  return [options](Session& session) { return add(session, *options); };
}

}  // namespace

Command saved_command() {
  const Command list_them{"list",
                          "",
                          "List the questions that are saved",
                          "",
                          {{"avow saved list", "by name"}},
                          [](CLI::App&) { return Action(list); },
                          {}};
  const Command add_one{
      "add",
      "",
      "Save a question under a name",
      "",
      {{"avow saved add his-broken -- claims --speaker mark-rutte --verdict broken", "a list of claims"}},
      define_add,
      {}};
  const Command run_one{"run",
                        "",
                        "Ask a saved question",
                        "",
                        {{"avow saved run his-broken", "as it is now"}},
                        [](CLI::App& app) { return define_named(app, run); },
                        {},
                        TakesClocks::both};
  const Command remove_one{"remove",
                           "",
                           "Forget a saved question",
                           "",
                           {{"avow saved remove his-broken", "its name is free again"}},
                           [](CLI::App& app) { return define_named(app, remove); },
                           {}};
  return {"saved",
          "Ask",
          "Keep questions in the store under a name",
          "They are the analyst's, not the record's: in no journal entry, no export and no merge.",
          {{"avow saved list", "what there is"}},
          {},
          {list_them, add_one, run_one, remove_one}};
}

}  // namespace avow::cli
