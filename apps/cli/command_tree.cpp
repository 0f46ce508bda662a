#include "cli/command_tree.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/error.hpp"
#include "cli/commands.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t option_column = 30;

/// Description first, then the examples at the end: what CLI11 calls a footer.
std::string footer(const Command& command) {
  std::string text = command.examples.empty() ? "" : "Examples:\n";
  for (const auto& [line, what] : command.examples) text += fmt::format("  {}\n      {}\n", line, what);
  return text + "\n`avow --help` shows the options that every command takes.";
}

std::string description(const Command& command) {
  return command.description.empty() ? command.summary + "." : command.summary + ".\n\n" + command.description;
}

/// Only help of the command itself tells all; the list of commands has a line for each.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_description(const CLI::App* app) const override { return app->get_description() + "\n\n"; }
  std::string make_subcommand(const CLI::App* sub) const override {
    const std::string all = sub->get_description();
    const std::string line = all.substr(0, all.find('\n'));
    return fmt::format("  {:<{}}{}\n", sub->get_name(), option_column - 2, line);
  }
};

}  // namespace

CommandTree::CommandTree()
    : root_(std::make_unique<CLI::App>("The database that keeps public figures to their word.", "avow")) {
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->column_width(option_column);
  root_->formatter(formatter);
  root_->option_defaults()->group("Options");
  add_global_options();
  root_->require_subcommand(1);
  root_->footer(
      "Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 nothing\n"
      "matched, 2 wrong usage or cannot run, 3 done in part, 4 the store's integrity is broken, 130 interrupted.\n"
      "`avow COMMAND --help` tells more; `avow manual | man -l -` tells all.");
  for (const Command& command : commands()) add(*root_, command);
}

CommandTree::~CommandTree() = default;

void CommandTree::add_global_options() {
  root_->set_help_flag("-h,--help", "Print this help and exit");
  root_->set_version_flag("--version", "", "Print the version and exit");
  root_->add_option("--db", flags_.database, "The store; else AVOW_DB, else ./avow.db")->type_name("FILE");
  root_->add_option("--as-of", flags_.as_of, "What the store knew then: a day, a moment, or a journal entry as @17")
      ->type_name("WHEN");
  root_->add_option("--today", flags_.today, "Judge as if it were this day, with what was published by then")
      ->type_name("DAY");
  root_
      ->add_option("--format", flags_.format,
                   "table, json, ndjson, csv or md; else a table on a terminal, ndjson in a pipe")
      ->type_name("FORMAT");
  root_->add_option("--by", flags_.by, "Who acts, for the journal; else AVOW_USER, else your login name")
      ->type_name("NAME");
  root_->add_option("--plugin-path", flags_.plugin_path, "Folders of plugins, ':' between them; else AVOW_PLUGIN_PATH")
      ->type_name("FOLDERS");
  root_->add_option("--models", flags_.models, "Folders of trained models, ':' between them; else AVOW_MODELS")
      ->type_name("FOLDERS");
  root_
      ->add_option("--set", flags_.set,
                   "Configure a plugin: plugins.ID.KEY=VALUE, as [plugins.ID] in a settings file does")
      ->type_name("SETTING")
      ->allow_extra_args(false);
  root_->add_option("--color", flags_.color, "auto, always or never; NO_COLOR means never")->type_name("WHEN");
  root_->add_flag("-q,--quiet", flags_.quiet, "Say only what failed");
  root_->add_flag("-v,--verbose", flags_.verbose, "Say more");
}

void CommandTree::add(CLI::App& parent, const Command& command) {
  CLI::App* app = parent.add_subcommand(command.name, description(command));
  if (!command.group.empty()) app->group(command.group);
  app->fallthrough();
  app->require_subcommand(0, command.children.empty() ? 0 : 1);
  app->footer(footer(command));
  nodes_.push_back({&command, app, command.define ? command.define(*app) : Action{}});
  for (const Command& child : command.children) add(*app, child);
}

const CommandTree::Node& CommandTree::node_of(const CLI::App& app) const {
  return *std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.app == &app; });
}

const CLI::App& CommandTree::selected() const {
  const CLI::App* at = root_.get();
  for (auto parsed = at->get_subcommands(); !parsed.empty(); parsed = at->get_subcommands()) at = parsed.back();
  return *at;
}

const CommandTree::Node& CommandTree::selected_node() const {
  const CLI::App& app = selected();
  const Node& node = node_of(app);
  return node.action ? node : node_of(*app.get_subcommand(node.command->children.front().name));
}

const Action& CommandTree::selected_action() const {
  const Node& node = selected_node();
  refuse_idle_clocks(*node.command);
  return node.action;
}

void CommandTree::refuse_idle_clocks(const Command& command) const {
  const bool idle_as_of = !flags_.as_of.empty() && command.clocks != TakesClocks::both;
  const bool idle_today = !flags_.today.empty() && command.clocks == TakesClocks::none;
  if (!idle_as_of && !idle_today) return;
  throw Error(ErrorCode::usage,
              fmt::format("{}: `{}` does not look at that clock", idle_as_of ? "--as-of" : "--today", command.name),
              "leave it out; claims, show, history, due, check, journal and the lists take it");
}

std::string CommandTree::path_of(const CLI::App& app) const {
  return app.get_parent() == nullptr ? app.get_name() : path_of(*app.get_parent()) + " " + app.get_name();
}

}  // namespace avow::cli
